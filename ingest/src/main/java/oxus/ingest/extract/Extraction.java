package oxus.ingest.extract;

import java.util.List;
import oxus.schemas.BorderEvent;
import oxus.schemas.Outcome;

/**
 * What an article gave.
 *
 * @param reason code in lower case with dashes; {@code -} when none is needed
 */
public record Extraction(Outcome outcome, String reason, List<BorderEvent> events) {

  public Extraction {
    events = List.copyOf(events);
  }

  static Extraction nothing(Outcome outcome, String reason) {
    return new Extraction(outcome, reason, List.of());
  }
}
