package oxus.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills the JVM of a brokered replay with SIGKILL at seeded moments, over and over, and lets the
 * next one go on: the finished logs equal those of an undisturbed run. The history has hot
 * policies, overrides and rulings in it. {@code -Dkills=20 -Dseed=7} chooses more, and other,
 * moments.
 */
class KillResumeIT {
  private static final int KILLS_PER_RUN = 5;
  // From before the broker answers to about when the replay is through.
  private static final int EARLIEST_MILLIS = 500;
  private static final int LATEST_MILLIS = 9_000;

  @TempDir Path folder;

  private Path controls = Path.of("");

  @Test
  void goesOnAfterKillsAsIfNothingHadHappened() throws Exception {
    int kills = Integer.getInteger("kills", 3);
    Random moments = new Random(Long.getLong("seed", 2021));
    controls = ControlledSummer.controls(folder.resolve("controls"));
    OxusProcess.logging(folder.resolve("pure.log"))
        .run(
            "replay",
            ControlledSummer.SCENARIO,
            "--controls",
            controls.toString(),
            "--out",
            folder.resolve("pure").toString());

    int killed = 0;
    for (int run = 0; killed < kills; run++) {
      killed += disturbedRun(run, Math.min(KILLS_PER_RUN, kills - killed), moments);

      for (String file : new String[] {"changes.ndjson", "assessments.ndjson"}) {
        assertThat(folder.resolve("run-" + run).resolve(file))
            .as("%s of run %s after %s kills", file, run, killed)
            .hasSameBinaryContentAs(folder.resolve("pure").resolve(file));
      }
    }
  }

  /** How often the run was killed before it was allowed to finish. */
  private int disturbedRun(int run, int kills, Random moments) throws Exception {
    OxusProcess process = OxusProcess.logging(folder.resolve("run-" + run + ".log"));
    String[] command = {
      "replay",
      ControlledSummer.SCENARIO,
      "--controls",
      controls.toString(),
      "--embedded",
      "--partitions",
      "3",
      "--data",
      folder.resolve("data-" + run).toString(),
      "--out",
      folder.resolve("run-" + run).toString()
    };
    int killed = 0;
    for (int kill = 0; kill < kills; kill++) {
      Duration delay =
          Duration.ofMillis(EARLIEST_MILLIS + moments.nextInt(LATEST_MILLIS - EARLIEST_MILLIS));
      killed += process.killAfter(delay, command) ? 1 : 0;
      System.out.println(
          "run " + run + ": killed " + killed + ", last after " + delay.toMillis() + " ms");
    }
    process.run(command);
    return killed;
  }
}
