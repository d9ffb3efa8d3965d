package oxus.ingest.evaluate;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import oxus.schemas.EventType;

/** How many sentences of a bank of phrasings the extractor understands. */
public record PhrasingScore(List<HeardPhrasing> sentences) {

  public PhrasingScore {
    sentences = List.copyOf(sentences);
  }

  /**
   * Counts for one type, or for all.
   *
   * @param wanted events of the type that stand in the bank
   * @param found those of them that came
   * @param wrong sentences with such an event from which an event came that is not in them
   * @param falseHits sentences without any event from which one of the type came
   */
  record Count(long wanted, long found, long wrong, long falseHits) {
    boolean isEmpty() {
      return wanted + falseHits == 0;
    }
  }

  Map<EventType, Count> byType() {
    Map<EventType, Count> counts = new TreeMap<>();
    for (EventType type : EventType.values()) {
      Count count =
          new Count(
              count(heard -> heard.isAbout(type)),
              count(heard -> heard.isAbout(type) && heard.came().contains(type)),
              count(heard -> heard.isAbout(type) && !heard.wrong().isEmpty()),
              count(heard -> heard.reportsNothing() && heard.came().contains(type)));
      if (!count.isEmpty()) {
        counts.put(type, count);
      }
    }
    return counts;
  }

  /** Sentences count once here, so this is not always the sum of the types. */
  Count total() {
    long wanted = sentences.stream().mapToLong(heard -> heard.phrasing().types().size()).sum();
    long missed = sentences.stream().mapToLong(heard -> heard.missed().size()).sum();
    return new Count(
        wanted,
        wanted - missed,
        count(heard -> !heard.reportsNothing() && !heard.wrong().isEmpty()),
        count(heard -> heard.reportsNothing() && !heard.came().isEmpty()));
  }

  /** Sentences that report nothing. */
  long nothing() {
    return count(HeardPhrasing::reportsNothing);
  }

  /** Sentences in which anything went wrong. */
  List<HeardPhrasing> findings() {
    return sentences.stream()
        .filter(heard -> !heard.missed().isEmpty() || !heard.wrong().isEmpty())
        .toList();
  }

  private long count(Predicate<HeardPhrasing> which) {
    return sentences.stream().filter(which).count();
  }
}
