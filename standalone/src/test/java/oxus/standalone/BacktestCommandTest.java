package oxus.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import oxus.theatre.TheatreLoader;
import picocli.CommandLine;

/** What {@code oxus backtest} prints and writes, and how it exits. */
class BacktestCommandTest {
  private static final String HEADER = "number,known,scope,direction,what,reports\n";
  private static final String COLUMNS =
      "report_id,published_at,source,source_url,wire,type,status,scope,place,occurred_from,occurred_to,precision,initiator,target,quantity_min,quantity_max,unit,attributed_to,headline_own_words\n";
  private static final String SEIZURE =
      "r1,2021-06-22T12:00:00Z,Reuters,https://example.org/1,,BORDER_SEIZURE,REPORTED,TJ-AF/PANJ,Sher Khan Bandar,2021-06-22,2021-06-22,day,,,,,,,a crossing falls\n";

  @TempDir Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private Path history = Path.of("");
  private Path milestones = Path.of("");

  private int oxus(String... arguments) {
    CommandLine command = Oxus.commandLine();
    command.setOut(new PrintWriter(out, true));
    command.setErr(new PrintWriter(err, true));
    return command.execute(arguments);
  }

  private int backtest(String... options) {
    String[] arguments = new String[options.length + 4];
    arguments[0] = "backtest";
    arguments[1] = history.toString();
    arguments[2] = "--milestones";
    arguments[3] = milestones.toString();
    System.arraycopy(options, 0, arguments, 4, options.length);
    return oxus(arguments);
  }

  @BeforeEach
  void tell() throws IOException {
    history = Files.writeString(folder.resolve("history.csv"), COLUMNS + SEIZURE);
    milestones =
        Files.writeString(
            folder.resolve("milestones.csv"),
            HEADER + "1,2021-06-22,TJ-AF/PANJ|UZ-AF/TERMEZ,up,a <crossing> falls,r1\n");
  }

  @Test
  void putsThePolicyAndTheBaselinesSideBySide() {
    assertThat(backtest()).isEqualTo(ExitCode.FINE);
    assertThat(err.toString()).isEmpty();
    List<String> lines = out.toString().lines().toList();
    assertThat(lines.get(0)).matches("measure +target +policy +always high +reports in 7 days");
    assertThat(lines.get(1))
        .matches(
            "milestones answered within 24 h +≥ 80 % +50.0 % \\(1/2\\), missed +none, missed +.*");
    assertThat(lines)
        .contains(
            "policy: version " + TheatreLoader.shipped().policy().version(),
            "  missed milestone 1 up, UZ-AF/TERMEZ, 2021-06-22, a <crossing> falls: LOW before, LOW a day after");
  }

  @Test
  void judgesUnderEachPolicyThatIsNamed() throws IOException {
    Path other = folder.resolve("other.yaml");
    String text = TheatreLoader.shipped().policy().text();
    Files.writeString(other, text.replace("NEIGHBOUR: 0.2}", "NEIGHBOUR: 1}"));
    Path same = Files.writeString(folder.resolve("same.yaml"), text);

    assertThat(
            backtest(
                "--policy", same.toString(), "--policy", other.toString(), "--output", "ndjson"))
        .isEqualTo(ExitCode.FINE);
    assertThat(out.toString().lines().filter(line -> line.contains("\"kind\":\"score\"")))
        .satisfiesExactly(
            line -> assertThat(line).contains("\"run\":\"" + same + "\"", "\"inDay\":50.0"),
            line -> assertThat(line).contains("\"run\":\"" + other + "\""),
            line -> assertThat(line).contains("\"run\":\"always high\""),
            line -> assertThat(line).contains("\"run\":\"reports in 7 days\""));
    assertThat(out.toString())
        .contains(
            "{\"kind\":\"milestone\",\"run\":\""
                + same
                + "\",\"milestone\":\"1\",\"sector\":\"TJ-AF/PANJ\","
                + "\"direction\":\"up\",\"known\":\"2021-06-22T23:59:59Z\",\"what\":\"a <crossing> falls\",\"before\":\"LOW\",")
        .contains("\"justified\":true,\"because\":\"milestone 1, a <crossing> falls\"");
  }

