package oxus.alerts.deliver;

import java.util.List;
import java.util.Optional;
import oxus.alerts.console.Links;
import oxus.alerts.console.Posted;
import oxus.schemas.CitedReport;
import oxus.schemas.Contribution;
import oxus.schemas.ThreatLevelChange;

/**
 * Changes as a table for spreadsheets (RFC 4180), each with its heaviest incident and that one's
 * best report. A text that a spreadsheet would take for a formula stands behind an apostrophe.
 */
public final class ChangesCsv {
  private static final int LONGEST = 1_000;

  /** What starts a formula, in its common and its full-width form. */
  private static final String FORMULA = "=+-@\uFF1D\uFF0B\uFF0D\uFF20";

  private static final String HEADER =
      "offset,exercise,changeId,sector,sectorName,sequence,from,to,at,reason,explanation,score,"
          + "confidence,coverage,policy,trigger,incidentType,place,grade,sources,reportSource,"
          + "reportUrl,quote\r\n";

  private ChangesCsv() {}

  public static String of(Masthead masthead, List<Posted> page) {
    StringBuilder table = new StringBuilder(HEADER);
    for (Posted posted : page) {
      table.append(String.join(",", row(masthead, posted))).append("\r\n");
    }
    return table.toString();
  }

  private static List<String> row(Masthead masthead, Posted posted) {
    ThreatLevelChange change = posted.change();
    Optional<Contribution> heaviest = change.getContributions().stream().findFirst();
    Optional<CitedReport> best = heaviest.flatMap(found -> found.getReports().stream().findFirst());
    return List.of(
        Long.toString(posted.offset()),
        Boolean.toString(masthead.exercise()),
        text(change.getChangeId()),
        text(change.getSector()),
        text(masthead.sectorName(change.getSector())),
        Long.toString(change.getSequence()),
        change.getFrom().name(),
        change.getTo().name(),
        change.getAt().toString(),
        change.getReason().name(),
        text(change.getExplanation()),
        ChangeJson.decimal(change.getScore()),
        ChangeJson.decimal(1000L * change.getConfidence()),
        change.getCoverage().name(),
        text(change.getPolicy()),
        text(change.getTrigger()),
        heaviest.map(found -> found.getType().name()).orElse(""),
        text(heaviest.map(Contribution::getPlace)),
        text(heaviest.map(Contribution::getGrade)),
        heaviest.map(found -> Integer.toString(found.getSources())).orElse(""),
        text(best.map(CitedReport::getSourceName)),
        text(best.flatMap(CitedReport::getUrl).flatMap(Links::safe)),
        text(best.map(CitedReport::getQuote)));
  }

  private static String text(Optional<String> text) {
    return text.map(ChangesCsv::text).orElse("");
  }

  private static String text(String text) {
    String plain = PlainText.of(text, LONGEST);
    boolean isFormula = !plain.isEmpty() && FORMULA.indexOf(plain.charAt(0)) >= 0;
    String harmless = isFormula ? "'" + plain : plain;
    boolean isQuoted = harmless.contains("\"") || harmless.contains(",");
    return isQuoted ? "\"" + harmless.replace("\"", "\"\"") + "\"" : harmless;
  }
}
