package oxus.ingest.collect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FeedReaderTest {

  static List<String> samples() {
    return Samples.ALL;
  }

  @ParameterizedTest
  @MethodSource("samples")
  void readsTheSameItemFromEveryFormat(String sample) {
    FeedItem item = FeedReader.read(Samples.bytes(sample), Optional.empty()).get(0);

    assertThat(item.title()).isEqualTo("Guards & gates");
    assertThat(item.text()).isEqualTo("The gate was closed.\nNobody crossed.");
    assertThat(item.url().map(CanonicalUrl::of)).contains("http://news.test/a");
    assertThat(item.published().map(time -> time.at()))
        .contains(Instant.parse("2021-06-30T10:00:00Z"));
    assertThat(item.removed()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"usable, false", "canceled, true", "withheld, true"})
  void takesBackWhatNewsFormatsTakeBack(String status, boolean removed) {
    for (String sample : List.of(Samples.NINJS, Samples.NINJS_3, Samples.NEWSML)) {
      String changed = sample.replace("usable", status);

      assertThat(FeedReader.read(Samples.bytes(changed), Optional.empty()).get(0).removed())
          .isEqualTo(removed);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16", "UTF-16LE", "windows-1251", "KOI8-R", "ISO-8859-5"})
  void believesTheDeclarationOfAnEncoding(String encoding) {
    String sample = Samples.RSS.strip().replace("UTF-8", encoding).replace("Guards", "Граница");

    byte[] body = sample.getBytes(Charset.forName(encoding));

    assertThat(FeedReader.read(body, Optional.of("text/xml")).get(0).title())
        .isEqualTo("Граница & gates");
  }

  @Test
  void believesTheServerBeforeTheDeclarationAndTheMarkBeforeTheServer() {
    String sample = Samples.RSS.strip().replace("Guards", "Граница");
    byte[] served = sample.getBytes(Charset.forName("windows-1251"));
    byte[] marked = ("\ufeff" + sample).getBytes(StandardCharsets.UTF_8);

    assertThat(title(served, "text/xml; charset=windows-1251")).isEqualTo("Граница & gates");
    assertThat(title(marked, "text/xml; charset=windows-1251")).isEqualTo("Граница & gates");
  }

  private static String title(byte[] body, String contentType) {
    return FeedReader.read(body, Optional.of(contentType)).get(0).title();
  }

  @Test
  void readsHtmlEntitiesThatXmlDoesNotKnow() {
    byte[] body = Samples.bytes(Samples.RSS.replace("A summary.", "A&nbsp;summary &mdash; short."));

    assertThat(FeedReader.read(body, Optional.empty())).hasSize(1);
  }

  static Stream<Arguments> hostile() {
    String laughs =
        "<!DOCTYPE l [<!ENTITY a \"lol\"><!ENTITY b \""
            + "&a;".repeat(1000)
            + "\">]><rss>&b;</rss>";
    return Map.ofEntries(
            Map.entry("", FeedFault.NOTHING),
            Map.entry(" \n\t", FeedFault.NOTHING),
            Map.entry("plain words", FeedFault.NOT_A_FEED),
            Map.entry("<!doctype html><html><body>x</body></html>", FeedFault.NOT_A_FEED),
            Map.entry("<svg/>", FeedFault.NOT_A_FEED),
            Map.entry("{\"a\": 1}", FeedFault.NOT_A_FEED),
            Map.entry("[1, 2]", FeedFault.NOT_A_FEED),
            Map.entry(laughs, FeedFault.HAS_DTD),
            Map.entry(
                "<!DOCTYPE r [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><rss>&x;</rss>",
                FeedFault.HAS_DTD),
            Map.entry(
                "<!DOCTYPE r [<!ENTITY % x SYSTEM \"http://10.0.0.1/\"> %x;]><rss/>",
                FeedFault.HAS_DTD),
            Map.entry("<!DOCTYPE rss SYSTEM \"http://10.0.0.1/rss.dtd\"><rss/>", FeedFault.HAS_DTD),
            Map.entry("<a>".repeat(100_000), FeedFault.TOO_DEEP),
            Map.entry("<rss>" + "<a/>".repeat(250_000) + "</rss>", FeedFault.TOO_MANY_ELEMENTS),
            Map.entry(
                Samples.ATOM.replaceFirst("(?s)(<entry>.*</entry>)", "$1".repeat(2001)),
                FeedFault.TOO_MANY_ITEMS),
            Map.entry(
                "<?xml version=\"1.0\" encoding=\"no-such\"?><rss/>", FeedFault.UNKNOWN_ENCODING),
            Map.entry("[".repeat(100_000), FeedFault.TOO_DEEP),
            Map.entry("{\"a\":".repeat(100_000), FeedFault.TOO_DEEP),
            Map.entry("[" + "0,".repeat(400_000) + "0]", FeedFault.TOO_MANY_ELEMENTS),
            Map.entry("<rss" + " version='2'".repeat(2), FeedFault.MALFORMED_XML),
            Map.entry("<rss/>", FeedFault.NOT_A_FEED),
            Map.entry("{} {}", FeedFault.MALFORMED_JSON))
        .entrySet()
        .stream()
        .map(entry -> Arguments.of(entry.getKey(), entry.getValue()));
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource("hostile")
  void namesWhatIsWrong(String body, FeedFault fault) {
    UnreadableFeedException thrown =
        catchThrowableOfType(
            UnreadableFeedException.class,
            () -> FeedReader.read(body.getBytes(StandardCharsets.UTF_8), Optional.empty()));

    assertThat(thrown.fault()).isEqualTo(fault);
  }

  /** A feed that is cut off is refused whole: half of an item would be a version of its own. */
  @ParameterizedTest
  @MethodSource("samples")
  void refusesASampleThatIsCutOffAtAnyByte(String sample) {
    byte[] whole = Samples.bytes(sample);
    List<Integer> taken = new ArrayList<>();
    for (int length = 0; length < whole.length; length++) {
      byte[] cut = Arrays.copyOf(whole, length);
      UnreadableFeedException thrown =
          catchThrowableOfType(
              UnreadableFeedException.class, () -> FeedReader.read(cut, Optional.empty()));
      if (thrown == null) {
        taken.add(length);
      }
    }

    assertThat(taken).isEmpty();
  }
}
