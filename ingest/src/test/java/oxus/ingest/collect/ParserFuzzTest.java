package oxus.ingest.collect;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Throws bytes at every parser that reads what strangers write: each must end with items, a text or
 * a named fault. Runs the committed corpus and some hundred mutants of it; {@code
 * -Dfuzz.rounds=1000000 -Dfuzz.seed=2} runs more. What is found goes into the corpus.
 */
class ParserFuzzTest {
  private static final Path CORPUS = Path.of("src/test/resources/oxus/ingest/collect/fuzz");

  /** A parser and the folder of its corpus. */
  enum Target {
    XML_FEEDS("xml-feeds"),
    JSON_FEEDS("json-feeds"),
    NINJS("ninjs"),
    NEWSML("newsml"),
    PAGES("pages"),
    HTML_TO_TEXT("pages"),
    DATES("dates"),
    FEED_LISTS("lists");

    private final String folder;

    Target(String folder) {
      this.folder = folder;
    }

    private void parse(byte[] bytes) {
      String text = new String(bytes, StandardCharsets.UTF_8);
      switch (this) {
        case PAGES -> ReadableText.of(bytes, Optional.empty(), "http://news.test/a");
        case HTML_TO_TEXT -> HtmlText.of(text);
        case DATES -> FeedDates.parse(text);
        case FEED_LISTS -> FeedList.parse("f", text);
        default -> feed(bytes);
      }
    }

    private static void feed(byte[] bytes) {
      try {
        FeedReader.read(bytes, Optional.empty());
      } catch (UnreadableFeedException e) {
        assertThat(e.getMessage()).isNotBlank();
      }
    }

    private List<byte[]> corpus() throws IOException {
      List<byte[]> inputs = new ArrayList<>();
      try (Stream<Path> files = Files.list(CORPUS.resolve(folder))) {
        for (Path file : files.sorted().toList()) {
          inputs.add(Files.readAllBytes(file));
        }
      }
      return inputs;
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyParserEndsWithAResultOrANamedFault(Target target) throws IOException {
    List<byte[]> corpus = target.corpus();
    Mutator mutator = new Mutator(corpus, Long.getLong("fuzz.seed", 1));
    corpus.forEach(input -> run(target, input));

    for (int round = 0; round < Integer.getInteger("fuzz.rounds", 300); round++) {
      run(target, mutator.next());
    }
  }

  private static void run(Target target, byte[] input) {
    try {
      target.parse(input);
    } catch (RuntimeException | StackOverflowError e) {
      throw new AssertionError(
          target + " fails on (base64) " + Base64.getEncoder().encodeToString(input), e);
    }
  }
}
