package oxus.processor.naive;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import oxus.schemas.BorderEvent;
import oxus.schemas.Relation;

/** Who is independent of whom among some reports: step 3 of docs/judgement.md. */
final class Clusters {
  private final List<BorderEvent> reports;

  /** Each desk, and the desk whose name its cluster has. */
  private final Map<String, String> desks = new TreeMap<>();

  /** A cluster that has only a claimant's word, and the claimant. */
  private final Map<String, String> claimants = new TreeMap<>();

  Clusters(Collection<BorderEvent> all, int bits) {
    reports =
        all.stream()
            .map(report -> new Heard(report, Relation.OWN))
            .sorted()
            .map(Heard::report)
            .toList();
    reports.forEach(report -> desks.put(Heard.desk(report), Heard.desk(report)));
    for (BorderEvent one : reports) {
      for (BorderEvent other : reports) {
        if (Heard.nearlyTheSameText(one, other, bits)) {
          joinDesks(cluster(one), cluster(other));
        }
      }
    }
    for (String name : new TreeSet<>(desks.values())) {
      followClaimant(name);
    }
  }

  private String cluster(BorderEvent report) {
    return desks.getOrDefault(Heard.desk(report), Heard.desk(report));
  }

  private void joinDesks(String one, String other) {
    String first = one.compareTo(other) < 0 ? one : other;
    desks.replaceAll((desk, name) -> name.equals(one) || name.equals(other) ? first : name);
  }

  private void followClaimant(String name) {
    List<BorderEvent> told = new ArrayList<>(reports);
    told.removeIf(report -> !name.equals(cluster(report)));
    if (told.stream().allMatch(report -> report.getClaimant().isPresent())) {
      String claimant = voice(told.get(0).getClaimant().orElseThrow());
      if (!claimant.equals(name)) {
        claimants.put(name, claimant);
      }
    }
  }

  private String voice(String desk) {
    String name = desks.getOrDefault(desk, desk);
    return claimants.containsKey(name) ? voice(claimants.get(name)) : name;
  }

  String voice(BorderEvent report) {
    return voice(Heard.desk(report));
  }

  /** In alphabetical order. */
  List<String> voices() {
    return List.copyOf(new TreeSet<>(reports.stream().map(this::voice).toList()));
  }
}
