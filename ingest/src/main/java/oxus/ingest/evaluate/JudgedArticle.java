package oxus.ingest.evaluate;

import java.util.List;

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

  boolean hasNothingToReport() {
    return gold.events().isEmpty();
  }

  boolean hasSomethingToReport() {
    return counted.stream().anyMatch(GoldEvent::required);
  }
}
