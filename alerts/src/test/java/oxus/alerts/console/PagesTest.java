package oxus.alerts.console;

import static org.assertj.core.api.Assertions.assertThat;
import static oxus.alerts.Examples.NOON;
import static oxus.alerts.Examples.assessed;
import static oxus.alerts.Examples.change;
import static oxus.alerts.Examples.changed;
import static oxus.alerts.Examples.contribution;
import static oxus.alerts.Examples.report;
import static oxus.schemas.ThreatLevel.LOW;
import static oxus.schemas.ThreatLevel.SEVERE;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import oxus.alerts.Examples;
import oxus.alerts.history.Archive;
import oxus.alerts.history.RememberedArchive;
import oxus.alerts.work.Order;
import oxus.alerts.work.Request;
import oxus.alerts.work.Verdict;
import oxus.alerts.work.Work;
import oxus.schemas.Coverage;
import oxus.schemas.Distance;
import oxus.schemas.EventType;
import oxus.schemas.FigureClaim;
import oxus.schemas.GradeStep;
import oxus.schemas.LevelOverride;
import oxus.schemas.Outlook;
import oxus.schemas.RuleNear;
import oxus.schemas.StepDown;
import oxus.schemas.ThreatLevel;
import oxus.schemas.ThreatLevelChange;
import oxus.schemas.WithoutSource;

class PagesTest {
  static final String NORTH = "XA-XB/NORTH";
  static final String HOSTILE =
      "\"><script>alert(1)</script><img src=x onerror=alert(1)>'${x}\u202E";

  final Board board = new Board(Examples.theatre());
  final Pages pages =
      new Pages(
          board,
          false,
          new AssetLinks("/a", "/b", "/c", "/d", "/e", "/f"),
          Optional::empty,
          new Work());

  @Test
  void showsHostileTextAsText() {
    ThreatLevelChange change = hostile();
    board.change(0, change);
    board.assessment(
        assessed(NORTH, 1, 1_000_000).setContributions(change.getContributions()).build());

    String all =
        pages.front(Filter.ALL)
            + pages.change(new Posted(0, change))
            + pages.sector(NORTH).orElseThrow()
            + pages.problem(404, HOSTILE);

    assertThat(all).contains("&lt;script&gt;alert(1)&lt;/script&gt;").contains("${x}");
    assertThat(all).doesNotContain("<script>", "<img src=x", "\u202E");
  }

  private static ThreatLevelChange hostile() {
    return changed(NORTH, 1, LOW, SEVERE)
        .setExplanation(HOSTILE)
        .setPolicy(HOSTILE)
        .setTrigger(HOSTILE)
        .setContributions(
            List.of(
                contribution(EventType.ARMED_CLASH, 1_000_000)
                    .setIncident(HOSTILE)
                    .setPlace(HOSTILE)
                    .setGrade(HOSTILE)
                    .setReports(
                        List.of(
                            report(HOSTILE)
                                .setSourceName(HOSTILE)
                                .setWire(HOSTILE)
                                .setAttributedTo(HOSTILE)
                                .setUrl("javascript:alert(1)//" + HOSTILE)
                                .build()))
                    .build()))
        .build();
  }

  @Test
  void makesNoLinkOfAnAddressThatIsNotOfTheWeb() {
    ThreatLevelChange change =
        changed(NORTH, 1, LOW, SEVERE)
            .setContributions(
                List.of(
                    contribution(EventType.ARMED_CLASH, 1)
                        .setReports(List.of(report("x").setUrl("javascript:alert(1)").build()))
                        .build()))
            .build();

    String page = pages.change(new Posted(0, change));

    assertThat(page).contains("no usable link").doesNotContain("href=\"javascript");
  }

  @Test
  void quotesWordsOfTheTextAndLabelsWordsOfACoder() {
    assertThat(pageOf(report("said so").setVerbatim(true))).contains("<q>said so</q>");
    assertThat(pageOf(report("said so").setVerbatim(false)))
        .contains("Summary</span> said so")
        .doesNotContain("<q>");
  }

  @Test
  void opensPagesOfOthersWithoutTellingThemFromWhere() {
    assertThat(pageOf(report("x"))).contains("rel=\"noopener noreferrer\"");
  }

  private String pageOf(oxus.schemas.CitedReport.Builder report) {
    ThreatLevelChange change =
        changed(NORTH, 1, LOW, SEVERE)
            .setContributions(
                List.of(
                    contribution(EventType.ARMED_CLASH, 1)
                        .setReports(List.of(report.build()))
                        .build()))
            .build();
    return pages.change(new Posted(0, change));
  }

  @Test
  void showsWhoBoundsALevelUntilWhenAndWhy() {
    LevelOverride override =
        LevelOverride.newBuilder()
            .setId("o-1")
            .setSector(NORTH)
            .setFloor(ThreatLevel.SEVERE)
            .setAt(Examples.NOON)
            .setUntil(Examples.NOON.plusSeconds(86_400))
            .setWho("duty officer")
            .setWhy("visit")
            .build();
    ThreatLevelChange change = changed(NORTH, 1, LOW, SEVERE).setOverride(override).build();

    assertThat(pages.change(new Posted(0, change)))
        .contains("Not below", "2021-06-23 12:00 UTC", "by duty officer: visit");
  }

