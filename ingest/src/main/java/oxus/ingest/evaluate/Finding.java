package oxus.ingest.evaluate;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import oxus.schemas.BorderEvent;
import oxus.schemas.EventType;
import oxus.schemas.ReportStatus;

/**
 * One thing that an extractor got wrong.
 *
 * @param kind {@code missed}, {@code wrong}, {@code badlyQuoted} or {@code duplicate}
 * @param id of the gold event that was missed or told again
 * @param text the gold's cue, or the extracted event's quote
 */
record Finding(
    String kind,
    String doc,
    Optional<String> id,
    List<EventType> types,
    List<String> scopes,
    LocalDate from,
    LocalDate to,
    List<ReportStatus> statuses,
    String text) {

  Finding {
    types = List.copyOf(types);
    scopes = List.copyOf(scopes);
    statuses = List.copyOf(statuses);
  }

  static Finding missed(String doc, GoldEvent gold) {
    return new Finding(
        "missed",
        doc,
        Optional.of(gold.id()),
        gold.types(),
        gold.scopes(),
        gold.from(),
        gold.to(),
        gold.statuses(),
        gold.cue());
  }

  /** Empty when nothing is wrong with the event. */
  static Optional<Finding> of(String doc, JudgedEvent judged) {
    return kind(judged.verdict())
        .map(kind -> of(kind, doc, judged.gold().map(GoldEvent::id), judged.event()));
  }

  private static Optional<String> kind(Verdict verdict) {
    return switch (verdict) {
      case RIGHT, OPTIONAL -> Optional.empty();
      case DUPLICATE -> Optional.of("duplicate");
      case WRONG -> Optional.of("wrong");
      case BADLY_QUOTED -> Optional.of("badlyQuoted");
    };
  }

  private static Finding of(String kind, String doc, Optional<String> id, BorderEvent event) {
    return new Finding(
        kind,
        doc,
        id,
        List.of(event.getType()),
        event.getScopes(),
        event.getOccurredFrom(),
        event.getOccurredTo(),
        List.of(event.getStatus()),
        event.getEvidence().get(0).getQuote());
  }
}
