/**
 * How changes and assessments leave Oxus as text: one line of JSON each, keys in a fixed order,
 * numbers exact.
 */
@NullMarked
package oxus.alerts.deliver;

import org.jspecify.annotations.NullMarked;
