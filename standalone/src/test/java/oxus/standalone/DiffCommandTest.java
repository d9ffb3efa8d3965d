package oxus.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugin.surefire.log.api.NullConsoleLogger;
import org.apache.maven.plugins.surefire.report.ReportTestCase;
import org.apache.maven.plugins.surefire.report.ReportTestSuite;
import org.apache.maven.plugins.surefire.report.SurefireReportParser;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import oxus.theatre.TheatreLoader;
import picocli.CommandLine;

/** What oxus diff says of two runs, and how it exits. */
class DiffCommandTest {
  private static final String COLUMNS =
      "report_id,published_at,source,source_url,wire,type,status,scope,place,occurred_from,occurred_to,precision,initiator,target,quantity_min,quantity_max,unit,attributed_to,headline_own_words\n";
  private static final String TALKS =
      "r1,2021-06-21T12:00:00Z,Reuters,https://example.org/1,,TALKS,REPORTED,UZ-AF/TERMEZ,Termez,2021-06-21,2021-06-21,day,,,,,,,they meet\n";
  private static final String SEIZURE =
      "r2,2021-06-22T12:00:00Z,Reuters,https://example.org/2,,BORDER_SEIZURE,REPORTED,TJ-AF/PANJ,Sher Khan Bandar,2021-06-22,2021-06-22,day,,,,,,,a crossing falls\n";
  private static final String SECOND =
      "r3,2021-06-22T12:00:00Z,TASS,https://example.org/3,,BORDER_SEIZURE,REPORTED,TJ-AF/PANJ,Sher Khan Bandar,2021-06-22,2021-06-22,day,,,,,,,it fell\n";

  @TempDir static Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeAll
  static void replayEach() throws IOException {
    Path history = Files.writeString(folder.resolve("history.csv"), COLUMNS + TALKS + SEIZURE);
    Path longer =
        Files.writeString(folder.resolve("longer.csv"), COLUMNS + TALKS + SEIZURE + SECOND);
    String policy = TheatreLoader.shipped().policy().text();
    Path heavier =
        Files.writeString(
            folder.resolve("heavier.yaml"),
            policy.replace("BORDER_SEIZURE:       {base: 5,", "BORDER_SEIZURE:       {base: 5.5,"));
    Path reworded = Files.writeString(folder.resolve("reworded.yaml"), policy + "# as agreed\n");
    replay(history, "one");
    replay(history, "again");
    replay(longer, "longer");
    replay(history, "heavier", "--policy", heavier.toString());
    replay(history, "reworded", "--policy", reworded.toString());
    replay(history, "early", "--until", "2021-06-21T18:00:00Z");
  }

  private static void replay(Path history, String run, String... options) {
    List<String> arguments =
        new ArrayList<>(
            List.of("replay", history.toString(), "--out", folder.resolve(run).toString()));
    arguments.addAll(List.of(options));
    CommandLine command = Oxus.commandLine();
    command.setOut(new PrintWriter(new StringWriter()));
    command.setErr(new PrintWriter(new StringWriter()));
    assertThat(command.execute(arguments.toArray(String[]::new))).isZero();
  }

  private int diff(String one, String other, String... options) {
    CommandLine command = Oxus.commandLine();
    command.setOut(new PrintWriter(out, true));
    command.setErr(new PrintWriter(err, true));
    List<String> arguments =
        new ArrayList<>(
            List.of("diff", folder.resolve(one).toString(), folder.resolve(other).toString()));
    arguments.addAll(List.of(options));
    return command.execute(arguments.toArray(String[]::new));
  }

  @Test
  void saysSameOfTwoRunsOfOneHistory() {
    assertThat(diff("one", "again")).isEqualTo(ExitCode.FINE);
    assertThat(out.toString()).startsWith("same: 0 of ").hasLineCount(1);
  }

