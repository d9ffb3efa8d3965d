package oxus.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import oxus.theatre.TheatreLoader;
import picocli.CommandLine;

/** What {@code oxus sweep} prints and draws, and how it exits. */
class SweepCommandTest {
  private static final String COLUMNS =
      "report_id,published_at,source,source_url,wire,type,status,scope,place,occurred_from,occurred_to,precision,initiator,target,quantity_min,quantity_max,unit,attributed_to,headline_own_words\n";
  private static final String CLASH =
      "r1,2021-06-22T12:00:00Z,Reuters,https://example.org/1,,ARMED_CLASH,REPORTED,TJ-AF/PANJ,Imam Sahib,2021-06-22,2021-06-22,day,,,,,,,a fight\n";

  @TempDir Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private String history = "";
  private String milestones = "";

  private int sweep(String vary, String... options) {
    CommandLine command = Oxus.commandLine();
    command.setOut(new PrintWriter(out, true));
    command.setErr(new PrintWriter(err, true));
    String[] arguments = new String[options.length + 6];
    String[] first = {"sweep", history, "--milestones", milestones, "--vary", vary};
    System.arraycopy(first, 0, arguments, 0, 6);
    System.arraycopy(options, 0, arguments, 6, options.length);
    return command.execute(arguments);
  }

  @BeforeEach
  void tell() throws Exception {
    history = Files.writeString(folder.resolve("history.csv"), COLUMNS + CLASH).toString();
    milestones =
        Files.writeString(
                folder.resolve("milestones.csv"),
                "number,known,scope,direction,what,reports\n1,2021-06-22,TJ-AF/PANJ,up,a fight,r1\n")
            .toString();
  }

  @Test
  void showsWhereAnOutcomeTurnsAsANumberVaries() {
    assertThat(sweep("weights.types.ARMED_CLASH.base=0..4/1")).isEqualTo(ExitCode.FINE);

    List<String> lines = out.toString().lines().toList();
    assertThat(lines).hasSize(7);
    assertThat(lines.get(0)).isEqualTo("weights.types.ARMED_CLASH.base, now 2");
    assertThat(lines.get(2)).startsWith("0      0.0 % (0/1)");
    assertThat(lines.get(4)).startsWith("2 now  ");
    assertThat(lines.get(6)).startsWith("4      100.0 % (1/1)");
  }

  @Test
  void variesADuration() {
    assertThat(sweep("levels.dwell=PT6H..PT18H/PT6H", "--output", "ndjson"))
        .isEqualTo(ExitCode.FINE);

    assertThat(out.toString().lines())
        .hasSize(3)
        .last()
        .asString()
        .contains("\"value\":\"PT18H\",\"now\":true,", "\"sensitivity\":", "\"changesPerDay\":");
  }

  @Test
  void judgesTheValueOfThePolicyAsTheBacktestDoes() {
    sweep("levels.up.SEVERE=6..7/0.5", "--output", "ndjson");

    String policy = TheatreLoader.shipped().policy().version();
    assertThat(out.toString().lines().filter(line -> line.contains("\"now\":true")))
        .singleElement()
        .asString()
        .contains("\"policy\":\"version " + policy + "\"");
  }

  @Test
  void drawsAPageThatNeedsNothingFromElsewhere() throws Exception {
    Path html = folder.resolve("sweep.html");
    Path svg = folder.resolve("sweep.svg");

    sweep("levels.up.SEVERE=6..7/0.5", "--html", html.toString(), "--svg", svg.toString());

    assertThat(html)
        .content()
        .contains("<td>6.5 now</td>", Files.readString(svg))
        .doesNotContain("<script", "src=", "href=");
    assertThat(svg).content().contains("<title>rises justified</title>", "stroke-dasharray");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "levels.up.SEVER=5..8/1 | the policy has no 'levels.up.SEVER'; did you mean 'levels.up.SEVERE'?",
        "levels.up.SEVERE=8..5/1 | begins above its end; write the lower value first",
        "levels.up.SEVERE=5..8/0 | has no step above zero",
        "levels.up.SEVERE=5..8 | is no range; write PATH=FROM..TO/STEP",
        "levels.up.SEVERE=5..8/0.001 | is more than 100 values; choose a greater step",
        "levels.dwell=6..8/1 | '6' is no duration, as in PT18H",
        "name=1..2/1 | 'name' is 'default', which is no number and no duration",
      })
  void saysWhatIsWrongWithARange(String vary, String message) {
    assertThat(sweep(vary)).isEqualTo(ExitCode.USAGE);

    assertThat(err.toString()).contains(message);
  }

  @Test
  void saysWithWhichValueThereIsNoPolicyBeforeItRunsAny() {
    assertThat(sweep("levels.up.SEVERE=5..20/5")).isEqualTo(ExitCode.BAD_INPUT);

    assertThat(err.toString())
        .contains("with levels.up.SEVERE = 15 the policy is not valid:")
        .doesNotContain("sweep: 1 of");
  }
}
