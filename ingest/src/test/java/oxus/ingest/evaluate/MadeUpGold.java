package oxus.ingest.evaluate;

import java.time.LocalDate;
import java.util.List;
import oxus.ingest.article.PublicationTimes;
import oxus.schemas.BorderEvent;
import oxus.schemas.EventType;
import oxus.schemas.ReportStatus;

/** Gold for tests, and one matcher for all of them. */
final class MadeUpGold {
  static final String TEXT =
      "Rebels took the post at Quiet Ford. A second one near Low Bend was lost too. All was calm.";
  static final String QUIET_FORD = "Rebels took the post at Quiet Ford";

  private static final LocalDate DAY = LocalDate.parse("2021-07-05");

  private MadeUpGold() {}

  static GoldEvent gold(EventType type, String scope, String cue) {
    return gold(List.of(type), scope, cue, true);
  }

  static GoldEvent optional(EventType type, String scope, String cue) {
    return gold(List.of(type), scope, cue, false);
  }

  static GoldEvent gold(List<EventType> types, String scope, String cue, boolean required) {
    return new GoldEvent(
        "g-" + scope + "-" + cue.length(),
        types,
        List.of(scope),
        DAY,
        DAY,
        List.of(ReportStatus.REPORTED),
        cue,
        required);
  }

  static GoldArticle article(GoldEvent... events) {
    return new GoldArticle(
        "made-up", PublicationTimes.parse("2021-07-06"), "Made-up Wire", List.of(events));
  }

  static JudgedArticle judge(GoldArticle gold, Told... told) {
    return judge(GoldMatcher.UNCODED, gold, told);
  }

  static JudgedArticle judge(List<EventType> aside, GoldArticle gold, Told... told) {
    List<BorderEvent> events = List.of(told).stream().map(Told::event).toList();
    return new GoldMatcher("CA", aside).match(gold, TEXT, events);
  }

  static List<Verdict> verdicts(JudgedArticle article) {
    return article.events().stream().map(JudgedEvent::verdict).toList();
  }
}
