package oxus.ingest.collect;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import oxus.theatre.Problem;

class FeedListTest {
  private static final Instant NOW = Instant.parse("2021-06-30T10:00:00Z");

  @Test
  void readsFeedsWithTheirDefaults() {
    FeedList list =
        FeedList.parse(
            "f.yaml", "feeds:\n  - source: A\n    url: http://news.test/\n    every: PT5M\n");

    assertThat(list.problems()).isEmpty();
    assertThat(list.feeds())
        .containsExactly(
            new FeedSource(
                "A", "http://news.test/", Duration.ofMinutes(5), false, FeedSource.SILENT_AFTER));
  }

  @Test
  void namesTheLineOfEachMistake() {
    FeedList list =
        FeedList.parse(
            "f.yaml",
            """
            feeds:
              - source: A
                url: ftp://news.test/
              - source: B
                url: http://b.test/
                every: PT5S
              - source: C
                url: http://c.test/
                fulltext: true
              - source: D
                url: http://d.test/
              - source: D
                url: http://d.test/
            """);

    assertThat(list.problems()).extracting(Problem::line).containsExactly(3, 6, 9, 12);
    assertThat(list.feeds()).extracting(FeedSource::name).containsExactly("D");
  }

  @Test
  void readsWhatAFeedReaderExported() {
    String opml =
        "<opml version=\"2.0\"><body><outline text=\"News\"><outline type=\"rss\" text=\"A &quot;B&quot;\""
            + " xmlUrl=\"http://a.test/rss\"/></outline><outline text=\"x\" xmlUrl=\"file:///etc\"/></body></opml>";

    FeedList list = FeedList.parse("f", Opml.toFeedList(opml.getBytes(StandardCharsets.UTF_8)));

    assertThat(list.problems()).isEmpty();
    assertThat(list.feeds()).extracting(FeedSource::name).containsExactly("A \"B\"");
    assertThat(list.feeds()).extracting(FeedSource::url).containsExactly("http://a.test/rss");
  }

  @ParameterizedTest(name = "{0} failures, not before {1}: {2}")
  @CsvSource({
    "0, , PT15M",
    "1, , PT30M",
    "3, , PT2H",
    "5, , PT6H",
    "1000, , PT6H",
    "0, 60, PT15M",
    "0, 3600, PT1H",
    "2, 3600, PT1H",
    "0, 999999999, P1D",
  })
  void waitsLongerAfterFailuresAndAsLongAsTheServerWants(
      int failures, String seconds, Duration wait) {
    Optional<Instant> notBefore = FeedSchedule.retryAfter(Optional.ofNullable(seconds), NOW);

    assertThat(FeedSchedule.next(NOW, Duration.ofMinutes(15), failures, notBefore))
        .isEqualTo(NOW.plus(wait));
  }

  @Test
  void readsARetryAfterThatIsADate() {
    assertThat(FeedSchedule.retryAfter(Optional.of("Wed, 30 Jun 2021 12:00:00 GMT"), NOW))
        .contains(NOW.plus(Duration.ofHours(2)));
  }
}
