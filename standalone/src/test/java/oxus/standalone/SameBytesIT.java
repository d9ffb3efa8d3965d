package oxus.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The one hard claim: one history gives the same changes and assessments, byte for byte, however it
 * is run. The history has all that a log can carry: reports, policies put in force in the middle of
 * it, overrides that lapse, rulings and a withdrawal.
 */
class SameBytesIT {

  @TempDir static Path folder;

  private static Path controls = Path.of("");

  @BeforeAll
  static void replayOnce() throws Exception {
    controls = ControlledSummer.controls(folder.resolve("controls"));
    replay("reference", process("reference"));
    String changes = Files.readString(folder.resolve("reference/changes.ndjson"));
    assertThat(changes.lines().map(SameBytesIT::policy).distinct()).hasSize(2);
    assertThat(changes.lines().filter(change -> change.contains("\"OVERRIDE_SET\""))).hasSize(2);
    assertThat(changes.lines().filter(change -> change.contains("\"OVERRIDE_ENDED\""))).hasSize(2);
    assertThat(Files.readString(folder.resolve("reference/assessments.ndjson")))
        .contains("\"trigger\":\"ruling REJECT ")
        .contains("\"trigger\":\"ruling RETYPE ")
        .contains("\"trigger\":\"ruling RESCOPE ")
        .contains("\"trigger\":\"withdrawal of ");
  }

  @Test
  void inProcessAgain() throws Exception {
    replay("again", process("again"));

    isAsTheReference("again");
  }

  @ParameterizedTest(name = "through an embedded broker with {0} partitions")
  @ValueSource(ints = {1, 6})
  void throughAnEmbeddedBroker(int partitions) throws Exception {
    String run = "embedded-" + partitions;

    replay(run, process(run), "--embedded", "--partitions", Integer.toString(partitions));

    isAsTheReference(run);
  }

  @ParameterizedTest(name = "with ticks every {0}")
  @ValueSource(strings = {"PT1M", "PT7H", "P1D"})
  void howeverOftenTicksCome(String every) throws Exception {
    replay(every, process(every), "--ticks", every);

    isAsTheReference(every);
  }

  /** {@code -Dother.java.home=/path/to/jdk-25} names another JDK for it. */
  @Test
  void inAnotherLocaleAndTimeZoneAndOnAnotherJdkWhereThereIsOne() throws Exception {
    String home = System.getProperty("other.java.home", System.getProperty("java.home"));
    OxusProcess turkish =
        OxusProcess.logging(folder.resolve("turkish.log"), home)
            .with(
                "-Duser.language=tr",
                "-Duser.country=TR",
                "-Duser.timezone=Asia/Kabul",
                "-Dfile.encoding=ISO-8859-9");

    replay("turkish", turkish);

    isAsTheReference("turkish");
  }

  private static OxusProcess process(String run) {
    return OxusProcess.logging(folder.resolve(run + ".log"));
  }

  private static void replay(String run, OxusProcess process, String... options) throws Exception {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "replay",
                ControlledSummer.SCENARIO,
                "--controls",
                controls.toString(),
                "--out",
                folder.resolve(run).toString()));
    arguments.addAll(List.of(options));
    process.run(arguments.toArray(String[]::new));
  }

  private static String policy(String change) {
    return change.replaceAll(".*\"policy\":\"(\\w+)\".*", "$1");
  }

  private static void isAsTheReference(String run) {
    assertThat(
            Oxus.commandLine()
                .execute(
                    "diff", folder.resolve("reference").toString(), folder.resolve(run).toString()))
        .as("what oxus diff says of %s", run)
        .isZero();
    for (String file :
        List.of("changes.ndjson", "assessments.ndjson", "metrics.json", "manifest.json")) {
      assertThat(folder.resolve(run).resolve(file))
          .as("%s of %s", file, run)
          .hasSameBinaryContentAs(folder.resolve("reference").resolve(file));
    }
  }
}
