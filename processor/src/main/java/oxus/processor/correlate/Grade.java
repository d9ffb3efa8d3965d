package oxus.processor.correlate;

import java.util.Comparator;
import java.util.List;
import oxus.schemas.BorderEvent;
import oxus.schemas.Reliability;

/**
 * Admiralty grade (NATO STANAG 2511). The axes are independent: reliability is the best source's
 * standing, credibility is counted from independent voices and denials.
 *
 * @param credibility 1 confirmed by three independent voices, 2 by two, 3 one voice, 4 one voice
 *     and denied, 5 only denied, 6 cannot be judged
 */
record Grade(Reliability reliability, int credibility) {

  /** The grade of an incident by its affirming reports; by all of them when it is only denied. */
  static Grade of(List<BorderEvent> reports, boolean disputed) {
    Reliability best =
        reports.stream()
            .map(BorderEvent::getReliability)
            .min(Comparator.naturalOrder())
            .orElse(Reliability.F);
    return new Grade(best, credibility(reports, best, disputed));
  }

  private static int credibility(List<BorderEvent> reports, Reliability best, boolean disputed) {
    if (reports.stream()
        .allMatch(report -> report.getStatus() == oxus.schemas.ReportStatus.DENIED)) {
      return 5;
    }
    if (best == Reliability.F) {
      return 6;
    }
    int confirmed =
        switch (Math.min(3, Voices.count(reports))) {
          case 3 -> 1;
          case 2 -> 2;
          default -> 3;
        };
    return disputed ? confirmed + 1 : confirmed;
  }

  @Override
  public String toString() {
    return reliability.name() + credibility;
  }
}
