package oxus.standalone.replay;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What went into a run.
 *
 * @param source what was replayed, as named by the user
 * @param sourceHash SHA-256 of the input
 * @param policyVersion the policy that the run begins under
 * @param policies versions of all that were put in force, in their order
 * @param extractors who coded the reports, with their versions, in alphabetical order
 * @param reports reports replayed
 * @param rejects input rows that could not be read
 * @param until the run knows nothing later; empty: it goes to the end of its input
 * @param whatIf how the input was told otherwise than it was; empty: as it was
 * @param complete false: the run was cut off, at {@code until} if that is there
 */
public record RunManifest(
    String source,
    String sourceHash,
    String theatre,
    String theatreVersion,
    String policyVersion,
    List<String> policies,
    String softwareVersion,
    List<String> extractors,
    long reports,
    long rejects,
    Optional<Instant> until,
    List<String> whatIf,
    boolean complete) {

  public RunManifest {
    policies = List.copyOf(policies);
    extractors = List.copyOf(extractors);
    whatIf = List.copyOf(whatIf);
  }

  /** The manifest of a run that was cut off, whole up to a time. */
  public RunManifest cutOff(Optional<Instant> at) {
    return new RunManifest(
        source,
        sourceHash,
        theatre,
        theatreVersion,
        policyVersion,
        policies,
        softwareVersion,
        extractors,
        reports,
        rejects,
        at,
        whatIf,
        false);
  }

  /** What tells this run from one with another input, theatre or policy; eight hex digits. */
  public String hash() {
    return Integer.toHexString(
        (sourceHash + theatreVersion + policyVersion + String.join(" ", policies)).hashCode());
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
      texts(json, "policies", policies);
      json.writeStringField("softwareVersion", softwareVersion);
      texts(json, "extractors", extractors);
      json.writeNumberField("reports", reports);
      json.writeNumberField("rejects", rejects);
      if (until.isPresent()) {
        json.writeStringField("until", until.get().toString());
      }
      if (!whatIf.isEmpty()) {
        texts(json, "whatIf", whatIf);
      }
      json.writeBooleanField("complete", complete);
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString();
  }

  private static void texts(JsonGenerator json, String name, List<String> texts)
      throws IOException {
    json.writeArrayFieldStart(name);
    for (String text : texts) {
      json.writeString(text);
    }
    json.writeEndArray();
  }
}
