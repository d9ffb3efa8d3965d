package oxus.alerts.console;

import java.time.Instant;

/**
 * A sector's score at one assessment.
 *
 * @param score micro-units
 */
record ScorePoint(Instant at, long score) {}
