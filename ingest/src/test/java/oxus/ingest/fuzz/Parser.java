package oxus.ingest.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import oxus.ingest.article.ArticleLine;
import oxus.ingest.article.Articles;
import oxus.ingest.article.Draft;
import oxus.ingest.article.PublicationTimes;
import oxus.ingest.collect.CanonicalUrl;
import oxus.ingest.collect.FeedDates;
import oxus.ingest.collect.FeedItem;
import oxus.ingest.collect.FeedList;
import oxus.ingest.collect.FeedReader;
import oxus.ingest.collect.HtmlText;
import oxus.ingest.collect.Opml;
import oxus.ingest.collect.ReadableText;
import oxus.ingest.collect.UnreadableFeedException;
import oxus.ingest.extract.Extractor;
import oxus.ingest.intake.PushedArticle;
import oxus.ingest.intake.UnfitArticleException;
import oxus.ingest.scenario.ControlsReader;
import oxus.ingest.scenario.ScenarioReader;
import oxus.schemas.Article;
import oxus.schemas.AvroFile;
import oxus.schemas.AvroSerde;
import oxus.schemas.BorderEvent;
import oxus.schemas.Evidence;
import oxus.theatre.InvalidTheatreException;
import oxus.theatre.Policy;
import oxus.theatre.Problem;
import oxus.theatre.Theatre;
import oxus.theatre.TheatreLoader;

/**
 * Every parser that reads what strangers write, as one function each of bytes that ends with a
 * result that makes sense or with a named fault. The folder of its corpus has its name.
 */
enum Parser {
  XML_FEEDS("xmlFeeds", Parser::feed),
  JSON_FEEDS("jsonFeeds", Parser::feed),
  NINJS("ninjs", Parser::feed),
  NEWSML("newsml", Parser::feed),
  OUTLINES("outlines", Parser::outlines),
  FEED_LISTS("feedLists", bytes -> namesProblems(FeedList.parse("f", text(bytes)).problems())),
  PAGES("pages", bytes -> ReadableText.of(bytes, Optional.empty(), "http://news.test/a")),
  HTML("html", bytes -> HtmlText.of(text(bytes))),
  DATES("dates", bytes -> FeedDates.parse(text(bytes))),
  URLS("urls", bytes -> CanonicalUrl.of(text(bytes))),
  PUBLICATION_TIMES("publicationTimes", Parser::publicationTimes),
  PUSHED_ARTICLES("pushedArticles", Parser::pushedArticle),
  ARTICLE_LINES("articleLines", Parser::articleLines),
  ARTICLES("articles", Parser::article),
  RECORDS("records", Parser::record),
  CONTAINERS("containers", bytes -> AvroFile.read(bytes)),
  POLICIES("policies", Parser::policy),
  CONTROLS("controls", Parser::controls),
  HISTORIES(
      "histories",
      bytes -> namesProblems(new ScenarioReader(theatre(), "h").read(text(bytes)).problems())),
  SCENARIO_LINES(
      "scenarioLines",
      bytes -> namesProblems(new ScenarioReader(theatre(), "h").readLines(text(bytes)).problems()));

  private static final Instant NOW = Instant.parse("2021-07-01T00:00:00Z");

  private final String folder;

  @SuppressWarnings("ImmutableEnumChecker") // functions of a class, without state
  private final Consumer<byte[]> parse;

  Parser(String folder, Consumer<byte[]> parse) {
    this.folder = folder;
    this.parse = parse;
  }

  String folder() {
    return folder;
  }

  /** Ends, or throws what the parser must never throw. */
  void parse(byte[] bytes) {
    parse.accept(bytes);
  }

  /** What takes long to make, made once and when it is needed. */
  private static final class Made {
    static final Theatre THEATRE = TheatreLoader.shipped();
    static final Extractor EXTRACTOR = new Extractor(THEATRE);
    static final AvroSerde<SpecificRecord> RECORDS = AvroSerde.of(SpecificRecord.class);

    private Made() {}
  }

  private static Theatre theatre() {
    return Made.THEATRE;
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static void namesProblems(List<Problem> problems) {
    problems.forEach(problem -> assertThat(problem.toString()).isNotBlank());
  }

  private static void feed(byte[] bytes) {
    try {
      for (FeedItem item : FeedReader.read(bytes, Optional.empty())) {
        assertThat(item.id()).isNotBlank();
      }
    } catch (UnreadableFeedException e) {
      assertThat(e.getMessage()).isNotBlank();
    }
  }

  /** Whatever names an OPML file holds, the list that is made of it can be read. */
  private static void outlines(byte[] bytes) {
    try {
      FeedList list = FeedList.parse("f", Opml.toFeedList(bytes));
      assertThat(list.problems()).isEmpty();
    } catch (UnreadableFeedException e) {
      assertThat(e.getMessage()).isNotBlank();
    }
  }

  private static void publicationTimes(byte[] bytes) {
    PublicationTimes.dateLine(text(bytes));
    try {
      PublicationTimes.parse(text(bytes));
    } catch (IllegalArgumentException e) {
      assertThat(e.getMessage()).isNotBlank();
    }
  }

  /** What is taken can be keyed and written. */
  private static void pushedArticle(byte[] bytes) {
    try {
      write(PushedArticle.read(bytes, NOW));
    } catch (UnfitArticleException e) {
      assertThat(e.getMessage()).isNotBlank();
    }
  }

  private static void articleLines(byte[] bytes) {
    for (String line : text(bytes).split("\n", -1)) {
      try {
        write(ArticleLine.parse(line));
      } catch (IllegalArgumentException e) {
        assertThat(e.getMessage()).isNotBlank();
      }
    }
  }

  private static void write(Draft draft) {
    Article article = new Articles(theatre()).live(draft, NOW);
    assertThat(article.getKey()).isNotBlank();
    assertThat(Made.RECORDS.serializer().serialize("t", article)).isNotEmpty();
  }

  /** Each quote stands where it says. */
  private static void article(byte[] bytes) {
    String text = text(bytes);
    Draft draft =
        new Draft(
            "a",
            Optional.empty(),
            "t",
            text,
            "Made up",
            new Draft.PublicationTime(NOW, false),
            Optional.empty(),
            Optional.empty());
    for (BorderEvent event :
        Made.EXTRACTOR.extract(new Articles(theatre()).imported(draft)).events()) {
      for (Evidence evidence : event.getEvidence()) {
        int start = text.offsetByCodePoints(0, evidence.getStart().orElseThrow());
        int end = text.offsetByCodePoints(0, evidence.getEnd().orElseThrow());
        assertThat(text.substring(start, end)).startsWith(evidence.getQuote());
      }
    }
  }

  private static void record(byte[] bytes) {
    try {
      SpecificRecord record = Made.RECORDS.deserializer().deserialize("t", bytes);
      assertThat(record.toString()).isNotBlank();
    } catch (SerializationException e) {
      assertThat(e.getMessage()).isNotBlank();
    }
  }

  private static void policy(byte[] bytes) {
    try {
      Policy.parse("p", text(bytes), theatre());
    } catch (InvalidTheatreException e) {
      assertThat(e.problems()).isNotEmpty();
    }
  }

  private static void controls(byte[] bytes) {
    ControlsReader reader = new ControlsReader(theatre(), List.of(), name -> Optional.empty());
    namesProblems(reader.read("c", text(bytes)).problems());
    namesProblems(reader.readLines("c", text(bytes)).problems());
  }
}
