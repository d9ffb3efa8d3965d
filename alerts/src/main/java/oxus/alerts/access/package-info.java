/**
 * Who may do what: roles and their permissions, one rule per route, keys and sessions. What no rule
 * allows is denied.
 */
@NullMarked
package oxus.alerts.access;

import org.jspecify.annotations.NullMarked;
