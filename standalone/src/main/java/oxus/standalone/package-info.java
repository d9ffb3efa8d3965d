/**
 * The {@code oxus} command: every app in one JVM with an embedded broker, replays, and the tools
 * for testers.
 */
@NullMarked
package oxus.standalone;

import org.jspecify.annotations.NullMarked;
