package oxus.standalone.diff;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiPredicate;

/**
 * Pairs the events that two runs have of one article: what is the same event by its id, else by the
 * passage that it rests on, else by its type. What finds no partner is in one run only.
 */
record EventPairs(List<Pair> pairs) {
  /** From the surest sign that two events are one to the weakest. */
  private static final List<BiPredicate<Map<String, Object>, Map<String, Object>>> SIGNS =
      List.of(
          (one, other) -> isSame("event", one, other),
          (one, other) -> isSame("type", one, other) && isOfOnePassage(one, other),
          EventPairs::isOfOnePassage,
          (one, other) -> isSame("type", one, other) && isSame("scopes", one, other),
          (one, other) -> isSame("type", one, other));

  /**
   * Two events that are taken for one.
   *
   * @param one empty: only the other run has it
   * @param other empty: only the one run has it
   */
  record Pair(Map<String, Object> one, Map<String, Object> other) {}

  EventPairs {
    pairs = List.copyOf(pairs);
  }

  static EventPairs of(List<Map<String, Object>> ones, List<Map<String, Object>> others) {
    List<Map<String, Object>> left = new ArrayList<>(ones);
    List<Map<String, Object>> right = new ArrayList<>(others);
    List<Pair> pairs = new ArrayList<>();
    for (BiPredicate<Map<String, Object>, Map<String, Object>> sign : SIGNS) {
      for (Map<String, Object> one : List.copyOf(left)) {
        right.stream()
            .filter(other -> sign.test(one, other))
            .findFirst()
            .ifPresent(
                other -> {
                  pairs.add(new Pair(one, other));
                  left.remove(one);
                  right.remove(other);
                });
      }
    }
    left.forEach(one -> pairs.add(new Pair(one, Map.of())));
    right.forEach(other -> pairs.add(new Pair(Map.of(), other)));
    return new EventPairs(pairs);
  }

  private static boolean isSame(String field, Map<String, Object> one, Map<String, Object> other) {
    return Objects.equals(one.get(field), other.get(field));
  }

  /** The quotes overlap; a coder's summary has no place in a text, so its words are compared. */
  private static boolean isOfOnePassage(Map<String, Object> one, Map<String, Object> other) {
    if (one.get("start") instanceof BigDecimal start
        && one.get("end") instanceof BigDecimal end
        && other.get("start") instanceof BigDecimal otherStart
        && other.get("end") instanceof BigDecimal otherEnd) {
      return start.compareTo(otherEnd) < 0 && otherStart.compareTo(end) < 0;
    }
    return isSame("quote", one, other);
  }
}
