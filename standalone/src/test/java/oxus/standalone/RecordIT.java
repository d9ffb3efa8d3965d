package oxus.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What is recorded from topics replays to the same bytes. */
class RecordIT {
  @TempDir Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int oxus(String... arguments) {
    CommandLine command = Oxus.commandLine();
    command.setOut(new PrintWriter(out, true));
    command.setErr(new PrintWriter(err, true));
    return command.execute(arguments);
  }

  private String path(String name) {
    return folder.resolve(name).toString();
  }

  @Test
  void replaysToTheSameBytes() throws Exception {
    Path controls = ControlledSummer.controls(folder.resolve("controls"));
    String until = "2021-07-15T00:00:00Z";
    try (EmbeddedBroker broker = EmbeddedBroker.start(folder.resolve("kafka"), 0)) {
      String servers = broker.bootstrapServers();
      assertThat(
              oxus(
                  "replay",
                  "summer-2021",
                  "--controls",
                  controls.toString(),
                  "--until",
                  until,
                  "--bootstrap-servers",
                  servers,
                  "--partitions",
                  "2",
                  "--out",
                  path("live")))
          .as(err.toString())
          .isZero();
      String prefix = err.toString().replaceAll("(?s).*, prefix (\\S+).*", "$1");

      assertThat(
              oxus(
                  "record",
                  "--bootstrap-servers",
                  servers,
                  "--prefix",
                  prefix,
                  "--out",
                  path("recorded")))
          .as(err.toString())
          .isZero();
      assertThat(
              oxus(
                  "replay",
                  "--from-topics",
                  "--bootstrap-servers",
                  servers,
                  "--prefix",
                  prefix,
                  "--out",
                  path("from-topics")))
          .as(err.toString())
          .isZero();
      assertThat(
              oxus(
                  "record", "--bootstrap-servers", servers, "--prefix", "no-", "--out", path("no")))
          .isEqualTo(ExitCode.BAD_INPUT);
      assertThat(err.toString()).contains("there is no topic no-border-events on ");
    }
    assertThat(oxus("replay", path("recorded"), "--out", path("replayed"))).isZero();

    for (String run : new String[] {"recorded/outcome", "from-topics", "replayed"}) {
      assertThat(oxus("diff", path("live"), path(run))).as(out.toString()).isZero();
      assertThat(folder.resolve(run).resolve("changes.ndjson"))
          .isNotEmptyFile()
          .hasSameBinaryContentAs(folder.resolve("live/changes.ndjson"));
      assertThat(folder.resolve(run).resolve("assessments.ndjson"))
          .hasSameBinaryContentAs(folder.resolve("live/assessments.ndjson"));
    }
  }
}
