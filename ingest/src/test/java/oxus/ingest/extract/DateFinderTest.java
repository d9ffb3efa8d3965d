package oxus.ingest.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Dates as texts write them, seen from Wednesday, 21 July 2021. */
class DateFinderTest {
  private static final LocalDate PUBLISHED = LocalDate.of(2021, 7, 21);
  private final DateFinder finder = new DateFinder(PUBLISHED);

  @ParameterizedTest(name = "{0}: {1} to {2}, {3}")
  @CsvSource(
      delimiter = '|',
      value = {
        "on 22 June|2021-06-22|2021-06-22|DAY",
        "on June 22|2021-06-22|2021-06-22|DAY",
        "on June 22nd|2021-06-22|2021-06-22|DAY",
        "on the 22nd of June|2021-06-22|2021-06-22|DAY",
        "on the 14th|2021-07-14|2021-07-14|DAY",
        "by the 18th, they|2021-07-18|2021-07-18|DAY",
        "on the 28th|2021-06-28|2021-06-28|DAY",
        "on the fifteenth|2021-07-15|2021-07-15|DAY",
        "on Aug. 15|2020-08-15|2020-08-15|DAY",
        "on June 22, 2020|2020-06-22|2020-06-22|DAY",
        "on 22 June 2020|2020-06-22|2020-06-22|DAY",
        "on 2021-06-22|2021-06-22|2021-06-22|DAY",
        "on 22.06.2021|2021-06-22|2021-06-22|DAY",
        "on 22/06/2021|2021-06-22|2021-06-22|DAY",
        "on July 5-7|2021-07-05|2021-07-07|DAY",
        "on 5-9 July|2021-07-05|2021-07-09|WEEK",
        "from 5 to 15 July|2021-07-05|2021-07-15|WEEK",
        "from 30 June to 2 July|2021-06-30|2021-07-02|DAY",
        "from June 30 to July 20|2021-06-30|2021-07-20|MONTH",
        "in June|2021-06-01|2021-06-30|MONTH",
        "in August|2020-08-01|2020-08-31|MONTH",
        "in July|2021-07-01|2021-07-21|MONTH",
        "in June 2020|2020-06-01|2020-06-30|MONTH",
        "in early June|2021-06-01|2021-06-10|WEEK",
        "in mid-June|2021-06-11|2021-06-20|WEEK",
        "in late June|2021-06-21|2021-06-30|WEEK",
        "at the end of June|2021-06-21|2021-06-30|WEEK",
        "at the beginning of June|2021-06-01|2021-06-10|WEEK",
        "in May and June|2021-05-01|2021-06-30|SEASON",
        "since May|2021-05-01|2021-07-21|SEASON",
        "since July 10|2021-07-10|2021-07-21|WEEK",
        "in 2019|2019-01-01|2019-12-31|SEASON",
        "between 2008 and 2018|2008-01-01|2018-12-31|SEASON",
        "since 2016|2016-01-01|2021-07-21|SEASON",
        "in the 1990s|1990-01-01|2000-01-01|SEASON",
        "on Tuesday|2021-07-20|2021-07-20|DAY",
        "on Wednesday|2021-07-21|2021-07-21|DAY",
        "on Thursday|2021-07-15|2021-07-15|DAY",
        "last Wednesday|2021-07-14|2021-07-14|DAY",
        "since Monday|2021-07-19|2021-07-21|DAY",
        "today|2021-07-21|2021-07-21|DAY",
        "yesterday|2021-07-20|2021-07-20|DAY",
        "overnight|2021-07-20|2021-07-21|DAY",
        "this morning|2021-07-21|2021-07-21|DAY",
        "last night|2021-07-20|2021-07-21|DAY",
        "this week|2021-07-19|2021-07-21|WEEK",
        "last week|2021-07-12|2021-07-18|WEEK",
        "in the last week|2021-07-14|2021-07-21|WEEK",
        "last month|2021-06-01|2021-06-30|MONTH",
        "two days ago|2021-07-19|2021-07-19|DAY",
        "a week ago|2021-07-11|2021-07-17|WEEK",
        "three weeks ago|2021-06-27|2021-07-03|WEEK",
        "over the past two months|2021-05-22|2021-07-21|SEASON",
        "in the past three days|2021-07-18|2021-07-21|WEEK",
        "in recent days|2021-07-14|2021-07-21|WEEK",
        "in recent weeks|2021-06-21|2021-07-21|MONTH",
        "this summer|2021-06-01|2021-07-21|SEASON",
        "twenty years ago|2001-01-27|2002-01-22|SEASON"
      })
  void resolvesWhatHasHappened(String text, LocalDate from, LocalDate to, String precision) {
    Interval past = only(text).past();

    assertThat(past.from()).isEqualTo(from);
    assertThat(past.to()).isEqualTo(to);
    assertThat(past.precision().name()).isEqualTo(precision);
  }

  @ParameterizedTest(name = "{0}: {1} to {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "on August 5-10|2021-08-05|2021-08-10",
        "in mid-August|2021-08-11|2021-08-20",
        "in September|2021-09-01|2021-09-30",
        "in January|2022-01-01|2022-01-31",
        "on Friday|2021-07-23|2021-07-23",
        "tomorrow|2021-07-22|2021-07-22",
        "next week|2021-07-26|2021-08-01",
        "next month|2021-08-01|2021-08-31",
        "in the coming days|2021-07-21|2021-07-28"
      })
  void resolvesWhatIsPlanned(String text, LocalDate from, LocalDate to) {
    Interval future = only(text).future();

    assertThat(future.from()).isEqualTo(from);
    assertThat(future.to()).isEqualTo(to);
  }

  @Test
  void takesNeitherTheVerbMayNorAFigureForADate() {
    assertThat(find("they may come with 2020 soldiers and march on")).isEmpty();
  }

  private DateMention only(String text) {
    List<DateMention> found = find(text);
    assertThat(found).hasSize(1);
    return found.get(0);
  }

  private List<DateMention> find(String text) {
    return finder.find(Tokeniser.tokenise(text, 0, text.length()));
  }
}
