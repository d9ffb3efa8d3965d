package oxus.ingest;

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
import oxus.ingest.scenario.Reject;
import oxus.ingest.scenario.ScenarioReader;
import oxus.schemas.BorderEvent;
import oxus.theatre.Theatre;

/** Finds recorded history: the scenarios that are shipped, by name, and CSV files. */
public record Scenarios(Theatre theatre) {
  public static final List<String> SHIPPED = List.of("summer-2021");

  /**
   * History, read whole.
   *
   * @param hash SHA-256 of its bytes
   * @param events in the order in which a replay publishes them
   * @param rejects rows that could not be read
   */
  public record Scenario(String name, String hash, List<BorderEvent> events, List<Reject> rejects) {
    public Scenario {
      events = List.copyOf(events);
      rejects = List.copyOf(rejects);
    }
  }

  /**
   * Reads a shipped scenario or a file.
   *
   * @throws BadInputException when there is neither
   */
  public Scenario read(String source) {
    byte[] bytes = SHIPPED.contains(source) ? shipped(source) : file(source);
    ScenarioReader.Reading reading =
        new ScenarioReader(theatre, source).read(new String(bytes, StandardCharsets.UTF_8));
    return new Scenario(source, hash(bytes), reading.events(), reading.rejects());
  }

  /**
   * The milestones of a shipped scenario, or those of a file, as they stand there.
   *
   * @throws BadInputException when there is neither
   */
  public static String milestones(String source) {
    byte[] bytes = SHIPPED.contains(source) ? shipped(source + "-milestones") : file(source);
    return new String(bytes, StandardCharsets.UTF_8);
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

  private static byte[] file(String source) {
    Path file = Path.of(source);
    if (!Files.isRegularFile(file)) {
      throw new BadInputException(
          source
              + " is neither a shipped scenario nor a file; shipped: "
              + String.join(", ", SHIPPED));
    }
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw BadInputException.unreadable(file, e);
    }
  }

  /** SHA-256 of a text. */
  public static String hash(String text) {
    return hash(text.getBytes(StandardCharsets.UTF_8));
  }

  /** SHA-256 of bytes. */
  public static String hash(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
