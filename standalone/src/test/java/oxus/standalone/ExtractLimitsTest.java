package oxus.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** What {@code oxus extract} says of files that no newspaper wrote. */
class ExtractLimitsTest {
  private static final int MEGABYTE = 1_000_000;
  private static final String LEAD = "The report came in the night. ";

  @TempDir Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  static Stream<Arguments> texts() {
    return Stream.of(
        Arguments.of("article-of-50-mb", "The rain fell. ".repeat(50 * MEGABYTE / 15), "too-large"),
        Arguments.of("word-of-10-mb", "a".repeat(10 * MEGABYTE), "too-large"),
        Arguments.of("sentence-of-2-mb", "and so on ".repeat(MEGABYTE / 5 + 1), "too-large"),
        Arguments.of("brackets", "(".repeat(100_000), "no-text"),
        Arguments.of("combining", "\u0301".repeat(100_000), "no-text"),
        Arguments.of("nul", LEAD + "\0".repeat(100_000), "unreadable"),
        Arguments.of("control", "a\u0007b\u001b".repeat(10_000), "unreadable"));
  }

  @ParameterizedTest(name = "{0}: {2}")
  @MethodSource("texts")
  void namesWhyATextIsRejected(String doc, String text, String reason) throws IOException {
    int code = extract(doc, text.getBytes(StandardCharsets.UTF_8));

    assertThat(code).isEqualTo(ExitCode.FINE);
    assertThat(out.toString()).isEmpty();
    assertThat(err.toString()).isEqualToNormalizingNewlines(doc + ": rejected, " + reason + "\n");
  }

  @Test
  void endsWithAMillionHeadings() throws IOException {
    int code = extract("headings", "A\n".repeat(MEGABYTE).getBytes(StandardCharsets.UTF_8));

    assertThat(code).isEqualTo(ExitCode.FINE);
    assertThat(err.toString()).isEqualToNormalizingNewlines("headings: no event, no-event\n");
  }

  @Test
  void namesAFileWithHalfACharacter() throws IOException {
    byte[] loneSurrogate = {'T', 'h', 'e', ' ', (byte) 0xed, (byte) 0xa0, (byte) 0xbd};

    int code = extract("half", loneSurrogate);

    assertThat(code).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(err.toString()).contains("half.txt").contains("not UTF-8");
  }

  private int extract(String doc, byte[] text) throws IOException {
    Path file = Files.write(folder.resolve(doc + ".txt"), text);
    CommandLine command = Oxus.commandLine();
    command.setOut(new PrintWriter(out, true));
    command.setErr(new PrintWriter(err, true));
    return command.execute("extract", "--published", "2021-07-20", file.toString());
  }
}
