package oxus.standalone.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import oxus.ingest.Scenarios;
import oxus.standalone.backtest.Milestone.Direction;
import oxus.theatre.Problem;

class MilestoneReaderTest {
  private static final String HEADER = "number,known,scope,direction,what,reports\n";

  private static MilestoneReader.Reading read(String csv) {
    return MilestoneReader.read(History.THEATRE, "milestones.csv", csv);
  }

  private static List<String> problems(String csv) {
    return read(csv).problems().stream().map(Problem::toString).toList();
  }

  @Test
  void takesABareDateForItsWholeDay() {
    assertThat(read(HEADER + "1,2021-06-22,TJ-AF/PANJ,up,a crossing falls,R1|R2").milestones())
        .containsExactly(
            new Milestone(
                "1",
                Instant.parse("2021-06-22T00:00:00Z"),
                Instant.parse("2021-06-22T23:59:59Z"),
                List.of("TJ-AF/PANJ"),
                Direction.UP,
                "a crossing falls",
                List.of("R1", "R2")));
  }

  @Test
  void takesAnInstantAsItIs() {
    Milestone milestone = History.milestone("2021-06-22T12:23:00Z", "TJ-AF/PANJ", "down");

    assertThat(milestone.from()).isEqualTo(milestone.known()).isEqualTo("2021-06-22T12:23:00Z");
    assertThat(milestone.direction()).isEqualTo(Direction.DOWN);
  }

  @Test
  void takesABorderForItsSectorsAndTheTheatreForAll() {
    assertThat(History.milestone("2021-06-22", "TJ-AF | UZ-AF/TERMEZ", "up").sectors())
        .containsExactlyInAnyOrder(
            "TJ-AF/SHAHRITUZ",
            "TJ-AF/PANJ",
            "TJ-AF/FARKHOR",
            "TJ-AF/DARVOZ",
            "TJ-AF/ISHKASHIM",
            "UZ-AF/TERMEZ");
    assertThat(History.milestone("2021-06-22", "CA", "up").sectors()).hasSize(14);
  }

  @Test
  void readsWhatASpreadsheetWrites() {
    assertThat(
            read("\uFEFF" + HEADER.replace("\n", "\r\n") + "1,2021-06-22,CA,up,\"a, b\",\r\n\r\n")
                .milestones())
        .singleElement()
        .satisfies(milestone -> assertThat(milestone.what()).isEqualTo("a, b"));
  }

  @Test
  void namesEachBadRowWithItsLine() {
    assertThat(
            problems(
                HEADER
                    + "# a comment\n"
                    + "1,22 June,TJ-AF/PANG,upp,,\n"
                    + "2,2021-06-22,TJ-AF/PANJ,up,fine,\n"
                    + "3,2021-06-22,,down,nowhere,\n"
                    + "4,2021-06-22,CA,down\n"))
        .satisfiesExactly(
            problem ->
                assertThat(problem).isEqualTo("milestones.csv:3: column 'what' is empty; fill it"),
            problem ->
                assertThat(problem)
                    .isEqualTo(
                        "milestones.csv:3: '22 June' is no time; write it as 2021-06-22 or 2021-06-22T12:23:00Z"),
            problem ->
                assertThat(problem)
                    .startsWith(
                        "milestones.csv:3: scope 'TJ-AF/PANG' is not in the theatre; use one of TJ-AF/SHAHRITUZ,"),
            problem ->
                assertThat(problem)
                    .isEqualTo("milestones.csv:3: direction 'upp' is unknown; write up or down"),
            problem -> assertThat(problem).startsWith("milestones.csv:5: column 'scope' is empty;"),
            problem ->
                assertThat(problem).startsWith("milestones.csv:6: row '4' has 4 cells; write 6:"));
  }

  @Test
  void namesAHeaderThatIsNone() {
    assertThat(problems("1,2021-06-22,CA,up,a,\n"))
        .containsExactly(
            "milestones.csv:1: the header is 1,2021-06-22,CA,up,a,; write number,known,scope,direction,what,reports");
  }

  @Test
  void namesAFileWithoutMilestones() {
    assertThat(problems(HEADER))
        .singleElement()
        .asString()
        .startsWith("milestones.csv:1: there is no milestone; write number,known");
    assertThat(problems("")).hasSize(1);
  }

  @Test
  void namesAQuoteThatIsNotClosed() {
    assertThat(problems(HEADER + "1,2021-06-22,CA,up,\"a,\n"))
        .singleElement()
        .asString()
        .contains("not CSV: ")
        .endsWith("; mend the quotes at or below it");
  }

  @Test
  void readsTheShippedOnes() {
    MilestoneReader.Reading reading = read(Scenarios.milestones("summer-2021"));

    assertThat(reading.problems()).isEmpty();
    assertThat(reading.milestones().stream().mapToInt(one -> one.sectors().size()).sum())
        .isEqualTo(23);
  }
}
