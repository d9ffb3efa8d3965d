package oxus.processor.correlate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
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

  /** No report of the desk was seen yet. */
  private static final int UNHEARD = -1;

  /** The desk has a word of its own. */
  private static final int OWN_WORD = -2;

  private final List<BorderEvent> reports;
  private final int nearIdentical;
  private final Names heard;
  private final List<String> names;

  /** The names of desks and claimants; each leads to another one of its cluster, or to itself. */
  private static final class Names {
    private final String[] names;
    private final int[] parents;
    private int size;

    Names(int most) {
      this.names = new String[most];
      this.parents = new int[most];
    }

    /** The number of a name; negative: it was never added. */
    int find(String name) {
      int hash = name.hashCode();
      for (int number = 0; number < size; number++) {
        if (names[number].hashCode() == hash && names[number].equals(name)) {
          return number;
        }
      }
      return -1;
    }

    int add(String name) {
      int known = find(name);
      if (known >= 0) {
        return known;
      }
      names[size] = name;
      parents[size] = size;
      return size++;
    }

    int root(int number) {
      int root = number;
      while (parents[root] != root) {
        root = parents[root];
      }
      return root;
    }

    /** The cluster keeps the name that is first in the alphabet, whatever joins it when. */
    void join(int one, int other) {
      int first = root(one);
      int second = root(other);
      boolean inOrder = names[first].compareTo(names[second]) <= 0;
      parents[inOrder ? second : first] = inOrder ? first : second;
    }
  }

  private Voices(Collection<BorderEvent> reports, int nearIdentical) {
    this.reports = new ArrayList<>(reports);
    this.nearIdentical = nearIdentical;
    this.heard = new Names(2 * this.reports.size());
    if (this.reports.size() > 1) {
      this.reports.sort(FIRST);
    }
    int[] desks = new int[this.reports.size()];
    for (int report = 0; report < desks.length; report++) {
      desks[report] = heard.add(desk(this.reports.get(report)));
    }
    joinTexts(desks);
    joinClaimants(desks);
    this.names = roots(desks);
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
    String desk = desk(report);
    int known = heard.find(desk);
    return known < 0 ? desk : heard.names[heard.root(known)];
  }

  int count() {
    return names.size();
  }

  /** In alphabetical order. */
  List<String> names() {
    return names;
  }

  private List<String> roots(int[] desks) {
    boolean[] isVoice = new boolean[heard.size];
    List<String> roots = new ArrayList<>(desks.length);
    for (int desk : desks) {
      int root = heard.root(desk);
      if (!isVoice[root]) {
        isVoice[root] = true;
        roots.add(heard.names[root]);
      }
    }
    if (roots.size() > 1) {
      roots.sort(Comparator.naturalOrder());
    }
    return List.copyOf(roots);
  }

  private void joinTexts(int[] desks) {
    if (desks.length < 2) {
      return;
    }
    int[] signed = new int[desks.length];
    long[] signatures = new long[desks.length];
    int count = 0;
    for (int report = 0; report < desks.length; report++) {
      Optional<Long> signature = reports.get(report).getSignature();
      if (signature.isPresent()) {
        signatures[count] = signature.get();
        signed[count++] = desks[report];
      }
    }
    for (int one = 0; one < count; one++) {
      for (int other = one + 1; other < count; other++) {
        if (Long.bitCount(signatures[one] ^ signatures[other]) <= nearIdentical) {
          heard.join(signed[one], signed[other]);
        }
      }
    }
  }

  /**
   * A desk with a word of its own stands on its own, whomever it quotes besides. One that has none
   * goes with the claimant whom it heard first, so that a second one does not make two voices one.
   */
  private void joinClaimants(int[] desks) {
    if (areOnTheirOwnWord()) {
      return;
    }
    // by desk: the claimant whom it heard first
    int[] claimants = new int[2 * desks.length];
    Arrays.fill(claimants, UNHEARD);
    List<Integer> inOrder = new ArrayList<>(desks.length);
    for (int report = 0; report < desks.length; report++) {
      int desk = heard.root(desks[report]);
      Optional<String> claimant = reports.get(report).getClaimant();
      if (claimants[desk] == UNHEARD) {
        inOrder.add(desk);
        claimants[desk] = claimant.isPresent() ? heard.add(claimant.get()) : OWN_WORD;
      } else if (claimant.isEmpty()) {
        claimants[desk] = OWN_WORD;
      }
    }
    inOrder.removeIf(desk -> claimants[desk] < 0);
    inOrder.sort(Comparator.comparing(desk -> heard.names[desk]));
    for (int desk : inOrder) {
      heard.parents[heard.root(desk)] = heard.root(claimants[desk]);
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
}
