package oxus.ingest.evaluate;

import java.time.LocalDate;
import java.util.List;
import oxus.schemas.EventType;
import oxus.schemas.ReportStatus;

/**
 * One event that a person found in an article.
 *
 * @param types alternatives that are all right, the likeliest first
 * @param scopes alternatives that are all right, or all of the sectors that the event bears on
 * @param from first day of the widest interval that is right
 * @param to last day of it
 * @param statuses alternatives that are all right
 * @param cue the piece of the article that carries it
 * @param required false: it may be found or left out at no cost
 */
public record GoldEvent(
    String id,
    List<EventType> types,
    List<String> scopes,
    LocalDate from,
    LocalDate to,
    List<ReportStatus> statuses,
    String cue,
    boolean required) {

  public GoldEvent {
    types = List.copyOf(types);
    scopes = List.copyOf(scopes);
    statuses = List.copyOf(statuses);
  }

  /** The type under which the event is counted. */
  EventType type() {
    return types.get(0);
  }
}
