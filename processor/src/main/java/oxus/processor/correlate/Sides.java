package oxus.processor.correlate;

import java.util.ArrayList;
import java.util.List;

/**
 * An incident's reports by who says what. Reports of sources that cannot be judged (grade F) count
 * only where nobody else tells it, and never as a denial.
 *
 * @param affirmed all that tell it, whether done, planned or threatened
 * @param judgedAffirmed those of sources that can be judged
 * @param judgedDenials denials by sources that can be judged
 * @param others what does not count towards it: denials, and rumours beside judged reports
 */
record Sides(
    List<Told> affirmed, List<Told> judgedAffirmed, List<Told> judgedDenials, List<Told> others) {

  static Sides of(List<Told> reports) {
    List<Told> affirmed = new ArrayList<>(reports.size());
    List<Told> judged = new ArrayList<>(reports.size());
    List<Told> denials = new ArrayList<>(0);
    for (Told report : reports) {
      boolean isDenial = report.isDenial();
      if (!isDenial) {
        affirmed.add(report);
      }
      if (report.isJudged()) {
        (isDenial ? denials : judged).add(report);
      }
    }
    return new Sides(affirmed, judged, denials, others(reports, judged));
  }

  private static List<Told> others(List<Told> reports, List<Told> judged) {
    if (judged.size() == reports.size()) {
      return List.of();
    }
    List<Told> others = new ArrayList<>();
    for (Told report : reports) {
      boolean isRumour = !judged.isEmpty() && !report.isJudged();
      if (report.isDenial() || isRumour) {
        others.add(report);
      }
    }
    return others;
  }

  /** Whether it is one of those on which the incident rests. */
  boolean isBasis(Told report) {
    return !report.isDenial() && (judgedAffirmed.isEmpty() || report.isJudged());
  }

  /** The reports on which the incident rests; empty when it is only denied. */
  List<Told> basis() {
    return judgedAffirmed.isEmpty() ? affirmed : judgedAffirmed;
  }
}
