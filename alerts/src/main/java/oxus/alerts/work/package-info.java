/**
 * What people do about changes and sectors: acknowledge, assign, note, silence, rule, override. The
 * state is a fold over the log of their actions, and the log is chained, so that an action that was
 * altered or left out afterwards shows.
 */
@NullMarked
package oxus.alerts.work;

import org.jspecify.annotations.NullMarked;
