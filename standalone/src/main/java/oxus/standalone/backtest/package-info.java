/**
 * Scores levels against milestones that people dated: what rose in time, what rose for nothing, and
 * what it cost those who watch. Policies and plain baselines are scored by the same measures.
 */
@NullMarked
package oxus.standalone.backtest;

import org.jspecify.annotations.NullMarked;
