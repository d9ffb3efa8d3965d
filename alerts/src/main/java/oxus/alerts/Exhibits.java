package oxus.alerts;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import oxus.alerts.console.Board;
import oxus.schemas.SchemaTable;

/**
 * What the server shows.
 *
 * @param exercise true when the topics carry the prefix of a replay, drill or test
 * @param schemas served read-only over the standard registry paths
 */
public record Exhibits(
    Board board,
    boolean exercise,
    SchemaTable schemas,
    PrometheusMeterRegistry meters,
    Readiness readiness) {}
