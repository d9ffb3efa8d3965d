/**
 * Recorded history as input: hand-coded reports in CSV, and the order in which a replay publishes
 * reports and ticks.
 */
@NullMarked
package oxus.ingest.scenario;

import org.jspecify.annotations.NullMarked;
