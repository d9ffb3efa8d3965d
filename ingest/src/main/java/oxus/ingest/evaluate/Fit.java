package oxus.ingest.evaluate;

/**
 * What is right about an event that gold confirms.
 *
 * @param scopeExact each of its scopes is one of gold's
 * @param datesRight its interval lies within gold's, with some days of grace
 */
record Fit(boolean scopeExact, boolean datesRight, boolean statusRight) {}
