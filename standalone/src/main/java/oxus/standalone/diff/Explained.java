package oxus.standalone.diff;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The first divergence, explained.
 *
 * @param record the first change that differs, or else the first record
 * @param contributions what weighs otherwise in it, the most first
 * @param why what differs in what went into the runs
 */
public record Explained(Difference record, List<Contribution> contributions, List<String> why) {
  private static final int MOST = 5;

  /**
   * A contribution that weighs otherwise.
   *
   * @param one its weight in the one run; empty: not there
   * @param other its weight in the other run; empty: not there
   * @param reports ids of reports that only one run cites
   */
  record Contribution(
      String incident,
      String type,
      String place,
      Optional<BigDecimal> one,
      Optional<BigDecimal> other,
      List<String> reports) {
    BigDecimal gap() {
      return one.orElse(BigDecimal.ZERO).subtract(other.orElse(BigDecimal.ZERO)).abs();
    }

    @Override
    public String toString() {
      return "contribution "
          + incident
          + " ("
          + type
          + (place.isEmpty() ? "" : ", " + place)
          + "): weight "
          + one.map(BigDecimal::toPlainString).orElse("-")
          + " → "
          + other.map(BigDecimal::toPlainString).orElse("-")
          + (reports.isEmpty() ? "" : "; cited by one run only: " + String.join(", ", reports));
    }
  }

  public Explained {
    contributions = List.copyOf(contributions);
    why = List.copyOf(why);
  }

  /** Explains where two runs part; empty when they do not. */
  public static Optional<Explained> of(Run one, Run other, Comparison comparison) {
    RunDiff diff = new RunDiff(one, other);
    return comparison
        .first()
        .map(
            record -> {
              Difference evidence =
                  record.kind() == Kind.CHANGE && record.where().equals("both")
                      ? record
                      : diff.evidence(record).orElse(record);
              List<Contribution> contributions = contributions(evidence);
              return new Explained(record, contributions, new Causes(one, other).of(contributions));
            });
  }

  private static List<Contribution> contributions(Difference evidence) {
    Map<String, Map<?, ?>> ones = byIncident(evidence.one());
    Map<String, Map<?, ?>> others = byIncident(evidence.other());
    Set<String> incidents = new LinkedHashSet<>(ones.keySet());
    incidents.addAll(others.keySet());
    List<Contribution> contributions = new ArrayList<>();
    for (String incident : incidents) {
      Map<?, ?> left = ones.getOrDefault(incident, Map.of());
      Map<?, ?> right = others.getOrDefault(incident, Map.of());
      Map<?, ?> known = left.isEmpty() ? right : left;
      List<String> reports = unshared(reports(left), reports(right));
      if (!Objects.equals(left.get("weight"), right.get("weight")) || !reports.isEmpty()) {
        contributions.add(
            new Contribution(
                incident,
                String.valueOf(known.get("type")),
                known.get("place") == null ? "" : String.valueOf(known.get("place")),
                weight(left),
                weight(right),
                reports));
      }
    }
    contributions.sort(Comparator.comparing(Contribution::gap).reversed());
    return contributions.subList(0, Math.min(MOST, contributions.size()));
  }

  private static Optional<BigDecimal> weight(Map<?, ?> contribution) {
    return Optional.ofNullable((BigDecimal) contribution.get("weight"));
  }

  private static Map<String, Map<?, ?>> byIncident(Map<String, Object> record) {
    Map<String, Map<?, ?>> byIncident = new LinkedHashMap<>();
    if (record.get("contributions") instanceof List<?> list) {
      for (Object each : list) {
        Map<?, ?> contribution = (Map<?, ?>) each;
        byIncident.put(String.valueOf(contribution.get("incident")), contribution);
      }
    }
    return byIncident;
  }

  private static Set<String> reports(Map<?, ?> contribution) {
    Set<String> ids = new LinkedHashSet<>();
    if (contribution.get("reports") instanceof List<?> list) {
      list.forEach(report -> ids.add(String.valueOf(((Map<?, ?>) report).get("event"))));
    }
    return ids;
  }

  private static List<String> unshared(Set<String> one, Set<String> other) {
    List<String> unshared = new ArrayList<>();
    one.stream().filter(id -> !other.contains(id)).forEach(unshared::add);
    other.stream().filter(id -> !one.contains(id)).forEach(unshared::add);
    return unshared;
  }
}
