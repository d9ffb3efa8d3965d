package oxus.ingest.imports;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts what became of the rows of an import, so that none is lost silently. */
public final class ImportTally {
  /** Reasons beyond these are counted together: text of others must not fill memory. */
  private static final int MOST_REASONS = 1000;

  private static final String OTHERS = "for other reasons";

  private final Map<Fate.Kind, Long> kinds = new EnumMap<>(Fate.Kind.class);
  private final Map<Fate.Kind, Map<String, Long>> reasons = new EnumMap<>(Fate.Kind.class);
  private long rows;
  private long reports;

  public void add(Fate fate) {
    rows++;
    reports += fate.reports().size();
    kinds.merge(fate.kind(), 1L, Long::sum);
    if (fate.kind() == Fate.Kind.IMPORTED) {
      return;
    }
    Map<String, Long> known = reasons.computeIfAbsent(fate.kind(), kind -> new TreeMap<>());
    boolean isRoom = known.containsKey(fate.reason()) || known.size() < MOST_REASONS;
    known.merge(isRoom ? fate.reason() : OTHERS, 1L, Long::sum);
  }

  public long rows() {
    return rows;
  }

  public long reports() {
    return reports;
  }

  public long of(Fate.Kind kind) {
    return kinds.getOrDefault(kind, 0L);
  }

  /** A reason, and how many rows had it. */
  public record Count(Fate.Kind kind, String reason, long rows) {}

  /** Why rows gave no report, by kind, the commonest first. */
  public List<Count> reasons() {
    List<Count> counts = new ArrayList<>();
    reasons.forEach(
        (kind, known) ->
            known.forEach((reason, rows) -> counts.add(new Count(kind, reason, rows))));
    counts.sort(
        Comparator.comparing(Count::kind)
            .thenComparing(Comparator.comparing(Count::rows).reversed())
            .thenComparing(Count::reason));
    return counts;
  }
}
