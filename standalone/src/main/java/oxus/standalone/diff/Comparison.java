package oxus.standalone.diff;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** What a comparison found, in figures, with the first difference and a few of each sector. */
public final class Comparison {
  private static final int KEPT = 20;

  private final Optional<Instant> until;
  private final Map<Kind, Integer> compared = new EnumMap<>(Kind.class);
  private final Map<Kind, Integer> differing = new EnumMap<>(Kind.class);
  private final Map<String, Integer> bySubject = new TreeMap<>();
  private final Map<String, Integer> byField = new TreeMap<>();
  private final Map<String, List<Difference>> kept = new TreeMap<>();
  private final Map<String, Difference> levels = new LinkedHashMap<>();
  private final List<Difference> events = new ArrayList<>();
  private final Set<Kind> leftOut = EnumSet.noneOf(Kind.class);
  private final Map<Kind, Difference> first = new EnumMap<>(Kind.class);

  Comparison(Optional<Instant> until) {
    this.until = until;
  }

  /** A record was looked at in both runs. */
  void count(Kind kind, String line) {
    compared.merge(kind, 1, Integer::sum);
    if (kind.isOfSector()) {
      bySubject.merge(sector(line), 0, Integer::sum);
    }
  }

  /** A kind of record that one of the runs has not kept. */
  void leaveOut(Kind kind) {
    leftOut.add(kind);
  }

  boolean isLeftOut(Kind kind) {
    return leftOut.contains(kind);
  }

  /** Where levels first differ, a difference for each sector, the earliest first. */
  List<Difference> levels() {
    return List.copyOf(levels.values());
  }

  /** The first events that differ. */
  List<Difference> events() {
    return List.copyOf(events);
  }

  void add(Difference difference) {
    if (difference.movesLevel()) {
      levels.putIfAbsent(difference.subject(), difference);
    }
    if (difference.kind() == Kind.EVENT && events.size() < KEPT) {
      events.add(difference);
    }
    differing.merge(difference.kind(), 1, Integer::sum);
    bySubject.merge(difference.subject(), 1, Integer::sum);
    first.putIfAbsent(difference.kind(), difference);
    Set<String> fields = new HashSet<>();
    difference.fields().forEach(field -> fields.add(field.field()));
    if (fields.isEmpty()) {
      fields.add("in the " + difference.where() + " run only");
    }
    fields.forEach(field -> byField.merge(field, 1, Integer::sum));
    List<Difference> some = kept.computeIfAbsent(difference.subject(), key -> new ArrayList<>());
    if (some.size() < KEPT) {
      some.add(difference);
    }
  }

  public boolean isSame() {
    return differing.isEmpty();
  }

  /** The time up to which two runs can be compared when one was cut off. */
  Optional<Instant> until() {
    return until;
  }

  int compared(Kind kind) {
    return compared.getOrDefault(kind, 0);
  }

  int differing(Kind kind) {
    return differing.getOrDefault(kind, 0);
  }

  /** Differences by sector or article; 0 where all is the same. */
  Map<String, Integer> bySubject() {
    return new TreeMap<>(bySubject);
  }

  Map<String, Integer> byField() {
    return new TreeMap<>(byField);
  }

  List<Difference> of(String subject) {
    return List.copyOf(kept.getOrDefault(subject, List.of()));
  }

  /** The first change that differs; without one the first record that does. */
  Optional<Difference> first() {
    return Optional.ofNullable(first.get(Kind.CHANGE))
        .or(() -> Optional.ofNullable(first.get(Kind.ASSESSMENT)))
        .or(() -> Optional.ofNullable(first.get(Kind.EVENT)))
        .or(() -> Optional.ofNullable(first.get(Kind.DISPOSITION)));
  }

  /** The first assessment that differs, when it comes before the first change that does. */
  Optional<Difference> firstEvidence() {
    return Optional.ofNullable(first.get(Kind.ASSESSMENT))
        .filter(evidence -> first().filter(each -> evidence.at().isBefore(each.at())).isPresent());
  }

  private static String sector(String line) {
    int start = line.indexOf("\"sector\":\"") + "\"sector\":\"".length();
    return line.substring(start, line.indexOf('"', start));
  }
}
