/**
 * Stories: reports with their times, and the levels that must follow. They are told in YAML by
 * whoever writes a policy, and run through the same pure pipeline as a replay.
 */
@NullMarked
package oxus.standalone.story;

import org.jspecify.annotations.NullMarked;
