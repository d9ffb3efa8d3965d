package oxus.ingest.scenario;

import oxus.theatre.Problem;

/**
 * A piece of input that could not be used, kept so that nothing is lost.
 *
 * @param text the row or line as it stood; empty when the whole file is meant
 */
public record Reject(Problem problem, String text) {}
