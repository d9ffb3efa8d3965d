package oxus.standalone;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import oxus.ingest.extract.EventLine;
import oxus.ingest.scenario.Reject;
import oxus.ingest.scenario.ScenarioReader;
import oxus.schemas.BorderEvent;
import oxus.schemas.PolicyChange;
import oxus.standalone.diff.Kind;

/** What a run's folder keeps of its input: policies that judged, events, and what was rejected. */
final class RunInputs {
  static final String POLICIES = "policies";

  private static final JsonFactory JSON = new JsonFactory();

  private RunInputs() {}

  static void write(Path folder, List<SpecificRecord> records, List<Reject> rejects) {
    try {
      Path policies = Files.createDirectories(folder.resolve(POLICIES));
      for (SpecificRecord record : records) {
        if (record instanceof PolicyChange change) {
          Files.writeString(policies.resolve(change.getVersion() + ".yaml"), change.getText());
        }
      }
      StringBuilder lines = new StringBuilder();
      for (Reject reject : rejects) {
        lines.append(line(reject)).append('\n');
      }
      Files.writeString(folder.resolve("rejects.ndjson"), lines);
      events(folder.resolve(Kind.EVENT.file()), records);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write to " + folder + ": " + e.getMessage(), e);
    }
  }

  /** What was told, so that runs of two extractors can be compared event by event. */
  private static void events(Path file, List<SpecificRecord> records) throws IOException {
    List<BorderEvent> events =
        records.stream()
            .filter(BorderEvent.class::isInstance)
            .map(BorderEvent.class::cast)
            .sorted(ScenarioReader.ORDER)
            .toList();
    try (BufferedWriter out =
        new BufferedWriter(
            new OutputStreamWriter(Files.newOutputStream(file), StandardCharsets.UTF_8))) {
      for (BorderEvent event : events) {
        out.write(EventLine.told(event));
        out.write('\n');
      }
    }
  }

  private static String line(Reject reject) throws IOException {
    StringWriter out = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(out)) {
      json.writeStartObject();
      json.writeStringField("file", reject.problem().file());
      json.writeNumberField("line", reject.problem().line());
      json.writeStringField("culprit", reject.problem().culprit());
      json.writeStringField("cure", reject.problem().cure());
      json.writeStringField("text", reject.text());
      json.writeEndObject();
    }
    return out.toString();
  }
}
