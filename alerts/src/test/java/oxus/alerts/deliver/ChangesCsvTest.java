package oxus.alerts.deliver;

import static org.assertj.core.api.Assertions.assertThat;
import static oxus.alerts.Examples.changed;
import static oxus.alerts.Examples.contribution;
import static oxus.alerts.Examples.report;
import static oxus.schemas.ThreatLevel.LOW;
import static oxus.schemas.ThreatLevel.SEVERE;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import oxus.alerts.Examples;
import oxus.alerts.Hostile;
import oxus.alerts.console.Posted;
import oxus.schemas.EventType;

class ChangesCsvTest {
  private static final int EXPLANATION = 10;
  private static final int SCORE = 11;
  private static final int PLACE = 17;
  private static final int ADDRESS = 21;
  private static final int QUOTE = 22;

  final Masthead masthead = new Masthead(Examples.theatre(), true, "http://127.0.0.1:8080");

  @Test
  void writesOneLineAChangeUnderTheNamesOfTheColumns() {
    List<List<String>> rows = rows(table("a quiet day", "the bridge"));

    assertThat(rows).hasSize(2);
    assertThat(rows.get(0)).startsWith("offset", "exercise", "changeId").endsWith("quote");
    assertThat(rows.get(1))
        .hasSameSizeAs(rows.get(0))
        .startsWith("7", "true", "XA-XB/NORTH#1", "XA-XB/NORTH", "North ford", "1", "LOW")
        .endsWith("the bridge");
  }

  @ParameterizedTest(name = "{0} becomes {1}")
  @CsvSource({
    "=1+1, '''=1+1'",
    "+1, '''+1'",
    "-1, '''-1'",
    "@x, '''@x'",
    "'\t=1', '''=1'",
    "'\r=1', '''=1'",
    "\uFF1D1, '''\uFF1D1'",
    "1=1, 1=1"
  })
  void putsAnApostropheBeforeWhatASpreadsheetWouldReckon(String text, String cell) {
    assertThat(rows(table(text, "q")).get(1).get(EXPLANATION)).isEqualTo(cell);
  }

  @Test
  void leavesANegativeScoreANumber() {
    String table =
        ChangesCsv.of(
            masthead,
            List.of(
                new Posted(
                    0, changed("XA-XB/NORTH", 1, LOW, SEVERE).setScore(-1_500_000).build())));

    assertThat(rows(table).get(1).get(SCORE)).isEqualTo("-1.5");
  }

  static Stream<String> hostileTexts() {
    return Hostile.TEXTS.stream();
  }

  @ParameterizedTest
  @MethodSource("hostileTexts")
  void keepsAHostileTextInItsCell(String text) {
    String table = table(text, text);
    List<List<String>> rows = rows(table);

    assertThat(rows).hasSize(2);
    assertThat(rows.get(1)).hasSameSizeAs(rows.get(0));
    for (int column : new int[] {EXPLANATION, PLACE, QUOTE}) {
      assertThat(rows.get(1).get(column)).doesNotContainPattern("^[=+\\-@\uFF1D]");
    }
    assertThat(table.replace("\r\n", ""))
        .doesNotContainPattern("[\\x00-\\x1F\\x7F-\\x9F\\u202A-\\u202E\\u2066-\\u2069]")
        .hasSizeLessThan(10_000);
  }

  static Stream<String> hostileAddresses() {
    return Hostile.ADDRESSES.stream();
  }

  @ParameterizedTest
  @MethodSource("hostileAddresses")
  void leavesOutAnAddressThatNobodyShouldFollow(String address) {
    String table =
        ChangesCsv.of(masthead, List.of(new Posted(7, HostileChange.with("x", address))));

    assertThat(rows(table).get(1).get(ADDRESS)).isEmpty();
  }

  private String table(String explanation, String quote) {
    return ChangesCsv.of(
        masthead,
        List.of(
            new Posted(
                7,
                changed("XA-XB/NORTH", 1, LOW, SEVERE)
                    .setExplanation(explanation)
                    .setContributions(
                        List.of(
                            contribution(EventType.ARMED_CLASH, 1)
                                .setPlace(explanation)
                                .setReports(List.of(report(quote).build()))
                                .build()))
                    .build())));
  }

  /** As RFC 4180 reads it: quotes, doubled quotes, CRLF. */
  private static List<List<String>> rows(String table) {
    List<List<String>> rows = new ArrayList<>();
    List<String> row = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < table.length(); i++) {
      char letter = table.charAt(i);
      if (letter == '"' && quoted && i + 1 < table.length() && table.charAt(i + 1) == '"') {
        cell.append('"');
        i++;
      } else if (letter == '"') {
        quoted = !quoted;
      } else if (!quoted && (letter == ',' || letter == '\r')) {
        row.add(cell.toString());
        cell.setLength(0);
        if (letter == '\r') {
          rows.add(row);
          row = new ArrayList<>();
          i++;
        }
      } else {
        cell.append(letter);
      }
    }
    return rows;
  }
}
