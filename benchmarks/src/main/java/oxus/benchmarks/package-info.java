/**
 * How fast the judgement is. A benchmark prints figures beside those of a loop that only copies,
 * made in the same run, because absolute times say more about a machine than about Oxus.
 */
@NullMarked
package oxus.benchmarks;

import org.jspecify.annotations.NullMarked;
