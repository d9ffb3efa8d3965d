package oxus.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import oxus.schemas.AvroFile;
import oxus.schemas.BorderEvent;
import oxus.schemas.Tick;
import oxus.schemas.Withdrawal;
import oxus.theatre.TheatreLoader;
import picocli.CommandLine;

/** What a history would have led to without a source, or had its feed been late. */
class WhatIfTest {
  private static final String HEADER =
      "report_id,published_at,source,source_url,wire,type,status,scope,place,occurred_from,occurred_to,precision,initiator,target,quantity_min,quantity_max,unit,attributed_to,headline_own_words\n";
  private static final String REPORTS =
      HEADER
          + "r1,2021-06-22T12:00:00Z,Reuters,https://example.org/1,,BORDER_SEIZURE,REPORTED,TJ-AF/PANJ,Sher Khan Bandar,2021-06-22,2021-06-22,day,,,,,,,a crossing falls\n"
          + "r2,2021-06-22T14:00:00Z,BBC,https://example.org/2,,BORDER_SEIZURE,REPORTED,TJ-AF/PANJ,Sher Khan Bandar,2021-06-22,2021-06-22,day,,,,,,,the port is taken\n";

  @TempDir Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int oxus(String... arguments) {
    CommandLine command = Oxus.commandLine();
    command.setOut(new PrintWriter(out, true));
    command.setErr(new PrintWriter(err, true));
    return command.execute(arguments);
  }

  private ReplayInput input() throws Exception {
    Path file = Files.writeString(folder.resolve("reports.csv"), REPORTS);
    return new ReplayInputs(TheatreLoader.shipped(), Optional.empty()).read(file.toString());
  }

