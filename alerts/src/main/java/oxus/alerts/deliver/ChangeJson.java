package oxus.alerts.deliver;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import oxus.schemas.ConditionMet;
import oxus.schemas.LevelOverride;
import oxus.schemas.RuleHeld;
import oxus.schemas.SectorAssessment;
import oxus.schemas.ThreatLevel;
import oxus.schemas.ThreatLevelChange;

/**
 * Changes and assessments as one line of JSON each, the same bytes wherever the same records are
 * written: keys in a fixed order, scores as the shortest exact decimal, instants in ISO 8601.
 * Offsets and marks of the run are not in it.
 */
public final class ChangeJson {
  private static final JsonFactory JSON = new JsonFactory();

  private ChangeJson() {}

  public static String of(ThreatLevelChange change) {
    return line(
        json -> {
          json.writeStringField("changeId", change.getChangeId());
          json.writeStringField("sector", change.getSector());
          json.writeNumberField("sequence", change.getSequence());
          json.writeStringField("from", change.getFrom().name());
          json.writeStringField("to", change.getTo().name());
          json.writeStringField("at", change.getAt().toString());
          json.writeStringField("reason", change.getReason().name());
          json.writeStringField("explanation", change.getExplanation());
          micro(json, "score", change.getScore());
          json.writeStringField("policy", change.getPolicy());
          EvidenceJson.contributions(json, change.getContributions());
          rules(json, change.getRules());
          override(json, change.getOverride());
          json.writeStringField("trigger", change.getTrigger());
          micro(json, "confidence", 1000L * change.getConfidence());
          json.writeStringField("coverage", change.getCoverage().name());
          OutlookJson.of(json, change.getOutlook(), change.getNear());
        });
  }

  /**
   * An assessment with the level that was in force once it had been judged.
   *
   * @param level the sector's level after this assessment
   */
  public static String of(SectorAssessment assessment, ThreatLevel level) {
    return line(
        json -> {
          json.writeStringField("sector", assessment.getSector());
          json.writeStringField("at", assessment.getAt().toString());
          json.writeNumberField("sequence", assessment.getSequence());
          micro(json, "score", assessment.getScore());
          json.writeStringField("level", level.name());
          json.writeStringField("indicated", assessment.getIndicated().name());
          json.writeStringField("supported", assessment.getSupported().name());
          json.writeStringField("policy", assessment.getPolicy());
          EvidenceJson.contributions(json, assessment.getContributions());
          rules(json, assessment.getRules());
          override(json, assessment.getOverride());
          json.writeStringField("trigger", assessment.getTrigger());
          micro(json, "confidence", 1000L * assessment.getConfidence());
          json.writeStringField("coverage", assessment.getCoverage().name());
          OutlookJson.of(json, assessment.getOutlook(), assessment.getNear());
        });
  }

  private static void rules(JsonGenerator json, List<RuleHeld> rules) throws IOException {
    json.writeArrayFieldStart("rules");
    for (RuleHeld rule : rules) {
      json.writeStartObject();
      json.writeStringField("rule", rule.getRule());
      json.writeStringField("meaning", rule.getMeaning());
      json.writeStringField("floor", rule.getFloor().name());
      json.writeStringField("until", rule.getUntil().toString());
      EvidenceJson.texts(json, "incidents", rule.getIncidents());
      micro(json, "factor", rule.getFactor());
      conditions(json, rule.getConditions());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void conditions(JsonGenerator json, List<ConditionMet> conditions)
      throws IOException {
    json.writeArrayFieldStart("conditions");
    for (ConditionMet condition : conditions) {
      json.writeStartObject();
      json.writeStringField("condition", condition.getCondition());
      EvidenceJson.texts(json, "incidents", condition.getIncidents());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void override(JsonGenerator json, Optional<LevelOverride> override)
      throws IOException {
    if (override.isEmpty()) {
      return;
    }
    json.writeObjectFieldStart("override");
    optional(json, "floor", override.get().getFloor().map(Enum::name));
    optional(json, "ceiling", override.get().getCeiling().map(Enum::name));
    json.writeStringField("until", override.get().getUntil().toString());
    json.writeStringField("who", override.get().getWho());
    json.writeStringField("why", override.get().getWhy());
    json.writeEndObject();
  }

  static void optional(JsonGenerator json, String name, Optional<String> value) throws IOException {
    if (value.isPresent()) {
      json.writeStringField(name, value.get());
    }
  }

  static void micro(JsonGenerator json, String name, long micro) throws IOException {
    json.writeFieldName(name);
    json.writeNumber(decimal(micro));
  }

  /** Micro-units as the shortest exact decimal: 1500000 is {@code 1.5}. */
  public static String decimal(long micro) {
    return micro == 0 ? "0" : BigDecimal.valueOf(micro, 6).stripTrailingZeros().toPlainString();
  }

  private interface Body {
    void write(JsonGenerator json) throws IOException;
  }

  private static String line(Body body) {
    StringWriter out = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(out)) {
      json.writeStartObject();
      body.write(json);
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString();
  }
}
