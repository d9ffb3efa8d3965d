package oxus.theatre;

import java.time.Duration;

/**
 * What must not have happened for a rule to hold.
 *
 * @param indicator what no incident may be
 * @param within counted back from the latest incident that meets the rule; everything after that
 *     incident counts too
 */
public record Absence(Indicator indicator, Duration within) {}
