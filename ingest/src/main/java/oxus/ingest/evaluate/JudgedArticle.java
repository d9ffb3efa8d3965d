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

  /**
   * As {@link #rightById}, and right only where gold has a denial in that very passage, not some
   * other event whose dates agree.
   */
  public Map<String, Boolean> deniedById() {
    Map<String, Boolean> right = new LinkedHashMap<>(rightById());
    for (JudgedEvent judged : events) {
      right.computeIfPresent(judged.event().getId(), (id, found) -> found && isDenied(judged));
    }
    return right;
  }

  private static boolean isDenied(JudgedEvent judged) {
    String quote = judged.event().getEvidence().get(0).getQuote();
    return judged.fit().filter(Fit::statusRight).isPresent()
        && judged.gold().filter(gold -> Passage.carries(quote, gold.cue())).isPresent();
  }

  boolean hasNothingToReport() {
    return gold.events().isEmpty();
  }

  boolean hasSomethingToReport() {
    return counted.stream().anyMatch(GoldEvent::required);
  }
}
