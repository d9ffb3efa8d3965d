package oxus.alerts.console;

import static org.assertj.core.api.Assertions.assertThat;
import static oxus.alerts.Examples.NOON;
import static oxus.alerts.Examples.assessed;
import static oxus.alerts.Examples.borderEvent;
import static oxus.alerts.Examples.change;
import static oxus.alerts.Examples.changed;
import static oxus.alerts.Examples.contribution;
import static oxus.schemas.ThreatLevel.LOW;
import static oxus.schemas.ThreatLevel.MODERATE;
import static oxus.schemas.ThreatLevel.SEVERE;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import oxus.alerts.Examples;
import oxus.alerts.work.Work;
import oxus.schemas.Distance;
import oxus.schemas.EventType;
import oxus.schemas.LevelOverride;
import oxus.schemas.Outlook;
import oxus.schemas.Ruling;
import oxus.schemas.RulingKind;
import oxus.schemas.ThreatLevel;
import oxus.schemas.ThreatLevelChange;

/** Each thing on a page says of which moment it is. */
class MomentsOfPagesTest {
  static final String NORTH = "XA-XB/NORTH";

  final Board board = new Board(Examples.theatre());
  final Pages pages =
      new Pages(
          board,
          false,
          new AssetLinks("/a", "/b", "/c", "/d", "/e", "/f"),
          Optional::empty,
          new Work());

  @Test
  void saysSinceOnlyOfAChangeThatStillStands() {
    board.change(0, change(NORTH, 1, LOW, SEVERE));
    assertThat(pages.front(Filter.ALL)).contains("since <time datetime=\"2021-06-22T13:00:00Z\"");

    board.change(1, change(NORTH, 2, SEVERE, MODERATE));

    assertThat(pages.front(Filter.ALL))
        .contains("since <time datetime=\"2021-06-22T14:00:00Z\"")
        .doesNotContain("since <time datetime=\"2021-06-22T13:00:00Z\"")
        .contains("to <time datetime=\"2021-06-22T14:00:00Z\"");
    assertThat(pages.change(board.find(NORTH + "#1").orElseThrow()))
        .contains("<dt>Stood until</dt><dd><time datetime=\"2021-06-22T14:00:00Z\"");
  }

  @Test
  void showsAtAReportWhatWasRuledOnItLater() {
    board.change(
        0,
        changed(NORTH, 1, LOW, SEVERE)
            .setContributions(List.of(contribution(EventType.ARMED_CLASH, 7_500_000).build()))
            .build());
    Posted posted = board.find(NORTH + "#1").orElseThrow();
    assertThat(pages.change(posted)).doesNotContain("class=\"ruled\"");

    board.reports().ruling(ruling("r-0", posted.change().getAt().minusSeconds(1)));
    assertThat(pages.change(posted)).doesNotContain("class=\"ruled\"");

    board.reports().ruling(ruling("r-1", posted.change().getAt().plusSeconds(60)));
    board.reports().ruling(ruling("r-1", posted.change().getAt().plusSeconds(60)));
    assertThat(pages.change(posted))
        .containsOnlyOnce("<strong>Rejected</strong> after this change")
        .contains("<bdi>Ada</bdi>: <bdi>a hoax</bdi>");
  }

  private static Ruling ruling(String id, Instant at) {
    return new Ruling(
        id,
        RulingKind.REJECT,
        List.of("event-1"),
        null,
        List.of(),
        null,
        at,
        "Ada",
        "a hoax",
        List.of());
  }

  @Test
  void labelsTheOutlookOfTheLastChangeWithItsScoreBesideTheScoreOfNow() {
    ThreatLevelChange last =
        changed(NORTH, 1, LOW, MODERATE)
            .setOutlook(new Outlook(List.of(), new Distance(SEVERE, 1_500_000L), null, null))
            .build();
    board.change(0, last);
    board.assessment(assessed(NORTH, 1, 3_250_000).build());

    assertThat(pages.sector(NORTH).orElseThrow())
        .contains("What would have moved the level when it last changed")
        .contains("when the score was 7.500000; it is 3.250000 now");

    board.assessment(assessed(NORTH, 2, 3_250_000).setOutlook(last.getOutlook().get()).build());
    assertThat(pages.sector(NORTH).orElseThrow())
        .contains("What would move the level</h2>")
        .doesNotContain("when it last changed");
  }

  @Test
  void doesNotSayThatTheScoreAloneDecidesWhereAnOperatorDoes() {
    board.assessment(assessed(NORTH, 1, 1_000_000).build());
    assertThat(pages.sector(NORTH).orElseThrow()).contains("None: the score alone decides.");

    board.assessment(
        assessed(NORTH, 2, 1_000_000)
            .setOverride(
                new LevelOverride(
                    "o-1", NORTH, ThreatLevel.SEVERE, null, NOON, NOON, "Ada", "a tip"))
            .build());

    assertThat(pages.sector(NORTH).orElseThrow())
        .doesNotContain("score alone decides")
        .contains("within the bounds that an operator has set");
  }

  @Test
  void showsDashesWhereThereAreNoArticlesToCount() {
    board.sources().report(borderEvent("e1"));

    assertThat(pages.sources())
        .contains("class=\"num\">1</td>", "class=\"num\">–</td>")
        .doesNotContain("class=\"num\">0</td>");

    board.sources().article(SourceLedgerTest.article("https://a.example/1", "river-post"));
    assertThat(pages.sources()).contains("class=\"num\">0</td>");
  }
}
