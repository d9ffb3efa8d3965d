package oxus.processor.correlate;

import java.util.ArrayList;
import java.util.List;
import oxus.schemas.BorderEvent;
import oxus.schemas.ReportStatus;

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
    List<BorderEvent> affirmed,
    List<BorderEvent> judgedAffirmed,
    List<BorderEvent> judgedDenials,
    List<BorderEvent> others) {

  static Sides of(List<BorderEvent> reports) {
    List<BorderEvent> affirmed = new ArrayList<>(reports.size());
    List<BorderEvent> judged = new ArrayList<>(reports.size());
    List<BorderEvent> denials = new ArrayList<>(0);
    for (BorderEvent report : reports) {
      boolean isDenial = report.getStatus() == ReportStatus.DENIED;
      if (!isDenial) {
        affirmed.add(report);
      }
      if (Told.isJudged(report)) {
        (isDenial ? denials : judged).add(report);
      }
    }
    return new Sides(affirmed, judged, denials, others(reports, judged));
  }

  private static List<BorderEvent> others(List<BorderEvent> reports, List<BorderEvent> judged) {
    if (judged.size() == reports.size()) {
      return List.of();
    }
    List<BorderEvent> others = new ArrayList<>();
    for (BorderEvent report : reports) {
      boolean isRumour = !judged.isEmpty() && !Told.isJudged(report);
      if (report.getStatus() == ReportStatus.DENIED || isRumour) {
        others.add(report);
      }
    }
    return others;
  }

  /** Whether it is one of those on which the incident rests. */
  boolean isBasis(BorderEvent report) {
    return report.getStatus() != ReportStatus.DENIED
        && (judgedAffirmed.isEmpty() || Told.isJudged(report));
  }

  /** The reports on which the incident rests; empty when it is only denied. */
  List<BorderEvent> basis() {
    return judgedAffirmed.isEmpty() ? affirmed : judgedAffirmed;
  }
}
