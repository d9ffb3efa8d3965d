package oxus.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import oxus.theatre.TheatreLoader;
import picocli.CommandLine;

/** What {@code oxus policy test} prints, and how it exits. */
class PolicyCommandTest {
  private static final String CALM =
      """
      story: Nothing happens
      given: []
      then:
        - {at: 2021-06-22, sector: TJ-AF/PANJ, level: %s}
      """;

  @TempDir Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int test(String... options) {
    CommandLine command = Oxus.commandLine();
    command.setOut(new PrintWriter(out, true));
    command.setErr(new PrintWriter(err, true));
    String[] arguments = new String[options.length + 3];
    arguments[0] = "policy";
    arguments[1] = "test";
    arguments[2] = folder.toString();
    System.arraycopy(options, 0, arguments, 3, options.length);
    return command.execute(arguments);
  }

  @BeforeEach
  void tell() throws IOException {
    Files.writeString(folder.resolve("calm.yaml"), CALM.replace("%s", "LOW"));
    Files.writeString(folder.resolve("notes.txt"), "no story");
  }

  @Test
  void exitsWithZeroWhereEveryStoryHolds() {
    assertThat(test()).isEqualTo(ExitCode.FINE);
    assertThat(out.toString().lines())
        .containsExactly(
            "holds  calm: Nothing happens",
            "1 story, 0 failed, policy " + TheatreLoader.shipped().policy().version());
  }

  @Test
  void exitsWithOneWhereAStoryFailsAndSaysWhy() throws IOException {
    Files.writeString(folder.resolve("alarm.yaml"), CALM.replace("%s", "SEVERE"));
    Path junit = folder.resolve("junit.xml");

    assertThat(test("--junit", junit.toString())).isEqualTo(ExitCode.DIFFERS);
    assertThat(out.toString().lines())
        .contains(
            "    level: expected SEVERE, got LOW", "      nothing has borne on the sector yet")
        .anyMatch(line -> line.startsWith("2 stories, 1 failed, policy "));
    assertThat(junit).content().contains("tests=\"2\"").contains("failures=\"1\"");
  }

  @Test
  void runsOnlyTheStoriesThatAreAskedFor() throws IOException {
    Files.writeString(folder.resolve("alarm.yaml"), CALM.replace("%s", "SEVERE"));

    assertThat(test("--run", "ca*")).isEqualTo(ExitCode.FINE);
    assertThat(out.toString()).contains("calm").doesNotContain("alarm");
  }

  @Test
  void namesAGlobThatMatchesNothing() {
    assertThat(test("--run", "stormy*")).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(err.toString().lines())
        .containsExactly(
            "oxus: no story of " + folder + " is called stormy*; leave out --run to see all");
  }

  @Test
  void namesAnUnknownKeyWithItsLineAndRunsNothing() throws IOException {
    Path bad = folder.resolve("bad.yaml");
    Files.writeString(bad, CALM.replace("%s", "LOW").replace("sector:", "sektor:"));

    assertThat(test()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(err.toString())
        .contains("oxus: " + bad + ":4: unknown key 'sektor'; use one of at,");
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void judgesUnderThePolicyThatIsNamed() throws IOException {
    Path policy = folder.resolve("policy.txt");
    String text = TheatreLoader.shipped().policy().text();
    Files.writeString(policy, text + "# another one\n");

    assertThat(test("--policy", policy.toString())).isEqualTo(ExitCode.FINE);
    assertThat(out.toString()).doesNotContain(TheatreLoader.shipped().policy().version());
  }

  @Test
  void namesAFolderWithoutStories() throws IOException {
    Files.delete(folder.resolve("calm.yaml"));

    assertThat(test()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(err.toString())
        .contains("oxus: " + folder + " holds no story; a story is a .yaml file in it");
  }
}
