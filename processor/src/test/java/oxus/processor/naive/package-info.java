/**
 * The judgement a second time, as {@code docs/judgement.md} tells it and as simply as it can be
 * said: everything is reckoned anew at every moment, every grid point is looked at, nothing is kept
 * at hand. It shares the contracts and the policy with the fold and no code.
 */
@NullMarked
package oxus.processor.naive;

import org.jspecify.annotations.NullMarked;
