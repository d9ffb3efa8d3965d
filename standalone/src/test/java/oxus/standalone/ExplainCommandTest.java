package oxus.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import oxus.alerts.deliver.ChangeJson;
import oxus.schemas.ThreatLevel;
import oxus.standalone.diff.Json;
import oxus.standalone.explain.RecordReader;
import picocli.CommandLine;

/** What explain says of a run, and what it says when there is nothing to explain. */
class ExplainCommandTest {
  private static final String AT = "2021-06-26T00:00:00Z";

  @TempDir static Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int oxus(String... arguments) {
    CommandLine command = Oxus.commandLine();
    command.setOut(new PrintWriter(out, true));
    command.setErr(new PrintWriter(err, true));
    return command.execute(arguments);
  }

  private int explain(String subject, String... options) {
    String[] arguments = {"explain", subject, "--run", run().toString()};
    return oxus(
        Stream.concat(List.of(arguments).stream(), List.of(options).stream())
            .toArray(String[]::new));
  }

  private static Path run() {
    return folder.resolve("run");
  }

  @BeforeAll
  static void replay() {
    CommandLine command = Oxus.commandLine();
    command.setOut(new PrintWriter(new StringWriter()));
    command.setErr(new PrintWriter(new StringWriter()));
    assertThat(command.execute("replay", "summer-2021", "--out", run().toString())).isZero();
  }

  @Test
  void tellsEvidenceRulesAndWhatWouldMoveTheLevel() {
    assertThat(explain("TJ-AF/PANJ", "--at", AT)).isZero();

    assertThat(out.toString().lines())
        .contains("evidence", "rules that hold", "rules that nearly hold")
        .anyMatch(line -> line.startsWith("TJ-AF/PANJ as known at " + AT + ": "))
        .anyMatch(
            line -> line.startsWith("since 2021-06-2") && line.contains(", change TJ-AF/PANJ#"))
        .anyMatch(line -> line.startsWith("why not higher"))
        .anyMatch(line -> line.startsWith("why not lower"))
        .anyMatch(line -> line.contains("the score may lose "))
        .anyMatch(line -> line.startsWith("without one source"))
        .anyMatch(line -> line.contains(" BORDER_SEIZURE at ") && line.contains(", grade "));
  }

  @Test
  void saysTheSameOfARunAndOfItsSource() {
    assertThat(explain("TJ-AF/PANJ", "--at", AT, "--output", "ndjson")).isZero();
    String ofRun = out.toString();
    out.getBuffer().setLength(0);

    assertThat(oxus("explain", "TJ-AF/PANJ", "summer-2021", "--at", AT, "--output", "ndjson"))
        .isZero();

    assertThat(out).hasToString(ofRun);
  }

  @Test
  void tellsWhoseTextEarnsTheGradeAndThatNothingIsHigherThanTheHighest() {
    assertThat(oxus("explain", "TJ-AF/PANJ#2")).isZero();

    assertThat(out.toString().lines())
        .anyMatch(line -> line.contains(" UrduPoint via afp (A), REPORTED: "))
        .anyMatch(line -> line.contains(" grade A3, 1 source, 1 report"))
        .contains("  CRITICAL is the highest level");
  }

  @Test
  void explainsAChangeAtItsOwnTime() throws IOException {
    String line = Files.readAllLines(run().resolve("changes.ndjson")).get(3);
    String id = String.valueOf(Json.object(line).get("changeId"));

    assertThat(explain(id, "--output", "ndjson")).isZero();

    assertThat(Json.object(out.toString()))
        .containsEntry("subject", id)
        .containsEntry("at", Json.object(line).get("at"))
        .containsEntry("level", Json.object(line).get("to"))
        .containsEntry("change", Json.object(line))
        .doesNotContainKey("supersededBy");
  }

