package oxus.processor.correlate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import oxus.schemas.BorderEvent;

/**
 * Tells independent reports from reprints. Reports of one publisher family, of one agency that they
 * credit, or of near-identical text come from one desk; a desk that has nothing but one claimant's
 * word is that claimant's voice, with all others who have nothing else either. What follows is a
 * function of the set of reports: neither their order nor their number shows.
 */
final class Voices {
  private static final Comparator<BorderEvent> FIRST =
      Comparator.comparing(BorderEvent::getKnownAt).thenComparing(BorderEvent::getId);

  private final List<BorderEvent> reports;
  private final int nearIdentical;

  /** Each name leads to another one of its cluster, the last one to itself. */
  private final Map<String, String> parents = new HashMap<>();

  private final List<String> names;

  private Voices(Collection<BorderEvent> reports, int nearIdentical) {
    this.reports = new ArrayList<>(reports);
    this.reports.sort(FIRST);
    this.nearIdentical = nearIdentical;
    joinTexts();
    joinClaimants();
    this.names = roots();
  }

  /**
   * @param nearIdentical signatures that differ in so many bits or fewer are of one text
   */
  static Voices of(Collection<BorderEvent> reports, int nearIdentical) {
    return new Voices(reports, nearIdentical);
  }

  /** Whose text it is: the agency that it credits, else the publisher. */
  static String desk(BorderEvent report) {
    return report.getWire().orElseGet(report::getPublisherFamily);
  }

  /** The name of the report's cluster. */
  String of(BorderEvent report) {
    return root(desk(report));
  }

  int count() {
    return names.size();
  }

  /** In alphabetical order. */
  List<String> names() {
    return names;
  }

  private List<String> roots() {
    if (reports.size() == 1) {
      return List.of(of(reports.get(0)));
    }
    TreeSet<String> roots = new TreeSet<>();
    for (BorderEvent report : reports) {
      roots.add(of(report));
    }
    return List.copyOf(roots);
  }

  private void joinTexts() {
    if (reports.size() < 2) {
      return;
    }
    List<BorderEvent> signed = new ArrayList<>();
    for (BorderEvent report : reports) {
      if (report.getSignature().isPresent()) {
        signed.add(report);
      }
    }
    for (int one = 0; one < signed.size(); one++) {
      for (int other = one + 1; other < signed.size(); other++) {
        if (isOneText(signed.get(one), signed.get(other))) {
          join(desk(signed.get(one)), desk(signed.get(other)));
        }
      }
    }
  }

  private boolean isOneText(BorderEvent one, BorderEvent other) {
    long difference = one.getSignature().orElse(0L) ^ other.getSignature().orElse(0L);
    return Long.bitCount(difference) <= nearIdentical;
  }

  /**
   * A desk with a word of its own stands on its own, whomever it quotes besides. One that has none
   * goes with the claimant whom it heard first, so that a second one does not make two voices one.
   */
  private void joinClaimants() {
    if (areOnTheirOwnWord()) {
      return;
    }
    Map<String, List<BorderEvent>> desks = new HashMap<>();
    reports.forEach(
        report -> desks.computeIfAbsent(of(report), name -> new ArrayList<>()).add(report));
    for (String name : desks.keySet().stream().sorted().toList()) {
      List<BorderEvent> told = desks.getOrDefault(name, List.of());
      if (told.stream().allMatch(report -> report.getClaimant().isPresent())) {
        String claimant = root(told.get(0).getClaimant().orElse(name));
        parents.put(root(name), claimant);
      }
    }
  }

  private boolean areOnTheirOwnWord() {
    for (BorderEvent report : reports) {
      if (report.getClaimant().isPresent()) {
        return false;
      }
    }
    return true;
  }

  private String root(String name) {
    String parent = parents.getOrDefault(name, name);
    return parent.equals(name) ? name : root(parent);
  }

  /** The cluster keeps the name that is first in the alphabet, whatever joins it when. */
  private void join(String one, String other) {
    String first = root(one);
    String second = root(other);
    boolean inOrder = first.compareTo(second) <= 0;
    parents.put(inOrder ? second : first, inOrder ? first : second);
  }
}
