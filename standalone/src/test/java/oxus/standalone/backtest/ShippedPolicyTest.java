package oxus.standalone.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import oxus.ingest.Scenarios;
import oxus.ingest.scenario.ReplaySequence;
import oxus.schemas.BorderEvent;
import oxus.standalone.replay.PurePipeline;
import oxus.standalone.replay.RunFolder;

/**
 * The shipped policy against the milestones of summer 2021. Accept other figures for
 * docs/backtest.md and its chart with {@code -Daccept=backtest}; the limits stay.
 */
class ShippedPolicyTest {
  private static final Path DOCUMENT = Path.of("../docs/backtest.md");
  private static final Path CHART = Path.of("../docs/backtest-summer-2021.svg");

  private static Facts facts;
  private static Scorecard policy;
  private static Scorecard alwaysHigh;
  private static Scorecard byCount;

  @BeforeAll
  static void score() {
    List<BorderEvent> events = new Scenarios(History.THEATRE).read("summer-2021").events();
    facts = Facts.of(History.THEATRE, events).orElseThrow();
    Backtest backtest =
        new Backtest(
            facts,
            MilestoneReader.read(
                    History.THEATRE, "summer-2021", Scenarios.milestones("summer-2021"))
                .milestones());
    LevelRun run = replayed(events);
    policy = backtest.score(run);
    alwaysHigh = backtest.score(new Baselines(facts).alwaysHigh());
    byCount = backtest.score(new Baselines(facts).byCount(run));
  }

  private static LevelRun replayed(List<BorderEvent> events) {
    RunFolder folder = new RunFolder();
    PurePipeline pipeline =
        new PurePipeline(History.THEATRE, judged -> judged.change().ifPresent(folder::add));
    new ReplaySequence(History.THEATRE.policy(), Optional.empty(), Optional.empty())
        .of(events, List.of())
        .forEach(pipeline::accept);
    return LevelRun.of("policy", "", facts.sectors(), folder.changes());
  }

  @Test
  void meetsEveryTarget() {
    assertThat(Measure.ALL)
        .filteredOn(measure -> !measure.isMet().test(policy))
        .extracting(Measure::title)
        .isEmpty();
  }

  @Test
  void beatsOneWhoAlwaysCriesWolf() {
    assertThat(policy.inDay().percent()).isGreaterThan(alwaysHigh.inDay().percent());
    assertThat(policy.justified().percent()).isGreaterThan(alwaysHigh.justified().percent());
    assertThat(policy.days().quietSevere()).isLessThan(alwaysHigh.days().quietSevere());
    assertThat(discrimination(policy)).isGreaterThan(discrimination(alwaysHigh));
  }

  @Test
  void beatsOneWhoCountsReports() {
    assertThat(policy.inDay().percent()).isGreaterThan(byCount.inDay().percent());
    assertThat(policy.inTwoDays().percent()).isGreaterThan(byCount.inTwoDays().percent());
    assertThat(policy.justified().percent()).isGreaterThan(byCount.justified().percent());
    assertThat(policy.high().percent()).isGreaterThan(byCount.high().percent());
    assertThat(discrimination(policy)).isGreaterThan(discrimination(byCount));
    assertThat(policy.burden().changes()).isLessThan(byCount.burden().changes());
    assertThat(policy.burden().worstHour()).isLessThan(byCount.burden().worstHour());
    assertThat(policy.burden().chatter()).isLessThan(byCount.burden().chatter());
  }

  private static double discrimination(Scorecard card) {
    return Measure.ALL.stream()
        .filter(measure -> measure.key().equals("discrimination"))
        .mapToDouble(measure -> measure.figure().apply(card).number().doubleValue())
        .findFirst()
        .orElseThrow();
  }

  @Test
  void isShownInTheDocumentsAsItIs() throws IOException {
    String table =
        String.join("\n", BacktestText.table(List.of(policy, alwaysHigh, byCount))) + "\n";
    String text = Files.readString(DOCUMENT);
    int start = text.indexOf("\nmeasure ") + 1;
    int end = text.indexOf("```", start);
    String chart = LevelChart.of(policy, facts);
    if ("backtest".equals(System.getProperty("accept"))) {
      Files.writeString(DOCUMENT, text.substring(0, start) + table + text.substring(end));
      Files.writeString(CHART, chart);
    }

    assertThat(Files.readString(DOCUMENT))
        .as("docs/backtest.md; accept with -Daccept=backtest")
        .contains("```\n" + table + "```\n");
    assertThat(CHART).as("accept with -Daccept=backtest").hasContent(chart);
  }
}
