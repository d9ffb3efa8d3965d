package oxus.processor.correlate;

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
    List<BorderEvent> affirmed =
        reports.stream().filter(report -> report.getStatus() != ReportStatus.DENIED).toList();
    List<BorderEvent> judged = affirmed.stream().filter(Told::isJudged).toList();
    return new Sides(
        affirmed,
        judged,
        reports.stream()
            .filter(report -> report.getStatus() == ReportStatus.DENIED && Told.isJudged(report))
            .toList(),
        reports.stream()
            .filter(
                report ->
                    report.getStatus() == ReportStatus.DENIED
                        || (!judged.isEmpty() && !Told.isJudged(report)))
            .toList());
  }

  /** The reports on which the incident rests; empty when it is only denied. */
  List<BorderEvent> basis() {
    return judgedAffirmed.isEmpty() ? affirmed : judgedAffirmed;
  }
}