  @Test
  void tellsThatAChangeWasSuperseded() {
    assertThat(explain("TJ-AF/PANJ#1", "--at", "2021-08-31")).isZero();

    assertThat(out.toString())
        .contains("as known at 2021-08-31T23:59:59Z")
        .contains("TJ-AF/PANJ#1 was superseded by TJ-AF/PANJ#");
  }

  @Test
  void knowsNothingBeforeTheFirstReport() {
    assertThat(explain("TJ-AF/PANJ", "--at", "2020-01-01")).isZero();

    assertThat(out.toString().lines())
        .containsExactly(
            "TJ-AF/PANJ as known at 2020-01-01T23:59:59Z: LOW",
            "never left LOW",
            "nothing that bears on it was known");
  }

  @Test
  void namesWhatIsThereForASectorOrChangeThatIsNot() {
    assertThat(explain("TJ-AF/PANG")).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(explain("TJ-AF/PANJ#99")).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(explain("TJ-AF/PANJ#1", "--at", "2020-01-01")).isEqualTo(ExitCode.BAD_INPUT);

    assertThat(err.toString().lines())
        .anyMatch(
            line -> line.matches("oxus: there is no sector 'TJ-AF/PANG'; there are: .*PANJ.*"))
        .anyMatch(
            line -> line.matches(".*no change 'TJ-AF/PANJ#99'; of TJ-AF/PANJ there are: TJ.*"))
        .anyMatch(line -> line.contains("'TJ-AF/PANJ#1' was not known at 2020-01-01T23:59:59Z"));
  }

  @Test
  void explainsOfTheShippedHistoryWhereNoneIsNamed() {
    assertThat(oxus("explain", "TJ-AF/PANJ#2")).isZero();
    String unnamed = out.toString();
    out.getBuffer().setLength(0);
    assertThat(oxus("explain", "TJ-AF/PANJ#2", "summer-2021")).isZero();

    assertThat(unnamed).isEqualTo(out.toString());
    assertThat(err.toString()).contains("of the shipped history summer-2021");
  }

  @Test
  void asksForOneHistoryAndAMomentThatIsOne() {
    assertThat(oxus("explain", "TJ-AF/PANJ", "summer-2021", "--run", "x"))
        .isEqualTo(ExitCode.USAGE);
    assertThat(explain("TJ-AF/PANJ", "--at", "yesterday")).isEqualTo(ExitCode.USAGE);

    assertThat(err.toString())
        .contains("name one history only: a SOURCE, --run DIR, or --bootstrap-servers")
        .contains("'yesterday' is no moment; write 2021-06-26");
  }

  @Test
  void saysWhereTheHistoryEnds() {
    assertThat(explain("TJ-AF/PANJ", "--at", "2031-01-01")).isZero();

    assertThat(err.toString()).contains("the history ends at 2021-");
  }

  @Test
  void namesARunThatIsDamaged() throws IOException {
    Path damaged = Files.createDirectories(folder.resolve("damaged"));
    Files.copy(run().resolve("manifest.json"), damaged.resolve("manifest.json"));
    Files.writeString(damaged.resolve("changes.ndjson"), "{\"sector\":\"TJ-AF/PANJ\"}\n");
    Files.writeString(damaged.resolve("assessments.ndjson"), "");

    assertThat(oxus("explain", "TJ-AF/PANJ", "--run", damaged.toString()))
        .isEqualTo(ExitCode.BAD_INPUT);

    assertThat(err.toString())
        .contains("a record of " + damaged + " is damaged (field 'changeId' is missing)");
  }

  @Test
  void readsEveryLineOfARunBackWhole() throws IOException {
    for (String line : Files.readAllLines(run().resolve("changes.ndjson"))) {
      assertThat(ChangeJson.of(RecordReader.change(line))).isEqualTo(line);
    }
    for (String line : Files.readAllLines(run().resolve("assessments.ndjson"))) {
      ThreatLevel level = ThreatLevel.valueOf(String.valueOf(Json.object(line).get("level")));
      assertThat(ChangeJson.of(RecordReader.assessment(line), level)).isEqualTo(line);
    }
  }
}