  @Test
  void showsWhatWouldMoveALevelAndWhereReportsDiffer() {
    ThreatLevelChange change =
        changed(NORTH, 1, LOW, SEVERE)
            .setConfidence(725)
            .setCoverage(Coverage.THIN)
            .setOutlook(
                new Outlook(
                    List.of(new WithoutSource("river-post", "River " + HOSTILE, LOW, 1_500_000L)),
                    new Distance(ThreatLevel.CRITICAL, 2_500_000L),
                    new Distance(SEVERE, 1_000_000L),
                    new StepDown(ThreatLevel.SUBSTANTIAL, Examples.NOON)))
            .setNear(List.of(new RuleNear("exodus", "Many flee", "refugee flow")))
            .setContributions(
                List.of(
                    contribution(EventType.TROOP_CROSSING, 1)
                        .setFigures(
                            List.of(
                                new FigureClaim("soldiers", 1037L, 1037L, List.of("agency")),
                                new FigureClaim("soldiers", null, 300L, List.of("herald"))))
                        .setDeniedBy(List.of("ministry"))
                        .setGrades(List.of(new GradeStep(Examples.NOON, "B2", "two voices")))
                        .build()))
            .build();

    assertThat(pages.change(new Posted(0, change)))
        .contains("72.5 %", "Thin", "Without <strong><bdi>River \"&gt;&lt;script&gt;")
        .contains("rises by 2.500000", "may lose 1.000000", "2021-06-22 12:00 UTC</time> if no")
        .contains("Missing: refugee flow", "1,037 soldiers", "at most 300 soldiers")
        .contains("Denied by <bdi>ministry", "two voices");
  }

  @Test
  void showsAPastMomentWithNothingThatCameLater() {
    RememberedArchive archive = new RememberedArchive();
    ThreatLevelChange first = changed(NORTH, 1, LOW, ThreatLevel.MODERATE).setAt(NOON).build();
    ThreatLevelChange second =
        changed(NORTH, 2, ThreatLevel.MODERATE, SEVERE).setAt(NOON.plusSeconds(60)).build();
    archive.add(0, first);
    archive.add(1, second);
    Board past = new Board(Examples.theatre(), archive, ArticleTexts.NONE);
    past.change(0, first);
    past.change(1, second);
    Pages ofPast =
        new Pages(
            past,
            false,
            new AssetLinks("/a", "/b", "/c", "/d", "/e", "/f"),
            Optional::empty,
            new Work());

    String page = ofPast.sector(NORTH, Optional.of(NOON.plusSeconds(30))).orElseThrow();

    assertThat(page)
        .contains("As known at", "Back to now", "MODERATE", "%231")
        .doesNotContain("SEVERE</span>\n North", "%232");
  }

  @Test
  void warnsOfOldDataOnEveryPage() {
    Pages troubled =
        new Pages(
            board,
            false,
            new AssetLinks("/a", "/b", "/c", "/d", "/e", "/f"),
            () -> Optional.of("the broker is away"),
            new Work());

    assertThat(troubled.front(Filter.ALL)).contains("Data may be old:", "the broker is away");
    assertThat(troubled.sources()).contains("the broker is away");
  }

  @Test
  void saysWhyThereAreNoSources() {
    assertThat(pages.sources()).contains("No source has been heard yet", "○ BLIND");
  }

  @Test
  void showsWhichFeedsDoNotDoWell() {
    FeedLine failing =
        new FeedLine("River Post", "https://river.test/<rss>", "failing", 3, 7, Instant.EPOCH);

    String page = pages.sources(List.of(failing));

    assertThat(page)
        .contains("River Post", "https://river.test/&lt;rss&gt;", ">failing<", "never")
        .doesNotContain("<rss>");
    assertThat(pages.sources()).doesNotContain("feeds-title");
  }

  @Test
  void showsAQuoteInItsArticleOrSaysThatTheTextIsNotKept() {
    assertThat(pageOf(report("the bridge fell"))).contains("text is not kept here");

    oxus.schemas.Article article = SourceLedgerTest.article("https://news.example/1", "x");
    Board withTexts = new Board(Examples.theatre(), Archive.NONE, key -> Optional.of(article));
    Pages reading =
        new Pages(
            withTexts,
            false,
            new AssetLinks("/a", "/b", "/c", "/d", "/e", "/f"),
            Optional::empty,
            new Work());
    ThreatLevelChange change =
        changed(NORTH, 1, LOW, SEVERE)
            .setContributions(
                List.of(
                    contribution(EventType.ARMED_CLASH, 1)
                        .setReports(List.of(report("The bridge fell before noon").build()))
                        .build()))
            .build();

    assertThat(reading.change(new Posted(0, change)))
        .contains("A bridge is lost", "It rained. ", "<mark>The bridge fell before noon</mark>");
  }

  @Test
  void saysWhyAFilterShowsNothing() {
    board.change(0, change(NORTH, 1, LOW, SEVERE));

    String page =
        pages.front(
            new Filter(
                Optional.of("XA-XB/SOUTH"), Optional.empty(), Optional.empty(), Optional.empty()));

    assertThat(page).contains("No change matches this filter. 1 others do not");
  }

  @Test
  void knowsNoPageOfASectorThatIsNotThere() {
    assertThat(pages.sector("XA-XB/NOWHERE")).isEmpty();
  }

  @Test
  void saysInTheFeedWhoHasAChangeInHand() {
    Work work = new Work();
    Pages shared =
        new Pages(
            board,
            false,
            new AssetLinks("/a", "/b", "/c", "/d", "/e", "/f"),
            Optional::empty,
            work);
    board.change(0, changed(NORTH, 1, LOW, SEVERE).build());
    assertThat(shared.board(Filter.ALL)).contains("Not acknowledged");

    Verdict verdict =
        work.decide(
            new Request(
                "r-1",
                "Ada",
                "operator",
                NOON,
                NOON,
                "",
                new Order.Acknowledge(NORTH + "#1", NORTH)));
    work.apply(((Verdict.Accepted) verdict).action());

    assertThat(shared.board(Filter.ALL))
        .contains("Acknowledged by <bdi>Ada</bdi>")
        .doesNotContain("Not acknowledged");
  }
}