  @Test
  void namesTheFirstChangeTheContributionAndTheNumberOfThePolicyThatDiffers() {
    assertThat(diff("one", "heavier")).isEqualTo(ExitCode.DIFFERS);
    assertThat(out.toString())
        .contains("\nfirst: change TJ-AF/PANJ#1 (LOW to ")
        .contains(" at 2021-06-22T12:00:00Z: ")
        .contains("\n  contribution r2 (BORDER_SEIZURE, Sher Khan Bandar): weight ")
        .contains("\n  why: the policies differ, ")
        .contains(": weights.types.BORDER_SEIZURE.base: 5 → 5.5\n")
        .doesNotContain("the inputs differ")
        .doesNotContain("UZ-AF/TERMEZ: ");
  }

  @Test
  void namesTheReportThatOnlyOneRunKnows() {
    assertThat(diff("one", "longer")).isEqualTo(ExitCode.DIFFERS);
    assertThat(out.toString())
        .contains("cited by one run only: r3")
        .contains("  why: the inputs differ: report r3 counts in one run only")
        .doesNotContain("the policies differ");
  }

  @Test
  void saysSameOfPoliciesThatDifferInWordsOnly() {
    assertThat(diff("one", "reworded")).isEqualTo(ExitCode.FINE);
    assertThat(out.toString()).startsWith("same: ").contains("in comments only");
  }

  @Test
  void saysThatARunEndsEarlier() {
    assertThat(diff("one", "early")).isEqualTo(ExitCode.DIFFERS);
    assertThat(out.toString())
        .contains("is in the first run only")
        .contains("the runs end at other times: until - → 2021-06-21T18:00:00Z");
  }

  @Test
  void comparesARunThatWasCutOffAsFarAsItCame() throws IOException {
    Path manifest = folder.resolve("early/manifest.json");
    String whole = Files.readString(manifest);
    try {
      Files.writeString(manifest, whole.replace("\"complete\":true", "\"complete\":false"));

      assertThat(diff("one", "early")).isEqualTo(ExitCode.FINE);
      assertThat(out.toString()).startsWith("compared up to 2021-06-21T18:00:00Z");
    } finally {
      Files.writeString(manifest, whole);
    }
  }

  @Test
  void givesALineOfJsonForEachDifferenceAndTheSum() {
    assertThat(diff("one", "heavier", "--output", "ndjson")).isEqualTo(ExitCode.DIFFERS);
    List<String> lines = out.toString().lines().toList();
    assertThat(lines.get(0))
        .startsWith(
            "{\"kind\":\"difference\",\"record\":\"change\",\"at\":\"2021-06-22T12:00:00Z\"")
        .contains("\"field\":\"contributions[r2].weight\"");
    assertThat(lines.get(lines.size() - 2)).startsWith("{\"kind\":\"first\"");
    assertThat(lines.get(lines.size() - 1)).startsWith("{\"kind\":\"summary\",\"same\":false");
  }

  @Test
  void writesXmlThatTheReaderOfBuildServersOpens() throws Exception {
    assertThat(diff("one", "heavier", "--output", "junit")).isEqualTo(ExitCode.DIFFERS);
    Path reports = Files.createDirectories(folder.resolve("reports"));
    Files.writeString(reports.resolve("TEST-diff.xml"), out.toString());

    List<ReportTestSuite> suites =
        new SurefireReportParser(List.of(reports.toFile()), new NullConsoleLogger())
            .parseXMLReportFiles();

    assertThat(suites).hasSize(1);
    List<ReportTestCase> cases = suites.get(0).getTestCases();
    assertThat(cases)
        .filteredOn(each -> each.getName().equals("UZ-AF/TERMEZ"))
        .singleElement()
        .satisfies(each -> assertThat(each.isSuccessful()).isTrue());
    assertThat(cases)
        .filteredOn(each -> each.getName().equals("TJ-AF/PANJ"))
        .singleElement()
        .satisfies(
            each -> {
              assertThat(each.isSuccessful()).isFalse();
              assertThat(each.getFailureMessage()).contains("first: change TJ-AF/PANJ#1");
              assertThat(each.getFailureDetail()).contains("weights.types.BORDER_SEIZURE.base");
            });
  }

