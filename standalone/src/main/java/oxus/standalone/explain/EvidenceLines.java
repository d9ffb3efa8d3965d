package oxus.standalone.explain;

import java.util.Locale;
import java.util.stream.Stream;
import oxus.alerts.deliver.ChangeJson;
import oxus.schemas.CitedReport;
import oxus.schemas.Contribution;
import oxus.schemas.GradeStep;

/** One incident's part in a score: what it is, who says so, and how it came by its grade. */
final class EvidenceLines {
  private EvidenceLines() {}

  static Stream<String> of(Contribution contribution) {
    return Stream.of(
            Stream.of(incident(contribution)),
            contribution.getReports().stream().map(EvidenceLines::report),
            contribution.getGrades().stream().map(EvidenceLines::grade))
        .flatMap(lines -> lines);
  }

  private static String incident(Contribution contribution) {
    String weight = ChangeJson.decimal(contribution.getWeight());
    return String.format(
        Locale.ROOT,
        "%s %s %s%s, %s%s, grade %s, %s, %s%s%s",
        contribution.getWeight() > 0 ? "+" + weight : weight,
        contribution.getIncident(),
        contribution.getType(),
        contribution.getPlace().isEmpty() ? "" : " at " + contribution.getPlace(),
        contribution.getOccurredFrom(),
        contribution.getOccurredTo().equals(contribution.getOccurredFrom())
            ? ""
            : " to " + contribution.getOccurredTo(),
        contribution.getGrade(),
        count(contribution.getSources(), "source"),
        count(contribution.getReportCount(), "report"),
        contribution.getDisputed()
            ? ", denied by " + String.join(", ", contribution.getDeniedBy())
            : "",
        contribution.getRulings().isEmpty()
            ? ""
            : ", ruled on by " + String.join(", ", contribution.getRulings()));
  }

  private static String count(int count, String of) {
    return count + " " + of + (count == 1 ? "" : "s");
  }

  private static String report(CitedReport report) {
    return String.format(
        Locale.ROOT,
        "    %s %s%s (%s), %s: %s",
        report.getPublishedAt(),
        report.getSourceName(),
        report.getWire().map(wire -> " via " + wire).orElse(""),
        report.getReliability(),
        report.getStatus(),
        report.getVerbatim() ? "“" + report.getQuote() + "”" : report.getQuote());
  }

  private static String grade(GradeStep step) {
    return String.format(
        Locale.ROOT, "    %s since %s: %s", step.getGrade(), step.getAt(), step.getWhy());
  }
}
