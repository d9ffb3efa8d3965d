package oxus.processor.correlate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
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
    this.nearIdentical = nearIdentical;
    if (this.reports.size() > 1) {
      this.reports.sort(FIRST);
      joinTexts();
    }
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
    List<String> roots = new ArrayList<>(reports.size());
    for (BorderEvent report : reports) {
      String root = of(report);
      if (!roots.contains(root)) {
        roots.add(root);
      }
    }
    roots.sort(Comparator.naturalOrder());
    return List.copyOf(roots);
  }

  private void joinTexts() {
    List<BorderEvent> signed = new ArrayList<>(reports.size());
    long[] signatures = new long[reports.size()];
    for (BorderEvent report : reports) {
      Optional<Long> signature = report.getSignature();
      if (signature.isPresent()) {
        signatures[signed.size()] = signature.get();
        signed.add(report);
      }
    }
    for (int one = 0; one < signed.size(); one++) {
      for (int other = one + 1; other < signed.size(); other++) {
        if (Long.bitCount(signatures[one] ^ signatures[other]) <= nearIdentical) {
          join(desk(signed.get(one)), desk(signed.get(other)));
        }
      }
    }
  }

  /**
   * A desk with a word of its own stands on its own, whomever it quotes besides. One that has none
   * goes with the claimant whom it heard first, so that a second one does not make two voices one.
   */
  private void joinClaimants() {
    if (areOnTheirOwnWord()) {
      return;
    }
    // by desk: the claimant whom it heard first; none: it has a word of its own
    Map<String, Optional<String>> claimants = new TreeMap<>();
    for (BorderEvent report : reports) {
      Optional<String> claimant = report.getClaimant();
      claimants.merge(of(report), claimant, (first, next) -> next.isPresent() ? first : next);
    }
    claimants.forEach(
        (desk, claimant) -> {
          if (claimant.isPresent()) {
            parents.put(root(desk), root(claimant.get()));
          }
        });
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
    String parent = parents.isEmpty() ? name : parents.getOrDefault(name, name);
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
