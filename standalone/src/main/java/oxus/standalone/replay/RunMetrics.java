package oxus.standalone.replay;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import oxus.schemas.SectorAssessment;
import oxus.schemas.ThreatLevelChange;

/** Counts over a run; how long it took is not among them, so that they compare equal. */
final class RunMetrics {
  private static final JsonFactory JSON = new JsonFactory();

  private RunMetrics() {}

  static String json(
      RunManifest manifest, List<SectorAssessment> assessments, List<ThreatLevelChange> changes) {
    StringWriter out = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(out)) {
      json.writeStartObject();
      json.writeNumberField("reports", manifest.reports());
      json.writeNumberField("rejects", manifest.rejects());
      json.writeNumberField("assessments", assessments.size());
      json.writeNumberField("changes", changes.size());
      json.writeNumberField(
          "rises",
          changes.stream()
              .filter(change -> change.getTo().compareTo(change.getFrom()) > 0)
              .count());
      counts(
          json,
          "changesByReason",
          changes.stream().map(change -> change.getReason().name()).toList());
      counts(json, "changesBySector", changes.stream().map(ThreatLevelChange::getSector).toList());
      counts(
          json, "changesByLevel", changes.stream().map(change -> change.getTo().name()).toList());
      counts(json, "changesByPolicy", changes.stream().map(ThreatLevelChange::getPolicy).toList());
      counts(
          json,
          "assessmentsBySector",
          assessments.stream().map(SectorAssessment::getSector).toList());
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString();
  }

  private static void counts(JsonGenerator json, String name, List<String> keys)
      throws IOException {
    Map<String, Integer> counts = new TreeMap<>();
    keys.forEach(key -> counts.merge(key, 1, Integer::sum));
    json.writeObjectFieldStart(name);
    for (Map.Entry<String, Integer> count : counts.entrySet()) {
      json.writeNumberField(count.getKey(), count.getValue());
    }
    json.writeEndObject();
  }
}
