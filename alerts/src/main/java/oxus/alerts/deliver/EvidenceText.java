package oxus.alerts.deliver;

import oxus.schemas.Contribution;

/** An incident's part in a score as one line for people. */
final class EvidenceText {
  private static final int LONGEST = 1_000;

  private EvidenceText() {}

  static String line(Contribution contribution) {
    String place = contribution.getPlace().isBlank() ? "" : ", " + contribution.getPlace();
    String quote =
        contribution.getReports().stream()
            .findFirst()
            .map(report -> " – " + report.getSourceName() + ": “" + report.getQuote() + "”")
            .orElse("");
    return PlainText.of(
        signed(contribution.getWeight())
            + " "
            + contribution.getType()
            + place
            + " ("
            + contribution.getGrade()
            + ")"
            + quote,
        LONGEST);
  }

  private static String signed(long micro) {
    return (micro > 0 ? "+" : "") + ChangeJson.decimal(micro);
  }
}
