package oxus.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What {@code oxus import} prints and writes, and how it exits. */
class ImportCommandTest {
  private static final Path ROWS = Path.of("../ingest/src/test/resources/oxus/ingest/imports");

  @TempDir Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int oxus(String... arguments) {
    CommandLine command = Oxus.commandLine();
    command.setOut(new PrintWriter(out, true));
    command.setErr(new PrintWriter(err, true));
    return command.execute(arguments);
  }

  private int imported(String... arguments) {
    String[] all =
        Stream.concat(
                Stream.concat(Stream.of("import"), Stream.of(arguments)),
                Stream.of("--out", folder.resolve("history").toString()))
            .toArray(String[]::new);
    return oxus(all);
  }

  @Test
  void writesReportsThatReplayAndTellsOfTheOthers() {
    int code =
        imported(
            "gdelt",
            ROWS.resolve("gdelt.mentions.CSV").toString(),
            ROWS.resolve("gdelt.export.CSV").toString());

    assertThat(code).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(out.toString())
        .startsWith(
            "29 rows: 13 imported as 13 reports, 5 unmapped, 3 outside, 3 repeated, 5 rejected: ")
        .contains(
            "  unmapped 1: a mention of an event that was not imported\n",
            "  rejected 1: it has 62 cells between tabs; an event has 61, a mention 16\n",
            "by file and line: " + folder.resolve("history/import/left-out.ndjson") + "\n");
    assertThat(folder.resolve("history/import/left-out.ndjson"))
        .content()
        .contains(
            "gdelt.export.CSV\",\"line\":22,\"fate\":\"rejected\",\"reason\":\"it has 62 cells");
    assertThat(folder.resolve("history/import/summary.json")).content().contains("\"rows\":29,");
    assertThat(
            oxus(
                "replay",
                folder.resolve("history").toString(),
                "--out",
                folder.resolve("run").toString()))
        .isEqualTo(ExitCode.FINE);
    assertThat(folder.resolve("run/manifest.json"))
        .content()
        .contains("\"extractors\":[\"gdelt-2.0\"],\"reports\":13,\"rejects\":0,");
  }

  @Test
  void readsATableByAMapping() {
    int code =
        imported(
            "csv",
            ROWS.resolve("desk.csv").toString(),
            "--mapping",
            ROWS.resolve("desk.yaml").toString());

    assertThat(code).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(out.toString())
        .startsWith("6 rows: 3 imported as 3 reports, 1 unmapped, 1 outside,");
  }

  @Test
  void saysWhatIsWrongWithAMapping() throws Exception {
    Path mapping =
        Files.writeString(
            folder.resolve("wrong.yaml"),
            "name: desk\nrules:\n  - {when: {kind: shut}, type: BORDER_CLOSED}\n  - {wen: {kind: shut}}\n");

    int code =
        imported("csv", ROWS.resolve("desk.csv").toString(), "--mapping", mapping.toString());

    assertThat(code).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(err.toString())
        .contains(
            "wrong.yaml:3: 'BORDER_CLOSED' is no EventType", "wrong.yaml:4: unknown key 'wen'");
  }

  @Test
  void namesTheFormsAndWantsAMappingForTables() {
    assertThat(imported("excel", "x.xls")).isEqualTo(ExitCode.USAGE);
    assertThat(imported("csv", "x.csv")).isEqualTo(ExitCode.USAGE);
    assertThat(imported("acled", "nowhere.csv")).isEqualTo(ExitCode.BAD_INPUT);

    assertThat(err.toString())
        .contains(
            "'excel' is no form; write gdelt, acled or csv",
            "csv needs --mapping FILE",
            "nowhere.csv is not there");
  }
}
