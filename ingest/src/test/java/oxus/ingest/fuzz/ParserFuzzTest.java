package oxus.ingest.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Throws bytes at every parser: the committed corpus and some hundred mutants of it; {@code
 * -Dfuzz.rounds=1000000 -Dfuzz.seed=2} runs more, and {@link ParserFuzz} looks cleverer. What is
 * found goes into the corpus.
 */
class ParserFuzzTest {
  private static final Path CORPUS =
      Path.of("src/test/resources/oxus/ingest/fuzz/ParserFuzzInputs");

  @ParameterizedTest
  @EnumSource
  void everyParserEndsWithAResultOrANamedFault(Parser parser) throws IOException {
    List<byte[]> corpus = corpus(parser);
    Mutator mutator = new Mutator(corpus, Long.getLong("fuzz.seed", 1));
    corpus.forEach(input -> run(parser, input));

    for (int round = 0; round < Integer.getInteger("fuzz.rounds", 200); round++) {
      run(parser, mutator.next());
    }
  }

  @Test
  void everyParserIsATargetOfTheFuzzerToo() throws IOException {
    List<String> parsers = Arrays.stream(Parser.values()).map(Parser::folder).sorted().toList();

    assertThat(Arrays.stream(ParserFuzz.class.getDeclaredMethods()).map(Method::getName))
        .containsAll(parsers);
    try (Stream<Path> folders = Files.list(CORPUS)) {
      assertThat(folders.map(folder -> folder.getFileName().toString()).sorted())
          .containsExactlyElementsOf(parsers);
    }
  }

  private static List<byte[]> corpus(Parser parser) throws IOException {
    List<byte[]> inputs = new ArrayList<>();
    try (Stream<Path> files = Files.list(CORPUS.resolve(parser.folder()))) {
      for (Path file : files.sorted().toList()) {
        inputs.add(Files.readAllBytes(file));
      }
    }
    return inputs;
  }

  private static void run(Parser parser, byte[] input) {
    try {
      parser.parse(input);
    } catch (RuntimeException | AssertionError | StackOverflowError e) {
      throw new AssertionError(
          parser + " fails on (base64) " + Base64.getEncoder().encodeToString(input), e);
    }
  }
}
