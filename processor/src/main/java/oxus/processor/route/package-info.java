/** Which sectors a record of the sequencer bears on, and how. */
@NullMarked
package oxus.processor.route;

import org.jspecify.annotations.NullMarked;
