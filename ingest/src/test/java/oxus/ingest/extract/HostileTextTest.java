package oxus.ingest.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import oxus.schemas.Article;
import oxus.schemas.Outcome;

/** Whatever the text: it ends in a named disposition, and twice the text is twice the work. */
class HostileTextTest {
  private static final int MEGABYTE = 1_000_000;
  private static final String LEAD = "The report came in the night. ";
  private static final String NEWS = "League fighters seized the Westbridge crossing.";

  private static final int SOME = 60_000;
  private static final int TIMES = 4;

  /** Four times the text: linear work gives about 4, quadratic work 16. */
  private static final double MOST = 10;

  private static final int ROUNDS = 3;
  private static final int LOOKS = 4;

  private final Extractor extractor = new Extractor(MadeUpTheatre.theatre());
  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();

  static Stream<Arguments> texts() {
    return Stream.of(
        ends("50 MB of prose", prose(50 * MEGABYTE), "REJECTED too-large"),
        ends("a word of 10 MB", "a".repeat(10 * MEGABYTE), "REJECTED too-large"),
        ends("a word of 1.9 MB", LEAD + "a".repeat(1_900_000), "NO_EVENT no-event"),
        ends("combining marks", LEAD + "e" + "\u0301".repeat(100_000), "NO_EVENT no-event"),
        ends("only combining marks", "\u0301".repeat(100_000), "REJECTED no-text"),
        ends("opening brackets", LEAD + "(".repeat(100_000), "NO_EVENT no-event"),
        ends("opening quotes", LEAD + "\u201c".repeat(100_000), "NO_EVENT no-event"),
        ends("only brackets", "([{".repeat(100_000), "REJECTED no-text"),
        ends("nested brackets", LEAD + nested(100_000), "NO_EVENT no-event"),
        ends("news behind brackets", "(".repeat(100_000) + NEWS, "EVENTS -"),
        ends("a sentence of nearly 2 MB", sentence(1_990_000), "NO_EVENT no-event"),
        ends("a sentence of over 2 MB", sentence(2_000_100), "REJECTED too-large"),
        ends("no spaces", unspaced(100_000), "NO_EVENT no-event"),
        ends("one million empty headings", "\n".repeat(MEGABYTE) + NEWS, "EVENTS -"),
        ends("one million headings", "A\n".repeat(MEGABYTE), "NO_EVENT no-event"),
        ends("too many headings", "Go\n".repeat(MEGABYTE), "REJECTED too-large"),
        ends("closing brackets", LEAD + "." + ")".repeat(100_000), "NO_EVENT no-event"),
        ends("NUL", "\0".repeat(100_000), "REJECTED unreadable"),
        ends("NUL between letters", "r\0e\0d\0", "REJECTED unreadable"),
        ends("one NUL", NEWS + "\0", "EVENTS -"),
        ends("control characters", LEAD + "\u0007\u009b".repeat(1_000), "REJECTED unreadable"),
        ends("lone surrogates", LEAD + "\ud83d".repeat(100_000), "REJECTED unreadable"),
        ends("one lone surrogate", NEWS + " \ud83d", "EVENTS -"),
        ends("one lone surrogate first", "\udd34 " + NEWS, "EVENTS -"),
        ends("replacement characters", "\ufffd".repeat(1_000), "REJECTED unreadable"),
        ends("pairs of surrogates", "\ud83d\udd34".repeat(1_000), "REJECTED no-text"),
        ends("digits", "1,234 5.6 ".repeat(1_000), "REJECTED no-text"),
        ends("blanks", " \n\t".repeat(100_000), "REJECTED empty"),
        ends(
            "another script", "\u4e00\u4e8c\u4e09".repeat(50), "UNSUPPORTED_LANGUAGE not-english"));
  }

  @ParameterizedTest(name = "{0}: {2}")
  @MethodSource("texts")
  void endsInANamedDisposition(String name, String text, String end) {
    assertThat(end(Articles.saying(text))).as(name).isEqualTo(end);
  }

  @Test
  void refusesATitleOfMoreThanTwoMegabytes() {
    Article article = Articles.titled("a".repeat(2_000_001), NEWS);

    assertThat(end(article)).isEqualTo("REJECTED too-large");
  }

  static Stream<Arguments> unitsOfText() {
    return Stream.of(
        Arguments.of("a word", "a"),
        Arguments.of("combining marks", "\u0301"),
        Arguments.of("opening brackets", "("),
        Arguments.of("opening quotes", "\u201c"),
        Arguments.of("nested brackets", "(the [post "),
        Arguments.of("closing brackets", ".\")"),
        Arguments.of("a sentence", "the fighters and the army went along the river and "),
        Arguments.of("no spaces", "the\u2014fighters\u2014of\u2014Arland\u2014and\u2014the\u2014"),
        Arguments.of("headings", "The day\n"),
        Arguments.of("dates", "on July 5 and "),
        Arguments.of("figures", "of 1,000 soldiers and 20 "),
        Arguments.of("stops", ". "),
        Arguments.of("surrogates", "\ud83d\udd34"),
        Arguments.of("places", "in Westbridge and Mill and "));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("unitsOfText")
  void fourTimesTheTextIsNoMoreThanAFewTimesTheWork(String name, String unit) {
    Article some = Articles.saying(LEAD + unit.repeat(SOME / unit.length()));
    Article more = Articles.saying(LEAD + unit.repeat(TIMES * SOME / unit.length()));

    // compilation by the JVM falls on one look or the other; what is quadratic is so at each
    double ratio = Double.MAX_VALUE;
    for (int look = 0; look < LOOKS && ratio >= MOST; look++) {
      ratio = Math.min(ratio, (double) work(more) / work(some));
    }

    assertThat(ratio).as(name).isLessThan(MOST);
  }

  private String end(Article article) {
    Extraction extraction = extractor.extract(article);
    assertThat(extraction.events().isEmpty()).isEqualTo(extraction.outcome() != Outcome.EVENTS);
    return extraction.outcome() + " " + extraction.reason();
  }

  /** Processor time of this thread, which other work on the machine does not add to. */
  private long work(Article article) {
    long least = Long.MAX_VALUE;
    for (int round = 0; round < ROUNDS; round++) {
      long before = threads.getCurrentThreadCpuTime();
      extractor.extract(article);
      least = Math.min(least, threads.getCurrentThreadCpuTime() - before);
    }
    return least;
  }

  private static Arguments ends(String name, String text, String end) {
    return Arguments.of(name, text, end);
  }

  private static String prose(int length) {
    return "The rain fell on the hills all day. ".repeat(length / 36);
  }

  private static String sentence(int length) {
    return LEAD + "the fighters and the army went along the river and ".repeat(length / 51);
  }

  private static String unspaced(int length) {
    return LEAD + "the\u2014fighters\u2014of\u2014Arland\u2014and\u2014".repeat(length / 27);
  }

  private static String nested(int depth) {
    return "(a".repeat(depth) + ")".repeat(depth);
  }
}
