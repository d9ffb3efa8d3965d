/** Tests of the way out, against servers that misbehave and a name server that changes its mind. */
@NullMarked
package oxus.schemas.outbound;

import org.jspecify.annotations.NullMarked;
