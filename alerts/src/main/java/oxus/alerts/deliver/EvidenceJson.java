package oxus.alerts.deliver;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import oxus.schemas.CitedReport;
import oxus.schemas.Contribution;
import oxus.schemas.Figure;
import oxus.schemas.FigureClaim;
import oxus.schemas.GradeStep;

/** The part of a line of JSON that says what a score is made of and who reports it. */
final class EvidenceJson {
  private EvidenceJson() {}

  static void contributions(JsonGenerator json, List<Contribution> contributions)
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
      ChangeJson.micro(json, "weight", contribution.getWeight());
      json.writeStringField("grade", contribution.getGrade());
      json.writeNumberField("sources", contribution.getSources());
      json.writeNumberField("reportCount", contribution.getReportCount());
      json.writeBooleanField("disputed", contribution.getDisputed());
      json.writeArrayFieldStart("reports");
      for (CitedReport report : contribution.getReports()) {
        report(json, report);
      }
      json.writeEndArray();
      figures(json, contribution.getFigures());
      texts(json, "deniedBy", contribution.getDeniedBy());
      grades(json, contribution.getGrades());
      texts(json, "rulings", contribution.getRulings());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void report(JsonGenerator json, CitedReport report) throws IOException {
    json.writeStartObject();
    json.writeStringField("event", report.getEvent());
    json.writeStringField("source", report.getSourceName());
    json.writeStringField("reliability", report.getReliability().name());
    ChangeJson.optional(json, "wire", report.getWire());
    ChangeJson.optional(json, "url", report.getUrl());
    json.writeStringField("publishedAt", report.getPublishedAt().toString());
    json.writeStringField("status", report.getStatus().name());
    ChangeJson.optional(json, "attributedTo", report.getAttributedTo());
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
    bound(json, "min", figure.get().getMin());
    bound(json, "max", figure.get().getMax());
    json.writeStringField("qualifier", figure.get().getQualifier().name());
    json.writeStringField("unit", figure.get().getUnit());
    json.writeEndObject();
  }

  private static void figures(JsonGenerator json, List<FigureClaim> figures) throws IOException {
    json.writeArrayFieldStart("figures");
    for (FigureClaim figure : figures) {
      json.writeStartObject();
      json.writeStringField("unit", figure.getUnit());
      bound(json, "min", figure.getMin());
      bound(json, "max", figure.getMax());
      texts(json, "voices", figure.getVoices());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void grades(JsonGenerator json, List<GradeStep> grades) throws IOException {
    json.writeArrayFieldStart("grades");
    for (GradeStep step : grades) {
      json.writeStartObject();
      json.writeStringField("at", step.getAt().toString());
      json.writeStringField("grade", step.getGrade());
      json.writeStringField("why", step.getWhy());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void bound(JsonGenerator json, String name, Optional<Long> bound)
      throws IOException {
    if (bound.isPresent()) {
      json.writeNumberField(name, bound.get());
    }
  }

  static void texts(JsonGenerator json, String name, List<String> texts) throws IOException {
    json.writeArrayFieldStart(name);
    for (String text : texts) {
      json.writeString(text);
    }
    json.writeEndArray();
  }
}
