package oxus.ingest.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import oxus.ingest.article.Draft;

class PushedArticleTest {
  private static final Instant NOW = Instant.parse("2021-07-05T12:00:00Z");
  private static final String GOOD =
      "{\"url\":\"https://example.org/a\",\"title\":\"Post lost\",\"body\":\"A post fell.\",\"source\":\"Example\","
          + "\"publishedAt\":\"2021-07-05T10:00:00Z\",\"wire\":null,\"language\":\"en\"}";

  @Test
  void readsAnArticleWithAllItsFields() {
    Draft draft = read(GOOD);

    assertThat(draft.url()).hasValue("https://example.org/a");
    assertThat(draft.title()).isEqualTo("Post lost");
    assertThat(draft.wire()).isEmpty();
    assertThat(draft.language()).hasValue("en");
    assertThat(draft.published().at()).isEqualTo("2021-07-05T10:00:00Z");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "title":"Post lost"               | "title":""                          | title       | missing
          "body":"A post fell."             | "body":" "                          | body        | missing
          "source":"Example",               |                                     | source      | missing
          "title":"Post lost"               | "title":7                           | title       | not a text
          "title":"Post lost"               | "title":{"a":1}                     | title       | not a text
          "wire":null                       | "author":"x"                        | author      | unknown field
          "wire":null                       | "url":"https://example.org/b"       | -           | Duplicate
          "wire":null                       | "wire":""                           | wire        | missing
          "body":"A post fell."             | "body":"\\ud800 fell"               | body        | half a character
          "body":"A post fell."             | "body":"\\u0000 fell"               | body        | NUL
          https://example.org/a             | ftp://example.org/a                 | url         | web address
          https://example.org/a             | https://                            | url         | web address
          https://example.org/a             | https://user@example.org/a          | url         | web address
          https://example.org/a             | https://example.org/a b             | url         | web address
          2021-07-05T10:00:00Z              | yesterday                           | publishedAt | write 2021
          2021-07-05T10:00:00Z              | 2021-07-06T12:00:01Z                | publishedAt | ahead
          2021-07-05T10:00:00Z              | 2021-07-08                          | publishedAt | ahead
          2021-07-05T10:00:00Z              | 1989-12-31                          | publishedAt | before 1990
          "language":"en"                   | "language":"English!"               | language    | language tag
          "en"}                             | "en"                                | -           | cut off
          "en"}                             | "en"}{}                             | -           | follows
          """)
  void namesFieldAndCureOfWhatIsWrong(String good, String bad, String field, String message) {
    String json = GOOD.replace(good, bad == null ? "" : bad);

    assertThat(json).isNotEqualTo(GOOD);
    assertThatThrownBy(() -> read(json))
        .isInstanceOfSatisfying(
            UnfitArticleException.class, e -> assertThat(e.field()).isEqualTo(field))
        .hasMessageContaining(message);
  }

  @ParameterizedTest
  @CsvSource({"2021-07-06T12:00:00Z", "2021-07-06", "1990-01-01"})
  void letsTimesThroughUpToTheEdge(String time) {
    assertThat(read(GOOD.replace("2021-07-05T10:00:00Z", time)).published().at()).isNotNull();
  }

  @Test
  void refusesWhatIsTooLargeBeforeReadingIt() {
    byte[] large = new byte[PushedArticle.MOST_BYTES + 1];

    assertThatThrownBy(() -> PushedArticle.read(large, NOW)).hasMessageContaining("900000 at most");
  }

  @Test
  void refusesWhatIsNotUtf8() {
    byte[] bytes = GOOD.replace("fell", "f\u00e9ll").getBytes(StandardCharsets.ISO_8859_1);

    assertThatThrownBy(() -> PushedArticle.read(bytes, NOW)).hasMessageContaining("UTF-8");
  }

  @Test
  void refusesADeepNestInsteadOfFollowingIt() {
    assertThatThrownBy(() -> read("[".repeat(100_000))).isInstanceOf(UnfitArticleException.class);
    assertThatThrownBy(() -> read("{\"title\":" + "[".repeat(100_000)))
        .isInstanceOf(UnfitArticleException.class);
  }

  /** Cut anywhere, it is refused with a reason; nothing else comes out. */
  @Test
  void refusesAnArticleThatIsCutOffAtAnyByte() {
    byte[] whole = GOOD.getBytes(StandardCharsets.UTF_8);
    for (int length = 0; length < whole.length; length++) {
      byte[] cut = java.util.Arrays.copyOf(whole, length);
      assertThatThrownBy(() -> PushedArticle.read(cut, NOW))
          .as("%s bytes", length)
          .isInstanceOf(UnfitArticleException.class);
    }
  }

  private static Draft read(String json) {
    return PushedArticle.read(json.getBytes(StandardCharsets.UTF_8), NOW);
  }
}
