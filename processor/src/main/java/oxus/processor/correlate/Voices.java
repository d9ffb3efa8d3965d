package oxus.processor.correlate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import oxus.schemas.BorderEvent;

/**
 * Tells independent reports from reprints. Reports of one publisher family, of one agency that they
 * credit, or of near-identical text come from one desk; a desk that has nothing but one claimant's
 * word is that claimant's voice, with all others who have nothing else either. What follows is a
 * function of the set of reports: neither their order nor their number shows.
 */
final class Voices {
  /** No report of the desk was seen yet. */
  private static final int UNHEARD = -1;

  /** The desk has a word of its own. */
  private static final int OWN_WORD = -2;

  private final List<Told> reports;
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

  private Voices(List<Told> reports, int nearIdentical) {
    this.reports = new ArrayList<>(reports);
    this.nearIdentical = nearIdentical;
    this.heard = new Names(2 * this.reports.size());
    if (this.reports.size() > 1) {
      this.reports.sort(Told.ORDER);
    }
    int[] desks = new int[this.reports.size()];
    for (int report = 0; report < desks.length; report++) {
      desks[report] = heard.add(this.reports.get(report).desk());
    }
    joinTexts(desks);
    joinClaimants(desks);
    this.names = roots(desks);
  }

  /**
   * @param nearIdentical signatures that differ in so many bits or fewer are of one text
   */
  static Voices of(List<Told> reports, int nearIdentical) {
    return new Voices(reports, nearIdentical);
  }

  /** Whose text it is: the agency that it credits, else the publisher. */
  static String desk(BorderEvent report) {
    return report.getWire().orElseGet(report::getPublisherFamily);
  }

  /** The name of the report's cluster. */
  String of(Told report) {
    String desk = report.desk();
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
    for (int one = 0; one < desks.length; one++) {
      for (int other = one + 1; other < desks.length; other++) {
        if (reports.get(one).isNearly(reports.get(other), nearIdentical)) {
          heard.join(desks[one], desks[other]);
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
    for (int report = 0; report < desks.length; report++) {
      int desk = heard.root(desks[report]);
      String claimant = reports.get(report).claimant();
      if (claimants[desk] == UNHEARD) {
        claimants[desk] = claimant != null ? heard.add(claimant) : OWN_WORD;
      } else if (claimant == null) {
        claimants[desk] = OWN_WORD;
      }
    }
    joinInOrder(claimants);
  }

  /** Joins each desk that has a claimant with it, in the order of the desks' names. */
  private void joinInOrder(int[] claimants) {
    for (int desk = next(claimants); desk >= 0; desk = next(claimants)) {
      heard.parents[heard.root(desk)] = heard.root(claimants[desk]);
      claimants[desk] = OWN_WORD;
    }
  }

  /** The desk with a claimant whose name is first in the alphabet; negative: there is none. */
  private int next(int[] claimants) {
    int next = -1;
    for (int desk = 0; desk < claimants.length; desk++) {
      if (claimants[desk] >= 0
          && (next < 0 || heard.names[desk].compareTo(heard.names[next]) < 0)) {
        next = desk;
      }
    }
    return next;
  }

  private boolean areOnTheirOwnWord() {
    for (Told report : reports) {
      if (report.claimant() != null) {
        return false;
      }
    }
    return true;
  }
}