  private int replay(String run, String... options) throws Exception {
    input();
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "replay",
                folder.resolve("reports.csv").toString(),
                "--out",
                folder.resolve(run).toString()));
    arguments.addAll(List.of(options));
    return oxus(arguments.toArray(String[]::new));
  }

  private static String source(ReplayInput input, int report) {
    return input.events().get(report).getSource();
  }

  @Test
  void leavesOutASourceAndSaysSoInTheManifestAndTheDiff() throws Exception {
    String bbc = source(input(), 1);
    assertThat(replay("whole")).isZero();

    assertThat(replay("without", "--without-source", bbc)).isZero();

    assertThat(folder.resolve("whole/manifest.json")).content().doesNotContain("whatIf");
    assertThat(folder.resolve("without/manifest.json"))
        .content()
        .contains("\"reports\":1,", "\"whatIf\":[\"without " + bbc + "\"],");
    assertThat(folder.resolve("without/assessments.ndjson")).content().doesNotContain("\"r2\"");
    assertThat(
            oxus("diff", folder.resolve("whole").toString(), folder.resolve("without").toString()))
        .isEqualTo(ExitCode.DIFFERS);
    assertThat(out.toString())
        .contains("the histories are told otherwise: whatIf - → [without " + bbc + "]");
  }

  @Test
  void letsASourceBeKnownLater() throws Exception {
    String reuters = source(input(), 0);

    assertThat(replay("late", "--delay", reuters + "=P2D")).isZero();

    List<String> changes = Files.readAllLines(folder.resolve("late/changes.ndjson"));
    List<String> assessments = Files.readAllLines(folder.resolve("late/assessments.ndjson"));
    assertThat(assessments.get(0))
        .contains("\"at\":\"2021-06-22T14:00:00Z\"", "\"trigger\":\"r2\"");
    assertThat(assessments)
        .anyMatch(
            line ->
                line.contains("\"at\":\"2021-06-24T12:00:00Z\"")
                    && line.contains("\"trigger\":\"r1\""));
    assertThat(changes)
        .isNotEmpty()
        .noneMatch(line -> line.contains("2021-06-22T12:00:00Z\",\"reason"));
    assertThat(folder.resolve("late/manifest.json"))
        .content()
        .contains("\"whatIf\":[\"delay " + reuters + "=PT48H\"],");
  }

  @Test
  void movesALateReportOfALogBehindWhatWasKnownBefore() throws Exception {
    ReplayInput input = input();
    BorderEvent first = input.events().get(0);
    BorderEvent second = input.events().get(1);
    Withdrawal gone =
        new Withdrawal(
            first.getArticleKey(), null, first.getKnownAt().plusSeconds(60), "retracted");
    Tick tick = new Tick(second.getKnownAt());
    Tick end = new Tick(Instant.parse("2021-06-30T00:00:00Z"));
    List<SpecificRecord> log = List.of(first, gone, second, tick, end);
    ReplayInput recorded =
        new ReplayInput("log", "hash", input.events(), List.of(), log, List.of(), List.of());

    ReplayInput late =
        new WhatIf(Set.of(), Map.of(first.getSource(), Duration.ofDays(1))).of(recorded);

    assertThat(late.log()).hasSize(5).startsWith(second, tick).endsWith(end);
    BorderEvent told = (BorderEvent) late.log().get(2);
    assertThat(told.getKnownAt()).isEqualTo(first.getKnownAt().plus(Duration.ofDays(1)));
    told.put("knownAt", first.getKnownAt());
    assertThat(told).as("but for its time").isEqualTo(first);
    assertThat(((Withdrawal) late.log().get(3)).getAt())
        .isEqualTo(gone.getAt().plus(Duration.ofDays(1)));
    assertThat(late.hash()).isNotEqualTo("hash");
    assertThat(new WhatIf(Set.of(first.getSource()), Map.of()).of(recorded).log())
        .containsExactly(second, tick, end);
  }

  @Test
  void namesTheSourcesThatAreThereForOneThatIsNot() throws Exception {
    assertThat(replay("run", "--without-source", "nobody")).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(replay("run", "--delay", "nobody=PT1H")).isEqualTo(ExitCode.BAD_INPUT);

    assertThat(err.toString().lines())
        .hasSize(2)
        .allMatch(
            line ->
                line.equals(
                    "oxus: no report is of source 'nobody'; there are: "
                        + String.join(", ", known())));
  }

  private List<String> known() {
    try {
      return input().events().stream().map(BorderEvent::getSource).sorted().toList();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void tellsWhatIsInjectedAtItsOwnTimeAndMarksIt() throws Exception {
    String injected =
        Files.writeString(
                folder.resolve("beside.csv"),
                HEADER
                    + "x1,2021-06-22T13:00:00Z,AFP,https://example.org/x,,TALKS,REPORTED,UZ-AF/TERMEZ,Termez,2021-06-22,2021-06-22,day,,,,,,,they meet\n")
            .toString();

    assertThat(replay("one", "--inject", injected)).isZero();
    assertThat(replay("again", "--inject", injected)).isZero();

    assertThat(Files.readAllLines(folder.resolve("one/events.ndjson")))
        .extracting(line -> line.replaceAll(".*\"event\":\"([^\"]*)\".*", "$1"))
        .containsExactly("r1", "x1", "r2");
    assertThat(folder.resolve("one/manifest.json"))
        .content()
        .containsPattern("\"whatIf\":\\[\"inject beside.csv [0-9a-f]{12}\"\\]");
    for (String file : List.of("manifest.json", "assessments.ndjson", "changes.ndjson")) {
      assertThat(folder.resolve("one").resolve(file))
          .hasSameBinaryContentAs(folder.resolve("again").resolve(file));
    }
  }

  @Test
  void extractsInjectedArticlesAndKeepsAnIdThatIsTakenOut() throws Exception {
    String articles =
        Files.writeString(
                folder.resolve("beside.ndjson"),
                "{\"url\":\"https://example.org/9\",\"title\":\"Post taken\",\"body\":\"Taliban fighters captured the Sher Khan Bandar crossing on Tuesday.\",\"source\":\"Example\",\"publishedAt\":\"2021-06-22T13:00:00Z\"}\n")
            .toString();
    String taken =
        Files.writeString(folder.resolve("taken.csv"), REPORTS.replace("14:00", "15:00"))
            .toString();

    assertThat(replay("articles", "--inject", articles)).isZero();
    assertThat(replay("taken", "--inject", taken)).isEqualTo(ExitCode.BAD_INPUT);

    assertThat(folder.resolve("articles/events.ndjson"))
        .content()
        .contains("\"article\":\"example.org/9\"");
    assertThat(folder.resolve("articles/dispositions.ndjson")).content().contains("example.org/9");
    assertThat(err.toString()).contains("id 'r1' is taken by a report of another file");
  }

  @Test
  void putsWhatIsInjectedIntoARecordedLogAtItsTime() throws Exception {
    List<BorderEvent> events = input().events();
    Tick tick = new Tick(events.get(0).getKnownAt());
    Tick end = new Tick(Instant.parse("2021-06-30T00:00:00Z"));
    Path recorded = Files.createDirectories(folder.resolve("recorded"));
    Files.write(
        recorded.resolve("log.avro"),
        AvroFile.of(List.of(events.get(0), tick, events.get(1), end)));
    Path beside =
        Files.writeString(
            folder.resolve("beside.csv"),
            REPORTS.replace("r1,2021-06-22T12", "x1,2021-06-22T13").replaceAll("r2,[^\n]*\n", ""));

    ReplayInput input =
        new ReplayInputs(TheatreLoader.shipped(), Optional.empty())
            .read(recorded.toString(), List.of(beside));

    assertThat(input.log()).hasSize(5);
    assertThat(((BorderEvent) input.log().get(2)).getId()).isEqualTo("x1");
    assertThat(input.whatIf()).hasSize(1);
  }

  @Test
  void refusesADelayThatIsNone() throws Exception {
    assertThat(replay("run", "--delay", source(input(), 0) + "=PT0S")).isEqualTo(ExitCode.USAGE);
  }
}
