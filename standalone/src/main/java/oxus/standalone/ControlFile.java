package oxus.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;
import oxus.ingest.BadInputException;
import oxus.ingest.scenario.ControlsReader;
import oxus.schemas.BorderEvent;
import oxus.theatre.InvalidTheatreException;
import oxus.theatre.Theatre;

/** Reads a file of controls, and the policies that lie beside it. */
final class ControlFile {
  private final Theatre theatre;
  private final List<BorderEvent> reports;

  /**
   * What such a file holds.
   *
   * @param identity its text and that of the policies it names
   */
  record Content(List<SpecificRecord> records, String identity) {
    Content {
      records = List.copyOf(records);
    }
  }

  ControlFile(Theatre theatre, List<BorderEvent> reports) {
    this.theatre = theatre;
    this.reports = reports;
  }

  /**
   * Reads it whole or not at all: a replay that leaves a ruling out would silently tell another
   * story.
   *
   * @throws InvalidTheatreException with every problem, each with its line
   */
  Content read(Path file) {
    Map<String, String> policies = new TreeMap<>();
    ControlsReader reader =
        new ControlsReader(
            theatre,
            reports,
            name -> {
              Optional<String> text = beside(file, name);
              text.ifPresent(found -> policies.put(name, found));
              return text;
            });
    String text = text(file);
    ControlsReader.Reading reading =
        file.toString().endsWith(".ndjson")
            ? reader.readLines(file.toString(), text)
            : reader.read(file.toString(), text);
    if (!reading.problems().isEmpty()) {
      throw new InvalidTheatreException(reading.problems());
    }
    return new Content(reading.records(), text + policies.values());
  }

  static Optional<String> beside(Path file, String name) {
    Path policy = file.resolveSibling(name);
    return Files.isRegularFile(policy) ? Optional.of(text(policy)) : Optional.empty();
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw BadInputException.unreadable(file, e);
    }
  }
}
