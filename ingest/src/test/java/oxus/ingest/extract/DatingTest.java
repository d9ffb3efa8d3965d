package oxus.ingest.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import oxus.schemas.Article;
import oxus.schemas.BorderEvent;
import oxus.schemas.EventType;
import oxus.schemas.ReportStatus;
import oxus.theatre.Theatre;
import oxus.theatre.TheatreLoader;

/** When events are said to have occurred, by the date of their sentence or by those around it. */
class DatingTest {
  private static final Theatre THEATRE = TheatreLoader.shipped();

  @ParameterizedTest(name = "{1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          BORDER_SEIZURE | 29 August. The Taliban seize Torkham.                       | 2021-08-29 | 2021-08-29
          BORDER_SEIZURE | Late July — The Taliban have seized Torkham.                | 2021-07-21 | 2021-07-31
          BORDER_SEIZURE | 14 July¶The Taliban have seized Torkham.                    | 2021-07-14 | 2021-07-14
          BORDER_SEIZURE | On 28 July nobody spoke. The Taliban seized Torkham.        | 2021-07-28 | 2021-07-28
          """)
  void givesWhatStandsUnderADateItsDay(EventType type, String text, LocalDate from, LocalDate to) {
    assertOccurred(type, text, from, to);
  }

  @ParameterizedTest(name = "{1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          BORDER_SEIZURE | On 28 July nobody spoke. The Taliban have seized Torkham.
          BORDER_CLOSURE | 14 July¶The Taliban seized Torkham.¶Pakistan has closed Chaman.
          BORDER_CLOSURE | In 2021 the Taliban seized Torkham. Pakistan closed the crossing.
          """)
  void leavesWhatIsNewToTheDayOfPublication(EventType type, String text) {
    assertOccurred(type, text, LocalDate.of(2021, 10, 22), LocalDate.of(2021, 10, 22));
  }

  @Test
  void givesADenialTheDayOfWhatItDenies() {
    assertOccurred(
        EventType.DEPLOYMENT,
        "On 28 July the Taliban seized Torkham. Pakistan denied that troops were sent.",
        LocalDate.of(2021, 7, 28),
        LocalDate.of(2021, 7, 28));
  }

  @ParameterizedTest(name = "{1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          BORDER_CLOSURE | Torkham has been closed since 5 September.   | 2021-09-05 | 2021-09-05
          BORDER_SEIZURE | The Taliban have held Torkham since July.    | 2021-07-01 | 2021-07-31
          """)
  void givesWhatLastsTheDaySinceWhenItIsSo(
      EventType type, String text, LocalDate from, LocalDate to) {
    assertOccurred(type, text, from, to);
  }

  @ParameterizedTest(name = "{1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          REFUGEE_FLOW     | More refugees crossed into Tajikistan than in June.
          REFUGEE_RETURN   | Afghan refugees who came in August were deported from Tajikistan.
          BORDER_REOPENING | Torkham was reopened for the first time since June.
          BORDER_REOPENING | Torkham was reopened, which nobody had done since 2019.
          """)
  void takesNoTimeByWhichSomethingElseIsMeasured(EventType type, String text) {
    assertOccurred(type, text, LocalDate.of(2021, 10, 22), LocalDate.of(2021, 10, 22));
  }

  @Test
  void givesWhatEndedOrWillEndNoDayOfItsBeginning() {
    assertThat(
            extractor()
                .extract(article("Torkham, closed since 5 September, was reopened by the guards."))
                .events())
        .filteredOn(event -> event.getType() == EventType.BORDER_REOPENING)
        .isNotEmpty()
        .noneMatch(event -> event.getOccurredTo().equals(LocalDate.of(2021, 9, 5)));
  }

  @Test
  void takesWhatCanOnlyLieAheadForAPlan() {
    assertThat(extractor().extract(article("Drills are down for 20 November at Termez.")).events())
        .extracting(BorderEvent::getStatus, BorderEvent::getOccurredFrom)
        .containsExactly(tuple(ReportStatus.PLANNED, LocalDate.of(2021, 11, 20)));
  }

  private static void assertOccurred(EventType type, String text, LocalDate from, LocalDate to) {
    assertThat(extractor().extract(article(text)).events())
        .filteredOn(event -> event.getType() == type)
        .extracting(BorderEvent::getOccurredFrom, BorderEvent::getOccurredTo)
        .containsExactly(tuple(from, to));
  }

  /** Published on 22 October 2021; a pilcrow parts paragraphs. */
  private static Article article(String text) {
    return Articles.on("2021-10-22", text.replace("¶", "\n\n"));
  }

  /** Reports whatever a rule finds. */
  private static Extractor extractor() {
    return new Extractor(THEATRE, Lexicon.of(THEATRE, (reading, byRules) -> Weighing.silent()));
  }
}
