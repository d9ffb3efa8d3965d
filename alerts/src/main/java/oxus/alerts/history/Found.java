package oxus.alerts.history;

/**
 * A record that was found in its topic.
 *
 * @param offset where it stands in its partition
 */
public record Found<R>(long offset, R record) {}
