/**
 * The level as a pure fold over assessments: up at once, down one step at a time after a dwell, and
 * every move with its reason.
 */
@NullMarked
package oxus.alerts.escalate;

import org.jspecify.annotations.NullMarked;
