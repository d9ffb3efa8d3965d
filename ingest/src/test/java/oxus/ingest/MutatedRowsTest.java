package oxus.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import oxus.ingest.imports.Fate;
import oxus.ingest.scenario.ScenarioReader;

/**
 * Rows with odd values, seeded: nothing crashes, each row has one fate, and what is imported
 * replays. The long form: {@code -Dimports.rows=100000 -Dimports.seed=2}.
 */
class MutatedRowsTest {
  private static final int ROWS = Integer.getInteger("imports.rows", 2000);
  private static final long SEED = Long.getLong("imports.seed", 1);
  private static final List<String> ODD =
      List.of(
          "",
          " ",
          "NaN",
          "-Infinity",
          "91",
          "-181",
          "1e308",
          "99999999999999999999",
          "-1",
          "0x10",
          "20991231",
          "00000000",
          "2021-02-30",
          "29990101000000",
          "\"",
          "\"\"",
          "'",
          "\t",
          ",",
          ";",
          "\n",
          "\r\n",
          "\0",
          "\u202E",
          "\uFFFD",
          "\uD83D\uDE00",
          "null",
          "${jndi:x}",
          "<script>",
          "=1+1",
          "javascript:alert(1)",
          "http://[::1",
          "Kunduz",
          "Taliban",
          "192",
          "x".repeat(5000));

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"gdelt", "acled", "desk"})
  void haveOneFateEach(String form) throws Exception {
    List<String> names =
        form.equals("gdelt")
            ? List.of("gdelt.export.CSV", "gdelt.mentions.CSV")
            : List.of(form + ".csv");
    Random random = new Random(SEED);
    List<String> rows = new ArrayList<>();
    for (String name : names) {
      rows.addAll(Files.readAllLines(ImportedHistory.FILES.resolve(name)));
    }
    String header = form.equals("gdelt") ? "" : rows.remove(0) + "\n";
    StringBuilder text = new StringBuilder(header);
    for (int made = 0; made < ROWS; made++) {
      text.append(mutated(rows.get(random.nextInt(rows.size())), form, random, made)).append('\n');
    }
    Path file =
        Files.write(
            folder.resolve("mutated.csv"), text.toString().getBytes(StandardCharsets.UTF_8));

    ImportedHistory history = ImportedHistory.of(form, file);

    long fates = 0;
    for (Fate.Kind kind : Fate.Kind.values()) {
      fates += history.tally.of(kind);
    }
    assertThat(fates).isEqualTo(history.tally.rows());
    assertThat(history.fates).hasSize((int) history.tally.rows());
    assertThat(history.fates.values())
        .allMatch(fate -> (fate.kind() == Fate.Kind.IMPORTED) == fate.reason().isEmpty());
    ScenarioReader.Reading reading =
        new ScenarioReader(ImportedHistory.THEATRE, "reports.ndjson")
            .readLines(String.join("\n", history.reports));
    assertThat(reading.problems()).isEmpty();
    assertThat(reading.events()).hasSize((int) history.tally.reports()).isNotEmpty();
  }

  /** Every other row keeps to its form, so that odd values reach the rules. */
  private static String mutated(String row, String form, Random random, int made) {
    String between = form.equals("gdelt") ? "\t" : form.equals("acled") ? "," : ";";
    String[] cells = row.split(between, -1);
    boolean isTidy = random.nextBoolean();
    if (cells[0].matches("[0-9A-Za-z]+") && random.nextInt(4) > 0) {
      cells[0] = form.equals("gdelt") ? Integer.toString(5000 + made) : "M" + made;
    }
    for (int change = random.nextInt(3); change >= 0; change--) {
      int place = random.nextInt(cells.length);
      String odd = ODD.get(random.nextInt(ODD.size()));
      cells[place] =
          switch (random.nextInt(4)) {
            case 0 -> odd;
            case 1 -> cells[place] + odd;
            case 2 -> cells[random.nextInt(cells.length)];
            default -> odd + cells[place].substring(cells[place].length() / 2);
          };
      if (isTidy) {
        cells[place] = cells[place].replaceAll("[\t\n\r,;\"]", "");
      }
    }
    return String.join(between, cells);
  }
}
