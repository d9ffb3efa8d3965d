package oxus.alerts.deliver;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import oxus.schemas.CitedReport;
import oxus.schemas.ConditionMet;
import oxus.schemas.Contribution;
import oxus.schemas.Figure;
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
          contributions(json, change.getContributions());
          rules(json, change.getRules());
          override(json, change.getOverride());
          json.writeStringField("trigger", change.getTrigger());
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
          contributions(json, assessment.getContributions());
          rules(json, assessment.getRules());
          override(json, assessment.getOverride());
          json.writeStringField("trigger", assessment.getTrigger());
        });
  }

  private static void contributions(JsonGenerator json, List<Contribution> contributions)
      throws IOException {
    json.writeArrayFieldStart("contributions");
    for (Contribution contribution : contributions) {
      json.writeStartObject();
      json.writeStringField("incident", contribution.getIncident());
      json.writeStringField("type", contribution.getType().name());
      json.writeStringField("status", contribution.getStatus().name());
      json.writeStringField("relation", contribution.getRelation().name());
      json.writeStringField("place", contribution.getPlace());
      json.writeStringField("occurredFrom", contribution.getOccurredFrom().toString());
      json.writeStringField("occurredTo", contribution.getOccurredTo().toString());
      micro(json, "weight", contribution.getWeight());
      json.writeStringField("grade", contribution.getGrade());
      json.writeNumberField("sources", contribution.getSources());
      json.writeNumberField("reportCount", contribution.getReportCount());
      json.writeBooleanField("disputed", contribution.getDisputed());
      json.writeArrayFieldStart("reports");
      for (CitedReport report : contribution.getReports()) {
        report(json, report);
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void report(JsonGenerator json, CitedReport report) throws IOException {
    json.writeStartObject();
    json.writeStringField("event", report.getEvent());
    json.writeStringField("source", report.getSourceName());
    json.writeStringField("reliability", report.getReliability().name());
    optional(json, "wire", report.getWire());
    optional(json, "url", report.getUrl());
    json.writeStringField("publishedAt", report.getPublishedAt().toString());
    json.writeStringField("status", report.getStatus().name());
    optional(json, "attributedTo", report.getAttributedTo());
    figure(json, report.getFigure());
    json.writeStringField("quote", report.getQuote());
    json.writeBooleanField("verbatim", report.getVerbatim());
    json.writeEndObject();
  }

  private static void figure(JsonGenerator json, Optional<Figure> figure) throws IOException {
    if (figure.isEmpty()) {
      return;
    }
    json.writeObjectFieldStart("figure");
    if (figure.get().getMin().isPresent()) {
      json.writeNumberField("min", figure.get().getMin().get());
    }
    if (figure.get().getMax().isPresent()) {
      json.writeNumberField("max", figure.get().getMax().get());
    }
    json.writeStringField("qualifier", figure.get().getQualifier().name());
    json.writeStringField("unit", figure.get().getUnit());
    json.writeEndObject();
  }

  private static void rules(JsonGenerator json, List<RuleHeld> rules) throws IOException {
    json.writeArrayFieldStart("rules");
    for (RuleHeld rule : rules) {
      json.writeStartObject();
      json.writeStringField("rule", rule.getRule());
      json.writeStringField("meaning", rule.getMeaning());
      json.writeStringField("floor", rule.getFloor().name());
      json.writeStringField("until", rule.getUntil().toString());
      json.writeArrayFieldStart("incidents");
      for (String incident : rule.getIncidents()) {
        json.writeString(incident);
      }
      json.writeEndArray();
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
      json.writeArrayFieldStart("incidents");
      for (String incident : condition.getIncidents()) {
        json.writeString(incident);
      }
      json.writeEndArray();
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

  private static void optional(JsonGenerator json, String name, Optional<String> value)
      throws IOException {
    if (value.isPresent()) {
      json.writeStringField(name, value.get());
    }
  }

  private static void micro(JsonGenerator json, String name, long micro) throws IOException {
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
