package oxus.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ctrl-C in the middle of a replay leaves a run that is whole as far as it came, and goes on. */
class InterruptIT {
  @TempDir Path folder;

  @Test
  void leavesAValidRunThatGoesOn() throws Exception {
    String run = folder.resolve("run").toString();
    String whole = folder.resolve("whole").toString();
    OxusProcess process = OxusProcess.logging(folder.resolve("run.log"));

    // at this speed the summer lasts an hour
    int code =
        process.interruptAt(
            "replay: 1 of ", "replay", "summer-2021", "--speed", "3600", "--out", run);

    assertThat(code).isEqualTo(ExitCode.INTERRUPTED);
    assertThat(folder.resolve("run/manifest.json")).content().contains("\"complete\":false");
    OxusProcess.logging(folder.resolve("whole.log")).run("replay", "summer-2021", "--out", whole);
    assertThat(Oxus.commandLine().execute("diff", run, whole)).isZero();
    process.run("replay", "summer-2021", "--out", run, "--resume");
    for (String file : new String[] {"changes.ndjson", "assessments.ndjson", "manifest.json"}) {
      assertThat(folder.resolve("run").resolve(file))
          .hasSameBinaryContentAs(folder.resolve("whole").resolve(file));
    }
  }
}
