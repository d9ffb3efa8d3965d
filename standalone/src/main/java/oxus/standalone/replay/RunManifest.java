package oxus.standalone.replay;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/**
 * What went into a run.
 *
 * @param source what was replayed, as named by the user
 * @param sourceHash SHA-256 of the input
 * @param reports reports replayed
 * @param rejects input rows that could not be read
 */
public record RunManifest(
    String source,
    String sourceHash,
    String theatre,
    String theatreVersion,
    String policyVersion,
    String softwareVersion,
    long reports,
    long rejects) {

  /** What tells this run from one with another input, theatre or policy; eight hex digits. */
  public String hash() {
    return Integer.toHexString((sourceHash + theatreVersion + policyVersion).hashCode());
  }

  public String json() {
    StringWriter out = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(out)) {
      json.writeStartObject();
      json.writeStringField("source", source);
      json.writeStringField("sourceHash", sourceHash);
      json.writeStringField("theatre", theatre);
      json.writeStringField("theatreVersion", theatreVersion);
      json.writeStringField("policyVersion", policyVersion);
      json.writeStringField("softwareVersion", softwareVersion);
      json.writeNumberField("reports", reports);
      json.writeNumberField("rejects", rejects);
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString();
  }
}
