package oxus.ingest.evaluate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import oxus.schemas.BorderEvent;
import oxus.schemas.EventType;

/**
 * Pairs an article's extracted events with its gold events, the best fitting pair first; each event
 * and each gold event is used once.
 */
public final class GoldMatcher {
  /** Types on which coders agree too little to score them; left aside unless asked for. */
  public static final List<EventType> UNCODED =
      List.of(EventType.DRAWDOWN, EventType.RECOGNITION, EventType.COOPERATION);

  private static final Comparator<Pair> BEST_FIRST =
      Comparator.comparingInt(Pair::likeness)
          .reversed()
          .thenComparingInt(Pair::event)
          .thenComparingInt(Pair::gold);

  private final Likeness likeness;
  private final Set<EventType> aside;

  private record Pair(int likeness, int event, int gold) {}

  /**
   * A matcher for one theatre.
   *
   * @param theatre its scope id
   * @param aside types that are not scored: extracted events of these, and gold events that allow
   *     nothing else
   */
  public GoldMatcher(String theatre, List<EventType> aside) {
    this.likeness = new Likeness(theatre);
    this.aside = Set.copyOf(aside);
  }

  /** Judges the events that were extracted from an article with this text. */
  public JudgedArticle match(GoldArticle gold, String text, List<BorderEvent> extracted) {
    List<GoldEvent> golds =
        gold.events().stream().filter(event -> !aside.containsAll(event.types())).toList();
    List<BorderEvent> events =
        extracted.stream().filter(event -> !aside.contains(event.getType())).toList();
    List<Boolean> quoted =
        events.stream().map(event -> Passage.isExact(event.getEvidence().get(0), text)).toList();
    Map<Integer, Integer> pairs = pairs(events, quoted, golds);
    List<JudgedEvent> judged = new ArrayList<>();
    for (int index = 0; index < events.size(); index++) {
      Optional<GoldEvent> match = Optional.ofNullable(pairs.get(index)).map(golds::get);
      judged.add(judge(events.get(index), quoted.get(index), match, golds));
    }
    List<GoldEvent> missed = new ArrayList<>();
    for (int index = 0; index < golds.size(); index++) {
      if (golds.get(index).required() && !pairs.containsValue(index)) {
        missed.add(golds.get(index));
      }
    }
    return new JudgedArticle(gold, golds, judged, missed);
  }

  /** Index of an event to index of the gold event that it stands for. */
  private Map<Integer, Integer> pairs(
      List<BorderEvent> events, List<Boolean> quoted, List<GoldEvent> golds) {
    List<Pair> candidates = new ArrayList<>();
    for (int event = 0; event < events.size(); event++) {
      for (int gold = 0; quoted.get(event) && gold < golds.size(); gold++) {
        candidates.add(new Pair(likeness.of(events.get(event), golds.get(gold)), event, gold));
      }
    }
    candidates.sort(BEST_FIRST);
    Map<Integer, Integer> pairs = new LinkedHashMap<>();
    for (Pair pair : candidates) {
      if (pair.likeness() > 0 && !pairs.containsValue(pair.gold())) {
        pairs.putIfAbsent(pair.event(), pair.gold());
      }
    }
    return pairs;
  }

  private JudgedEvent judge(
      BorderEvent event, boolean quoted, Optional<GoldEvent> match, List<GoldEvent> golds) {
    if (!quoted) {
      return new JudgedEvent(event, Verdict.BADLY_QUOTED, Optional.empty(), Optional.empty());
    }
    if (match.isPresent()) {
      return new JudgedEvent(
          event,
          match.get().required() ? Verdict.RIGHT : Verdict.OPTIONAL,
          match,
          Optional.of(likeness.fit(event, match.get())));
    }
    Optional<GoldEvent> told =
        golds.stream()
            .filter(gold -> likeness.of(event, gold) > 0)
            .max(Comparator.comparingInt(gold -> likeness.of(event, gold)));
    return new JudgedEvent(
        event, told.isPresent() ? Verdict.DUPLICATE : Verdict.WRONG, told, Optional.empty());
  }
}
