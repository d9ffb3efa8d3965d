package oxus.ingest.collect;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FeedDatesTest {
  private static final Instant NOON = Instant.parse("2021-06-22T12:23:00Z");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Tue, 22 Jun 2021 12:23:00 GMT",
        "Tue, 22 Jun 2021 12:23:00 +0000",
        "Tue, 22 Jun 2021 17:23:00 +0500",
        "Tue, 22 Jun 2021 17:23:00 +05:00",
        "Tue, 22 Jun 2021 08:23:00 EDT",
        "Tue, 22 Jun 2021 12:23 GMT",
        "22 Jun 2021 12:23:00 Z",
        "Tuesday, 22-Jun-21 12:23:00 GMT",
        "tue, 22 june 2021 12:23:00 utc",
        "Tue,22 Jun 2021 12:23:00 GMT+00:00",
        "22 Jun 21 12:23",
        "Tue Jun 22 12:23:00 2021",
        "Tue Jun 22 12:23:00 UTC 2021",
        "June 22, 2021, 12:23",
        "2021-06-22T12:23:00Z",
        "2021-06-22T12:23:00.000Z",
        "2021-06-22T17:23:00+05:00",
        "2021-06-22T17:23:00+0500",
        "2021-06-22T12:23Z",
        "2021-06-22 12:23:00",
        "2021/06/22 12:23:00",
        "20210622T122300Z",
        "  2021-06-22T12:23:00Z\n",
        "1624364580",
        "1624364580000",
        "Tue, 22 Jun 2021 12:23:00 GMT (server time)",
      })
  void readsEveryFormOfOneTime(String text) {
    assertThat(FeedDates.parse(text))
        .hasValueSatisfying(time -> assertThat(time.at()).isEqualTo(NOON));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"2021-06-22", "22 Jun 2021", "Jun 22, 2021", "22nd June 2021", "20210622"})
  void knowsThatADayIsADay(String text) {
    assertThat(FeedDates.parse(text))
        .hasValueSatisfying(
            time -> {
              assertThat(time.dayOnly()).isTrue();
              assertThat(time.at()).isEqualTo("2021-06-22T23:59:59Z");
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "yesterday",
        "2021",
        "2021-13-01",
        "2021-02-30",
        "32 Jun 2021",
        "22 Foo 2021",
        "2021-06-22T25:00:00Z",
        "22 Jun 2021 12:99",
        "2021-06-22T12:23:00+99:00",
        "0",
        "99999999999",
      })
  void readsNothingIntoWhatIsNoDate(String text) {
    assertThat(FeedDates.parse(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "'http://news.test/a?utm_source=rss&id=7&fbclid=x#top', http://news.test/a?id=7",
    "http://news.test/a/amp/, http://news.test/a",
    "http://news.test/a?amp=1, http://news.test/a",
    "https://news-test.cdn.ampproject.org/c/s/news.test/a, https://news.test/a",
    "https://www.google.com/amp/s/news.test/a/amp, https://news.test/a",
    "http://news.test/camp, http://news.test/camp",
    "'http://news.test/?p=1&q=2', 'http://news.test/?p=1&q=2'",
  })
  void leavesOutOfAUrlWhatIsNotAboutTheArticle(String url, String canonical) {
    assertThat(CanonicalUrl.of(url)).isEqualTo(canonical);
  }
}
