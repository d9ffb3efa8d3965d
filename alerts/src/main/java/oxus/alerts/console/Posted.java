package oxus.alerts.console;

import oxus.schemas.ThreatLevelChange;

/**
 * A change with its place in the feed.
 *
 * @param offset its offset in the one partition of changes; what streams resume from
 */
public record Posted(long offset, ThreatLevelChange change) {}
