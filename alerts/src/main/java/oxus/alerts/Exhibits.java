package oxus.alerts;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import oxus.alerts.console.Board;
import oxus.alerts.notify.DeliveryLog;
import oxus.schemas.SchemaTable;

/**
 * What the server shows.
 *
 * @param exercise true when the topics carry the prefix of a replay, drill or test
 * @param schemas served read-only over the standard registry paths
 * @param deliveries how the webhooks fare
 * @param cap who sends CAP messages
 */
public record Exhibits(
    Board board,
    boolean exercise,
    SchemaTable schemas,
    PrometheusMeterRegistry meters,
    Readiness readiness,
    DeliveryLog deliveries,
    CapConfig cap) {

  /** Without webhooks, and with the usual sender. */
  public Exhibits(
      Board board,
      boolean exercise,
      SchemaTable schemas,
      PrometheusMeterRegistry meters,
      Readiness readiness) {
    this(board, exercise, schemas, meters, readiness, new DeliveryLog(), CapConfig.usual());
  }
}
