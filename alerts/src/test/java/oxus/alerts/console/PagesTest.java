package oxus.alerts.console;

import static org.assertj.core.api.Assertions.assertThat;
import static oxus.alerts.Examples.assessed;
import static oxus.alerts.Examples.change;
import static oxus.alerts.Examples.changed;
import static oxus.alerts.Examples.contribution;
import static oxus.alerts.Examples.report;
import static oxus.schemas.ThreatLevel.LOW;
import static oxus.schemas.ThreatLevel.SEVERE;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import oxus.alerts.Examples;
import oxus.schemas.EventType;
import oxus.schemas.LevelOverride;
import oxus.schemas.ThreatLevel;
import oxus.schemas.ThreatLevelChange;

class PagesTest {
  static final String NORTH = "XA-XB/NORTH";
  static final String HOSTILE =
      "\"><script>alert(1)</script><img src=x onerror=alert(1)>'${x}\u202E";

  final Board board = new Board(Examples.theatre());
  final Pages pages = new Pages(board, false, new AssetLinks("/a", "/b", "/c", "/d", "/e"));

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
}
