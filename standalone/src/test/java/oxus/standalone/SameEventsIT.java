package oxus.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import oxus.ingest.GoldFiles;

/** {@code oxus extract} prints the same bytes wherever it runs, for events and for --explain. */
class SameEventsIT {
  private static final String EVENTS = "--published=2021-08-20";
  private static final String EXPLAIN = "--explain";

  @TempDir static Path folder;

  @BeforeAll
  static void extractOnce() throws Exception {
    for (String option : new String[] {EVENTS, EXPLAIN}) {
      extract("reference", option, OxusProcess.logging(printed("reference", option)));
    }
    assertThat(Files.readString(printed("reference", EVENTS)).lines().count()).isGreaterThan(100);
  }

  /** {@code -Dother.java.home=/path/to/jdk-25} names another JDK for it. */
  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {EVENTS, EXPLAIN})
  void inAnotherLocaleTimeZoneAndCharsetAndOnAnotherJdkWhereThereIsOne(String option)
      throws Exception {
    String home = System.getProperty("other.java.home", System.getProperty("java.home"));
    OxusProcess turkish =
        OxusProcess.logging(printed("turkish", option), home)
            .with(
                "-Duser.language=tr",
                "-Duser.country=TR",
                "-Duser.timezone=Asia/Kabul",
                "-Dfile.encoding=ISO-8859-9");

    extract("turkish", option, turkish);

    isAsTheReference("turkish", option);
  }

  private static Path printed(String run, String option) {
    return folder.resolve(run + option + ".txt");
  }

  private static void extract(String run, String option, OxusProcess process) throws Exception {
    Path articles = GoldFiles.shipped(Path.of("")).resolve("tuning").resolve("articles");
    if (option.equals(EVENTS)) {
      process.run("extract", EVENTS, articles.toString());
    } else {
      process.run("extract", EVENTS, option, articles.toString());
    }
    assertThat(printed(run, option)).isNotEmptyFile();
  }

  private static void isAsTheReference(String run, String option) {
    assertThat(printed(run, option)).hasSameBinaryContentAs(printed("reference", option));
  }
}
