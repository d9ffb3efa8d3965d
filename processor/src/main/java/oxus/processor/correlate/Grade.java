package oxus.processor.correlate;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import oxus.schemas.BorderEvent;
import oxus.schemas.Reliability;
import oxus.theatre.Grading;

/**
 * Admiralty grade (NATO STANAG 2511). The axes are independent: reliability is the best source's
 * standing, credibility is counted from independent voices and denials.
 *
 * @param credibility 1 confirmed by three independent voices, 2 by two, 3 one voice; one worse for
 *     each whole unit of denials, down to 5; 5 only denied; 6 only sources that cannot be judged,
 *     nor can it be judged then who is independent of whom
 * @param voices independent voices that tell it
 * @param deniers independent voices that deny it
 * @param denial what the weightiest denial weighs, in thousandths; 0: nobody denies it
 */
record Grade(
    Reliability reliability,
    int credibility,
    List<String> voices,
    List<String> deniers,
    int denial) {
  private static final int UNIT = 1000;
  private static final int ONLY_DENIED = 5;
  private static final int CANNOT_BE_JUDGED = 6;

  Grade {
    voices = List.copyOf(voices);
    deniers = List.copyOf(deniers);
  }

  /**
   * The grade of an incident.
   *
   * @param telling reports that tell it, of sources that can be judged if there are any
   * @param voices theirs
   * @param denying reports of sources that can be judged which deny it
   * @param all every report, for what nobody tells
   */
  static Grade of(
      List<Told> telling, Voices voices, List<Told> denying, List<Told> all, Grading grading) {
    if (denying.isEmpty() && !telling.isEmpty()) {
      Reliability best = best(telling);
      return new Grade(best, credibility(best, voices.count(), 0), voices.names(), List.of(), 0);
    }
    Voices deniers = Voices.of(denying, grading.independence().nearIdentical());
    Map<String, Integer> weights = new HashMap<>();
    for (Told denial : denying) {
      int weight = grading.denials().weight(denial.report().getStake());
      weights.merge(deniers.of(denial), weight, Math::max);
    }
    int sum = 0;
    int heaviest = 0;
    for (int weight : weights.values()) {
      sum += weight;
      heaviest = Math.max(heaviest, weight);
    }
    Reliability best = best(telling.isEmpty() ? all : telling);
    int credibility =
        telling.isEmpty() ? ONLY_DENIED : credibility(best, voices.count(), sum / UNIT);
    return new Grade(best, credibility, voices.names(), deniers.names(), heaviest);
  }

  private static int credibility(Reliability best, int voices, int steps) {
    if (best == Reliability.F) {
      return CANNOT_BE_JUDGED;
    }
    return Math.min(ONLY_DENIED, 4 - Math.min(3, voices) + steps);
  }

  private static Reliability best(List<Told> reports) {
    Reliability best = Reliability.F;
    for (Told report : reports) {
      Reliability standing = report.standing();
      best = standing.compareTo(best) < 0 ? standing : best;
    }
    return best;
  }

  /**
   * What a report counts with: a copy is as reliable as its original. Nobody vouches for the credit
   * of a source that cannot be judged, so that one lends it nothing.
   */
  static Reliability standing(BorderEvent report) {
    if (report.getReliability() == Reliability.F) {
      return Reliability.F;
    }
    return report
        .getWireReliability()
        .filter(agency -> agency != Reliability.F)
        .orElse(report.getReliability());
  }

  /** For people: why the incident is graded so. */
  String why() {
    if (voices.isEmpty()) {
      return "only denied";
    }
    if (credibility == CANNOT_BE_JUDGED) {
      return "only sources that cannot be judged";
    }
    String told = voices.size() == 1 ? "one voice" : voices.size() + " independent voices";
    if (deniers.isEmpty()) {
      return told;
    }
    String weight = denial < UNIT ? ", which has a stake in it" : "";
    return told + "; denied by " + String.join(", ", deniers) + weight;
  }

  @Override
  public String toString() {
    return reliability.name() + credibility;
  }
}
