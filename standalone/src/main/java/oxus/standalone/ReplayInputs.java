package oxus.standalone;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import oxus.ingest.BadInputException;
import oxus.ingest.scenario.ScenarioReader;
import oxus.theatre.Theatre;

/**
 * Finds and reads what a replay is asked for: a shipped scenario by name, or a CSV file of reports.
 */
final class ReplayInputs {
  private static final List<String> SHIPPED = List.of("summer-2021");

  private final Theatre theatre;

  ReplayInputs(Theatre theatre) {
    this.theatre = theatre;
  }

  /**
   * Reads a source.
   *
   * @throws BadInputException when there is no such source
   */
  ReplayInput read(String source) {
    if (SHIPPED.contains(source)) {
      return scenario(source, shipped(source));
    }
    Path path = Path.of(source);
    if (!Files.exists(path)) {
      throw new BadInputException(
          source
              + " is neither a shipped scenario nor a file or folder; shipped: "
              + String.join(", ", SHIPPED));
    }
    return scenario(source, bytes(path));
  }

  private ReplayInput scenario(String name, byte[] bytes) {
    ScenarioReader.Reading reading =
        new ScenarioReader(theatre, name).read(new String(bytes, StandardCharsets.UTF_8));
    return new ReplayInput(name, hash(bytes), reading.events(), List.of(), reading.problems());
  }

  private static byte[] shipped(String name) {
    String resource = "/oxus/ingest/scenarios/" + name + ".csv";
    try (InputStream stream = ScenarioReader.class.getResourceAsStream(resource)) {
      if (stream == null) {
        throw new IllegalStateException(
            resource + " is not on the class path; build the project anew");
      }
      return stream.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new BadInputException("cannot read " + file + ": " + e.getMessage());
    }
  }

  static String text(Path file) {
    return new String(bytes(file), StandardCharsets.UTF_8);
  }

  static String hash(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
