package oxus.ingest.collect;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadableTextTest {
  private static final String PAGE =
      """
      <html><head><meta charset="%s"><title>Guards | Made up</title><meta property="og:title" content="Guards">
      <meta property="article:published_time" content="2021-06-30T15:00:00+05:00"><link rel="canonical" href="%s"></head>
      <body><nav><a href="/">Home</a><a href="/x">Sport</a></nav><div class="sidebar"><p>Most read</p></div>
      <article><h1>Guards</h1><p>Границa: guards of the border closed the gate on Tuesday, an officer said, and nobody crossed on that day.</p>
      <script>var x = "not text";</script><p>The gate was opened again on Wednesday, when lorries that had waited, more than a hundred, went over, he said.</p></article>
      <footer><p>All rights reserved</p></footer></body></html>
      """;

  @ParameterizedTest
  @CsvSource({"UTF-8", "windows-1251"})
  void tellsTheArticleFromItsPage(String encoding) {
    byte[] page = page(encoding, "/a").getBytes(Charset.forName(encoding));

    ReadableText text = ReadableText.of(page, Optional.of("text/html"), "http://news.test/a?x=1");

    assertThat(text.title()).isEqualTo("Guards");
    assertThat(text.text())
        .contains("Граница".substring(0, 6), "more than a hundred, went over")
        .doesNotContain("not text", "Most read", "All rights", "Sport");
    assertThat(text.published().map(time -> time.at()))
        .contains(Instant.parse("2021-06-30T10:00:00Z"));
  }

  @ParameterizedTest
  @CsvSource({
    "/story, http://news.test/story",
    "https://www.news.test/story, https://www.news.test/story",
    "http://other.test/story, ",
    "javascript:alert(1), ",
  })
  void believesAPagesOwnUrlOnItsOwnSiteOnly(String href, String canonical) {
    byte[] page = page("UTF-8", href).getBytes(StandardCharsets.UTF_8);

    assertThat(ReadableText.of(page, Optional.empty(), "http://news.test/a").canonicalUrl())
        .isEqualTo(Optional.ofNullable(canonical));
  }

  private static String page(String encoding, String canonical) {
    return PAGE.replaceFirst("%s", encoding).replaceFirst("%s", canonical);
  }

  @Test
  void endsOnPagesThatAreMadeToHarm() {
    for (String page :
        List.of(
            "<div>".repeat(100_000),
            "<a><b><i>".repeat(30_000),
            "<table><tr><td>".repeat(10_000),
            "<p>x".repeat(300_000),
            "<".repeat(1_000_000),
            "&".repeat(1_000_000),
            "<!--".repeat(200_000),
            "<div class='" + "a ".repeat(500_000) + "'>x</div>",
            "<p>" + "a, ".repeat(400_000) + "</p>",
            "<svg><foreignObject>".repeat(5000))) {
      byte[] bytes = page.getBytes(StandardCharsets.UTF_8);

      ReadableText text = ReadableText.of(bytes, Optional.empty(), "http://news.test/a");

      assertThat(text.text().length()).isLessThanOrEqualTo(bytes.length);
    }
  }
}
