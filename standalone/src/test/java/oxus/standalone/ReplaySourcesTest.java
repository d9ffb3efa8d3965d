package oxus.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import oxus.ingest.Scenarios;
import oxus.schemas.AvroFile;
import oxus.theatre.Theatre;
import oxus.theatre.TheatreLoader;
import picocli.CommandLine;

/** What may be replayed, what becomes of a row that cannot be read, and how a run goes on. */
class ReplaySourcesTest {
  private static final String HEADER =
      "report_id,published_at,source,source_url,wire,type,status,scope,place,occurred_from,occurred_to,precision,initiator,target,quantity_min,quantity_max,unit,attributed_to,headline_own_words\n";
  private static final String SEIZURE =
      "r1,2021-06-22T12:00:00Z,Reuters,https://example.org/1,,BORDER_SEIZURE,REPORTED,TJ-AF/PANJ,Sher Khan Bandar,2021-06-22,2021-06-22,day,,,,,,,a crossing falls\n";
  private static final String JSON =
      "{\"report_id\":\"r1\",\"published_at\":\"2021-06-22T12:00:00Z\",\"source\":\"Reuters\",\"source_url\":\"https://example.org/1\",\"type\":\"BORDER_SEIZURE\",\"status\":\"REPORTED\",\"scope\":\"TJ-AF/PANJ\",\"place\":\"Sher Khan Bandar\",\"occurred_from\":\"2021-06-22\",\"occurred_to\":\"2021-06-22\",\"precision\":\"day\",\"headline_own_words\":\"a crossing falls\"}\n";

  @TempDir Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int oxus(String... arguments) {
    CommandLine command = Oxus.commandLine();
    command.setOut(new PrintWriter(out, true));
    command.setErr(new PrintWriter(err, true));
    return command.execute(arguments);
  }

  private int replay(Path source, String run, String... options) {
    List<String> arguments =
        new ArrayList<>(
            List.of("replay", source.toString(), "--out", folder.resolve(run).toString()));
    arguments.addAll(List.of(options));
    return oxus(arguments.toArray(String[]::new));
  }

  private int diff(String one, String other) {
    return oxus("diff", folder.resolve(one).toString(), folder.resolve(other).toString());
  }

  private Path write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  @Test
  void readsTheSameReportsFromCsvLinesOfJsonAndAvro() throws IOException {
    Path csv = write("a.csv", HEADER + SEIZURE);
    Path avro = folder.resolve("a.avro");
    Files.write(
        avro, AvroFile.of(new Scenarios(TheatreLoader.shipped()).read(csv.toString()).events()));

    assertThat(replay(csv, "csv")).isZero();
    assertThat(replay(write("a.ndjson", JSON), "ndjson")).isZero();
    assertThat(replay(avro, "avro")).isZero();

    assertThat(folder.resolve("csv/changes.ndjson")).content().contains("TJ-AF/PANJ#1");
    assertThat(diff("csv", "ndjson")).isZero();
    assertThat(diff("csv", "avro")).isZero();
  }

  @Test
  void countsAnArticleAgainWhosePublisherReturnsToAnEarlierVersion() throws IOException {
    String seizure = "Taliban fighters captured the Sher Khan Bandar border crossing on Tuesday.";
    String harvest = "The wheat harvest in the valley was better than it was last year.";
    Path articles =
        write("a.ndjson", article(10, seizure) + article(12, harvest) + article(14, seizure));

    assertThat(replay(articles, "run")).as(err.toString()).isZero();

    List<String> assessments =
        Files.readAllLines(folder.resolve("run/assessments.ndjson")).stream()
            .filter(line -> line.contains("\"sector\":\"TJ-AF/PANJ\""))
            .toList();
    assertThat(assessments.get(0)).contains("BORDER_SEIZURE");
    assertThat(assessments).anyMatch(line -> line.contains("\"contributions\":[]"));
    assertThat(assessments.get(assessments.size() - 1)).contains("BORDER_SEIZURE");
  }

  private static String article(int hour, String body) {
    return "{\"url\":\"https://example.org/1\",\"title\":\"News of the day\",\"body\":\""
        + body
        + "\",\"source\":\"Reuters\",\"publishedAt\":\"2021-06-22T"
        + hour
        + ":00:00Z\"}\n";
  }

  @Test
  void readsAFolderWithItsControls() throws IOException {
    write("story/reports.csv", HEADER + SEIZURE);
    write(
        "story/controls.yaml",
        "- {at: 2021-06-22T13:00:00Z, override: TJ-AF/PANJ, floor: CRITICAL, until: 2021-06-23T00:00:00Z, who: chief, why: unclear}\n");

    assertThat(replay(folder.resolve("story"), "run")).isZero();

    assertThat(folder.resolve("run/changes.ndjson")).content().contains("OVERRIDE_SET");
  }

