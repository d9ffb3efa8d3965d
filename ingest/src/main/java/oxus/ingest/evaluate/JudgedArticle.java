package oxus.ingest.evaluate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An article's extracted events, each with what gold says of it, and what was missed.
 *
 * @param gold the article's gold, whole
 * @param counted its gold events of types that count
 * @param missed required gold events that no extracted event stands for
 */
public record JudgedArticle(
    GoldArticle gold, List<GoldEvent> counted, List<JudgedEvent> events, List<GoldEvent> missed) {

  public JudgedArticle {
    counted = List.copyOf(counted);
    events = List.copyOf(events);
    missed = List.copyOf(missed);
  }

  /** Whether gold has an event, by the event's id; what gold leaves open is left out. */
  public Map<String, Boolean> rightById() {
    Map<String, Boolean> right = new LinkedHashMap<>();
    for (JudgedEvent judged : events) {
      if (!judged.is(Verdict.OPTIONAL)) {
        right.put(judged.event().getId(), judged.is(Verdict.RIGHT));
      }
    }
    return right;
  }

  boolean hasNothingToReport() {
    return gold.events().isEmpty();
  }

  boolean hasSomethingToReport() {
    return counted.stream().anyMatch(GoldEvent::required);
  }
}
