package oxus.alerts.console;

import java.util.List;
import oxus.alerts.work.ChangeWork;
import oxus.schemas.CitedReport;
import oxus.schemas.Contribution;
import oxus.schemas.ThreatLevelChange;

/**
 * What people did about one change, and the forms to do more.
 *
 * @param newest offset of the newest change; the stream joins after it
 */
public record WorkView(ThreatLevelChange change, ChangeWork work, Hand hand, long newest) {
  private static final int GLIMPSE = 70;

  String action(String name) {
    return Links.changeJson(change.getChangeId()) + "/" + name;
  }

  String part() {
    return "/parts/work/" + Links.encode(change.getChangeId());
  }

  List<Contribution> incidents() {
    return change.getContributions().stream().filter(one -> !Wording.isRest(one)).toList();
  }

  /** Source and first words, to tell the reports of a change apart. */
  static String glimpse(CitedReport report) {
    String quote = Wording.plain(report.getQuote()).replace('\n', ' ');
    int end =
        quote.offsetByCodePoints(0, Math.min(GLIMPSE, quote.codePointCount(0, quote.length())));
    String dots = end < quote.length() ? " …" : "";
    return Wording.plain(report.getSourceName()) + ": " + quote.substring(0, end) + dots;
  }
}