  @Test
  void namesTheLineOfAControlThatIsMistyped() throws IOException {
    write("story/reports.csv", HEADER + SEIZURE);
    write("story/controls.yaml", "\n- {at: 2021-06-22, overide: TJ-AF/PANJ}\n");

    assertThat(replay(folder.resolve("story"), "run")).isEqualTo(ExitCode.BAD_INPUT);

    assertThat(err.toString()).contains("controls.yaml:2: this is no control");
  }

  @Test
  void keepsARowThatCannotBeReadAmongTheRejects() throws IOException {
    Path lines = write("a.ndjson", JSON + JSON.replace("r1", "r2").replace("PANJ", "PANG"));
    Path csv = write("a.csv", HEADER + SEIZURE + "r2,yesterday\n");

    assertThat(replay(lines, "lines")).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(replay(csv, "csv")).isEqualTo(ExitCode.BAD_INPUT);

    assertThat(err.toString()).contains("rejected " + lines + ":2: row r2: scope 'TJ-AF/PANG'");
    assertThat(folder.resolve("lines/rejects.ndjson"))
        .content()
        .hasLineCount(1)
        .contains("\"line\":2,")
        .contains("\\\"report_id\\\":\\\"r2\\\"");
    assertThat(folder.resolve("csv/rejects.ndjson"))
        .content()
        .contains("\"line\":3,")
        .contains("\"text\":\"r2,yesterday\"");
    assertThat(diff("lines", "csv")).as("the other rows are replayed").isZero();
  }

  @Test
  void leavesOutThePoliciesOfAHistoryThatIsJudgedUnderAnother() throws IOException {
    Path csv = write("a.csv", HEADER + SEIZURE);
    String shipped = TheatreLoader.shipped().policy().text();
    write("hot.yaml", shipped.replace("{base: 5,", "{base: 1,"));
    Path named = write("named.yaml", shipped);
    Path controls = write("c.yaml", "- {at: 2021-06-22T00:00:00Z, policy: hot.yaml, who: head}\n");

    replay(csv, "plain");
    replay(csv, "hot", "--controls", controls.toString());
    replay(csv, "named", "--controls", controls.toString(), "--policy", named.toString());

    assertThat(diff("plain", "hot")).isEqualTo(ExitCode.DIFFERS);
    assertThat(diff("plain", "named")).isEqualTo(ExitCode.FINE);
  }

  @Test
  void goesOnWithARunThatWasStopped() throws Exception {
    oxus("replay", "summer-2021", "--out", folder.resolve("whole").toString());
    Replay replay = summer();
    Replay.Outcome cut = replay.inProcess(next -> next < 200 ? next + 1 : next, done -> {});
    Path run = folder.resolve("run");
    cut.folder().write(run, replay.manifest().cutOff(cut.cut()));

    assertThat(cut.cut()).isPresent();
    assertThat(diff("whole", "run")).as("what is there is whole").isZero();
    assertThat(out.toString()).contains("compared up to " + cut.cut().orElseThrow());
    assertThat(oxus("replay", "summer-2021", "--out", run.toString(), "--resume")).isZero();
    assertThat(err.toString()).contains("going on with the run that was cut off at ");
    assertThat(run.resolve("manifest.json"))
        .hasSameBinaryContentAs(folder.resolve("whole/manifest.json"));
    assertThat(run.resolve("assessments.ndjson"))
        .hasSameBinaryContentAs(folder.resolve("whole/assessments.ndjson"));
  }

  private static Replay summer() {
    Theatre theatre = TheatreLoader.shipped();
    return new Replay(
        new ReplayInputs(theatre, Optional.empty()).read("summer-2021"),
        theatre,
        Optional.empty(),
        Optional.empty());
  }

  @Test
  void refusesToGoOnWhereThereIsNothing() {
    assertThat(oxus("replay", "summer-2021", "--out", folder.resolve("x").toString(), "--resume"))
        .isEqualTo(ExitCode.BAD_INPUT);
    assertThat(err.toString()).contains("holds no run to go on with");
  }

  @Test
  void refusesASpeedThatIsNone() {
    assertThat(oxus("replay", "summer-2021", "--out", folder.toString(), "--speed", "fast"))
        .isEqualTo(ExitCode.USAGE);
    assertThat(err.toString()).contains("'fast' is no speed; write max, or a factor above 0");
  }
}
