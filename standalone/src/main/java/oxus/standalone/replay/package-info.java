/** Replays: the pure pipeline on one thread, and the files that a run leaves behind. */
@NullMarked
package oxus.standalone.replay;

import org.jspecify.annotations.NullMarked;
