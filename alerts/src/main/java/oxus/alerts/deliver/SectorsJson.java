package oxus.alerts.deliver;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import oxus.alerts.console.LevelNumber;
import oxus.alerts.console.Picture;
import oxus.alerts.console.Standing;
import oxus.schemas.SectorAssessment;
import oxus.schemas.ThreatLevelChange;
import oxus.theatre.Position;
import oxus.theatre.Sector;
import oxus.theatre.Theatre;

/** Where each sector stands, as JSON and as GeoJSON. */
public final class SectorsJson {
  private SectorsJson() {}

  public static String of(Theatre theatre, Picture picture, boolean exercise) {
    return JsonText.object(
        json -> {
          head(json, theatre, picture, exercise);
          json.writeArrayFieldStart("sectors");
          for (Standing standing : picture.standings()) {
            json.writeStartObject();
            fields(json, standing);
            json.writeEndObject();
          }
          json.writeEndArray();
        });
  }

  /** How a sector is drawn: along its stretch of the border, or as the ground around it. */
  public enum Shape {
    LINE,
    AREA
  }

  /** RFC 7946: one feature a sector; its geometry is null when the theatre gives no line. */
  public static String geo(Theatre theatre, Picture picture, boolean exercise, Shape shape) {
    return JsonText.object(
        json -> {
          json.writeStringField("type", "FeatureCollection");
          head(json, theatre, picture, exercise);
          json.writeArrayFieldStart("features");
          for (Standing standing : picture.standings()) {
            feature(json, standing, shape);
          }
          json.writeEndArray();
        });
  }

  private static void head(JsonGenerator json, Theatre theatre, Picture picture, boolean exercise)
      throws IOException {
    json.writeStringField("theatre", theatre.id());
    json.writeStringField("name", theatre.name());
    json.writeBooleanField("exercise", exercise);
    json.writeStringField(
        "note", "Lines are a picture for orientation, not a statement on legal boundaries.");
    instant(json, "knownAt", picture.knownAt());
  }

  private static void feature(JsonGenerator json, Standing standing, Shape shape)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("type", "Feature");
    json.writeStringField("id", standing.sector().id());
    geometry(json, standing.sector(), shape);
    json.writeObjectFieldStart("properties");
    fields(json, standing);
    json.writeEndObject();
    json.writeEndObject();
  }

  private static void geometry(JsonGenerator json, Sector sector, Shape shape) throws IOException {
    if (sector.line().size() < 2) {
      json.writeNullField("geometry");
      return;
    }
    json.writeObjectFieldStart("geometry");
    json.writeStringField("type", shape == Shape.AREA ? "Polygon" : "LineString");
    json.writeArrayFieldStart("coordinates");
    if (shape == Shape.AREA) {
      json.writeStartArray();
      positions(json, SectorArea.around(sector));
      json.writeEndArray();
    } else {
      positions(json, sector.line());
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void positions(JsonGenerator json, List<Position> positions) throws IOException {
    for (Position position : positions) {
      json.writeStartArray();
      json.writeNumber(position.longitude());
      json.writeNumber(position.latitude());
      json.writeEndArray();
    }
  }

  private static void fields(JsonGenerator json, Standing standing) throws IOException {
    json.writeStringField("sector", standing.sector().id());
    json.writeStringField("name", standing.sector().name());
    json.writeStringField("border", standing.sector().border());
    json.writeStringField("about", standing.sector().about());
    json.writeStringField("level", standing.level().name());
    json.writeNumberField("levelNumber", LevelNumber.of(standing.level()));
    instant(json, "since", standing.since());
    json.writeFieldName("score");
    json.writeNumber(ChangeJson.decimal(standing.score()));
    instant(json, "assessedAt", standing.assessment().map(SectorAssessment::getAt));
    if (standing.lastChange().isPresent()) {
      ThreatLevelChange change = standing.lastChange().get().change();
      json.writeStringField("lastChange", change.getChangeId());
      json.writeStringField("reason", change.getReason().name());
      json.writeStringField("explanation", change.getExplanation());
    }
  }

  private static void instant(JsonGenerator json, String name, Optional<Instant> instant)
      throws IOException {
    if (instant.isPresent()) {
      json.writeStringField(name, instant.get().toString());
    }
  }
}
