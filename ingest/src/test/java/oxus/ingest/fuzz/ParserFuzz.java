package oxus.ingest.fuzz;

import static org.junit.jupiter.api.Assertions.assertTimeout;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.time.Duration;

/**
 * The parsers as targets of Jazzer, which looks for inputs that reach new code. {@code bin/fuzz}
 * runs them, each in a process of its own; the build runs {@link ParserFuzzTest} on the same
 * corpus.
 */
class ParserFuzz {
  /** What takes longer, on however busy a machine, is a way to stop the intake. */
  private static final Duration LONGEST = Duration.ofSeconds(60);

  private static void fuzz(Parser parser, byte[] bytes) {
    assertTimeout(LONGEST, () -> parser.parse(bytes));
  }

  @FuzzTest
  void xmlFeeds(byte[] bytes) {
    fuzz(Parser.XML_FEEDS, bytes);
  }

  @FuzzTest
  void jsonFeeds(byte[] bytes) {
    fuzz(Parser.JSON_FEEDS, bytes);
  }

  @FuzzTest
  void ninjs(byte[] bytes) {
    fuzz(Parser.NINJS, bytes);
  }

  @FuzzTest
  void newsml(byte[] bytes) {
    fuzz(Parser.NEWSML, bytes);
  }

  @FuzzTest
  void outlines(byte[] bytes) {
    fuzz(Parser.OUTLINES, bytes);
  }

  @FuzzTest
  void feedLists(byte[] bytes) {
    fuzz(Parser.FEED_LISTS, bytes);
  }

  @FuzzTest
  void pages(byte[] bytes) {
    fuzz(Parser.PAGES, bytes);
  }

  @FuzzTest
  void html(byte[] bytes) {
    fuzz(Parser.HTML, bytes);
  }

  @FuzzTest
  void dates(byte[] bytes) {
    fuzz(Parser.DATES, bytes);
  }

  @FuzzTest
  void urls(byte[] bytes) {
    fuzz(Parser.URLS, bytes);
  }

  @FuzzTest
  void publicationTimes(byte[] bytes) {
    fuzz(Parser.PUBLICATION_TIMES, bytes);
  }

  @FuzzTest
  void pushedArticles(byte[] bytes) {
    fuzz(Parser.PUSHED_ARTICLES, bytes);
  }

  @FuzzTest
  void articleLines(byte[] bytes) {
    fuzz(Parser.ARTICLE_LINES, bytes);
  }

  @FuzzTest
  void articles(byte[] bytes) {
    fuzz(Parser.ARTICLES, bytes);
  }

  @FuzzTest
  void records(byte[] bytes) {
    fuzz(Parser.RECORDS, bytes);
  }

  @FuzzTest
  void containers(byte[] bytes) {
    fuzz(Parser.CONTAINERS, bytes);
  }

  @FuzzTest
  void policies(byte[] bytes) {
    fuzz(Parser.POLICIES, bytes);
  }

  @FuzzTest
  void controls(byte[] bytes) {
    fuzz(Parser.CONTROLS, bytes);
  }

  @FuzzTest
  void histories(byte[] bytes) {
    fuzz(Parser.HISTORIES, bytes);
  }

  @FuzzTest
  void scenarioLines(byte[] bytes) {
    fuzz(Parser.SCENARIO_LINES, bytes);
  }
}
