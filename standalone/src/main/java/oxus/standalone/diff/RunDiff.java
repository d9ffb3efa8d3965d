package oxus.standalone.diff;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Walks through the records of two runs side by side, in the order of time, and tells what is
 * otherwise. It holds one record of each run, however long they are.
 */
public final class RunDiff {
  private final Run one;
  private final Run other;
  private final Fields fields;
  private final Optional<Instant> until;

  public RunDiff(Run one, Run other) {
    this.one = one;
    this.other = other;
    this.fields = new Fields(new PolicyNumbers(one.policies(), other.policies()));
    this.until = Stream.concat(one.cut().stream(), other.cut().stream()).min(Instant::compareTo);
  }

  /**
   * Compares them.
   *
   * @param each hears of every difference
   */
  public Comparison compare(Consumer<Difference> each) {
    Comparison comparison = new Comparison(until);
    Consumer<Difference> heard =
        difference -> {
          comparison.add(difference);
          each.accept(difference);
        };
    for (Kind kind : Kind.values()) {
      if (!one.has(kind) || !other.has(kind)) {
        comparison.leaveOut(kind);
      } else if (kind == Kind.EVENT) {
        events(comparison, heard);
      } else {
        walk(kind, comparison, heard);
      }
    }
    return comparison;
  }

  /** Events have no order within an article that two extractors would share: they are paired. */
  private void events(Comparison comparison, Consumer<Difference> each) {
    try (Stream<String> ones = one.lines(Kind.EVENT);
        Stream<String> others = other.lines(Kind.EVENT)) {
      Lines left = new Lines(Kind.EVENT, ones.iterator(), until);
      Lines right = new Lines(Kind.EVENT, others.iterator(), until);
      while (!left.hasEnded() || !right.hasEnded()) {
        int order = order(left, right);
        Lines nearer = order <= 0 ? left : right;
        Instant at = nearer.at();
        String article = nearer.subject();
        EventPairs pairs = EventPairs.of(left.takeAll(at, article), right.takeAll(at, article));
        for (EventPairs.Pair pair : pairs.pairs()) {
          comparison.count(Kind.EVENT, "");
          difference(at, article, pair).ifPresent(each);
        }
      }
    }
  }

  private Optional<Difference> difference(Instant at, String article, EventPairs.Pair pair) {
    boolean isOnly = pair.one().isEmpty() || pair.other().isEmpty();
    List<FieldDifference> found =
        isOnly ? List.of() : fields.between(pair.one(), pair.other(), Kind.EVENT.numbering());
    return isOnly || !found.isEmpty()
        ? Optional.of(new Difference(Kind.EVENT, at, article, pair.one(), pair.other(), found))
        : Optional.empty();
  }

  private void walk(Kind kind, Comparison comparison, Consumer<Difference> each) {
    try (Stream<String> ones = one.lines(kind);
        Stream<String> others = other.lines(kind)) {
      Lines left = new Lines(kind, ones.iterator(), until);
      Lines right = new Lines(kind, others.iterator(), until);
      while (!left.hasEnded() || !right.hasEnded()) {
        if (!left.hasEnded() && left.line().equals(right.line())) {
          comparison.count(kind, left.line());
          left.next();
          right.next();
          continue;
        }
        step(kind, left, right, comparison, each);
      }
    }
  }

  private void step(
      Kind kind, Lines left, Lines right, Comparison comparison, Consumer<Difference> each) {
    int order = order(left, right);
    if (order < 0) {
      each.accept(only(kind, left, left.record(), Map.of()));
      comparison.count(kind, left.line());
      left.next();
      return;
    }
    if (order > 0) {
      each.accept(only(kind, right, Map.of(), right.record()));
      comparison.count(kind, right.line());
      right.next();
      return;
    }
    List<FieldDifference> found = fields.between(left.record(), right.record(), kind.numbering());
    if (!found.isEmpty()) {
      each.accept(
          new Difference(kind, left.at(), left.subject(), left.record(), right.record(), found));
    }
    comparison.count(kind, left.line());
    left.next();
    right.next();
  }

  private static Difference only(
      Kind kind, Lines lines, Map<String, Object> one, Map<String, Object> other) {
    return new Difference(kind, lines.at(), lines.subject(), one, other, List.of());
  }

  private static int order(Lines left, Lines right) {
    if (left.hasEnded()) {
      return 1;
    }
    if (right.hasEnded()) {
      return -1;
    }
    int order = left.at().compareTo(right.at());
    return order == 0 ? left.subject().compareTo(right.subject()) : order;
  }

  /**
   * What the two runs thought of a sector at the moment of a difference; empty where one of them
   * did not look at it then.
   */
  Optional<Difference> evidence(Difference difference) {
    if (difference.kind() == Kind.ASSESSMENT && difference.where().equals("both")) {
      return Optional.of(difference);
    }
    Map<String, Object> left = assessment(one, difference);
    Map<String, Object> right = assessment(other, difference);
    return left.isEmpty() && right.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Difference(
                Kind.ASSESSMENT,
                difference.at(),
                difference.subject(),
                left,
                right,
                fields.between(left, right, Kind.ASSESSMENT.numbering())));
  }

  /** The last assessment of a sector up to a moment. */
  private static Map<String, Object> assessment(Run run, Difference difference) {
    try (Stream<String> lines = run.lines(Kind.ASSESSMENT)) {
      return lines
          .filter(line -> line.contains("\"sector\":\"" + difference.subject() + "\""))
          .map(Json::object)
          .takeWhile(
              record -> !Instant.parse(String.valueOf(record.get("at"))).isAfter(difference.at()))
          .reduce((earlier, later) -> later)
          .orElse(Map.of());
    }
  }
}