  @Test
  void writesAPageAndAChartThatNeedNothingFromElsewhere() {
    Path page = folder.resolve("page.html");
    Path chart = folder.resolve("chart.svg");

    assertThat(backtest("--html", page.toString(), "--svg", chart.toString()))
        .isEqualTo(ExitCode.FINE);
    assertThat(chart).content().startsWith("<svg ").contains("a &lt;crossing&gt; falls");
    assertThat(page)
        .content()
        .contains("<svg ", "a &lt;crossing&gt; falls", "did not move")
        .doesNotContain("<crossing>", "<script", "src=", "href=", "url(");
  }

  @Test
  void namesTheLineOfABadMilestoneAndScoresNothing() throws IOException {
    Files.writeString(milestones, HEADER + "1,2021-06-22,TJ-AF/PANG,up,a,\n");

    assertThat(backtest()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(err.toString())
        .startsWith(
            "oxus: " + milestones + ":2: scope 'TJ-AF/PANG' is not in the theatre; use one of");
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void namesABadReportAndScoresTheOthers() throws IOException {
    Files.writeString(
        history, COLUMNS + SEIZURE + SEIZURE.replace("r1,", "r2,").replace("PANJ", "PANG"));

    assertThat(backtest()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(err.toString()).startsWith("rejected " + history + ":3: row r2");
    assertThat(out.toString()).contains("(1/2)");
  }

  @Test
  void namesAHistoryWithoutReports() throws IOException {
    Files.writeString(history, COLUMNS);

    assertThat(backtest()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(err.toString())
        .isEqualToIgnoringNewLines(
            "oxus: " + history + " holds no report; there is nothing to test");
  }

  @Test
  void namesMilestonesAndPoliciesThatAreNotThere() {
    String missing = folder.resolve("none").toString();

    assertThat(oxus("backtest", "summer-2021", "--milestones", missing))
        .isEqualTo(ExitCode.BAD_INPUT);
    assertThat(backtest("--policy", missing)).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(err.toString().lines())
        .containsExactly(
            "oxus: " + missing + " is neither a shipped scenario nor a file; shipped: summer-2021",
            "oxus: policy file " + missing + " is missing; name one that exists");
  }

  @Test
  void asksForMilestonesWhereNoneAreShipped() {
    assertThat(oxus("backtest", history.toString())).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString()).contains("is shipped with no milestones; name --milestones FILE");
  }

  @Test
  void refusesAMistypedOptionOrForm() {
    assertThat(backtest("--milestone", "x")).isEqualTo(ExitCode.USAGE);
    assertThat(backtest("--output", "json")).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString()).contains("--output is 'json'; write text or ndjson");
  }

  @Test
  void exitsWithOneWhenAThresholdIsNotMet() throws IOException {
    Path junit = folder.resolve("junit.xml");

    assertThat(backtest("--require", "sensitivity>=0.8", "--junit", junit.toString()))
        .isEqualTo(ExitCode.DIFFERS);
    assertThat(err.toString())
        .contains("oxus: not met: policy: sensitivity>=0.8, got 50.0 % (1/2)");
    assertThat(junit).content().contains("<failure message=\"policy: sensitivity&gt;=0.8, got");
    assertThat(backtest("--require", "sensitivity>=0.5", "--require", "chatter<=0"))
        .isEqualTo(ExitCode.FINE);
    assertThat(backtest("--require", "inDay>=50.1%")).isEqualTo(ExitCode.DIFFERS);
  }

  @Test
  void refusesAThresholdThatIsMistypedWithTheNamesThatAreNot() {
    assertThat(backtest("--require", "sensitivty>=0.8")).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString())
        .contains("there is no measure 'sensitivty'; use one of ")
        .contains("sensitivity")
        .contains("chatter");
    assertThat(backtest("--require", "sensitivity=0.8")).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString()).contains("'sensitivity=0.8' is no threshold");
  }
}