  @Test
  void refusesAFolderThatIsNotThere() {
    assertThat(diff("one", "nowhere")).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(err.toString()).contains("nowhere is no folder; name one that oxus replay --out");
  }

  @Test
  void refusesAFolderOfSomethingElse() throws IOException {
    Path foreign = Files.createDirectories(folder.resolve("foreign"));
    assertThat(diff("one", "foreign")).isEqualTo(ExitCode.BAD_INPUT);
    Files.writeString(foreign.resolve("manifest.json"), "{\"name\":\"a web app\"}");
    Files.writeString(foreign.resolve("changes.ndjson"), "");

    assertThat(diff("one", "foreign")).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(err.toString())
        .contains("holds no whole run (manifest.json is missing)")
        .contains("manifest.json is of something else");
  }

  /** Another version's run: it read one event otherwise, missed one, and found one more. */
  private static void otherExtractor(String run) throws IOException {
    Path made = folder.resolve(run);
    replay(folder.resolve("longer.csv"), run);
    Path file = made.resolve("events.ndjson");
    List<String> events = new ArrayList<>(Files.readAllLines(file));
    events.replaceAll(
        line ->
            line.replace("\"event\":\"r2\"", "\"event\":\"9f\"")
                .replace(
                    "BORDER_SEIZURE\",\"status\":\"REPORTED",
                    "BORDER_SEIZURE\",\"status\":\"DENIED")
                .replace("hand-coded", "oxus-en-2"));
    events.removeIf(line -> line.contains("\"r1\""));
    events.add(
        events.get(events.size() - 1).replace("\"r3\"", "\"n1\"").replace("it fell", "more"));
    Files.write(file, events);
    Path manifest = made.resolve("manifest.json");
    Files.writeString(manifest, Files.readString(manifest).replace("hand-coded", "oxus-en-2"));
  }

  @Test
  void comparesTheEventsOfTwoExtractorsArticleByArticle() throws IOException {
    otherExtractor("older");

    assertThat(diff("longer", "older")).isEqualTo(ExitCode.DIFFERS);

    assertThat(out.toString())
        .contains(
            "4 of 4 events",
            "levels: the same at all times; only scores or evidence differ",
            "  event TALKS [UZ-AF/TERMEZ] of https://example.org/1 at 2021-06-21T12:00:00Z is in the first run only\n",
            "  event BORDER_SEIZURE [TJ-AF/PANJ] of https://example.org/2 at 2021-06-22T12:00:00Z: status: REPORTED → DENIED\n",
            "  event BORDER_SEIZURE [TJ-AF/PANJ] of https://example.org/3 at 2021-06-22T12:00:00Z is in the second run only\n",
            "  why: the extractors differ: extractors [hand-coded] → [oxus-en-2]\n");
  }

  @Test
  void saysThatARunOfAnOlderReleaseHasNoEvents() throws IOException {
    replay(folder.resolve("history.csv"), "eventless");
    Files.delete(folder.resolve("eventless/events.ndjson"));

    assertThat(diff("one", "eventless")).isEqualTo(ExitCode.FINE);

    assertThat(out.toString()).contains("events are not compared: a run of an older release");
  }

  @Test
  void saysInOneLineWhereLevelsAreOther() throws IOException {
    Path quiet = Files.writeString(folder.resolve("quiet.csv"), COLUMNS + TALKS);
    replay(quiet, "quiet");

    assertThat(diff("one", "quiet")).isEqualTo(ExitCode.DIFFERS);

    assertThat(out.toString().lines().toList().get(1))
        .matches(
            "levels: other in [0-9]+ sectors?: TJ-AF/PANJ from 2021-06-22T12:00:00Z \\(LOW to \\w+ → no change\\).*");
  }
}
