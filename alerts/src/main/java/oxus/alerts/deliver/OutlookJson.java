package oxus.alerts.deliver;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import oxus.schemas.Distance;
import oxus.schemas.Outlook;
import oxus.schemas.RuleNear;
import oxus.schemas.WithoutSource;

/** The part of a line of JSON that says what would move a level. */
final class OutlookJson {
  private OutlookJson() {}

  static void of(JsonGenerator json, Optional<Outlook> outlook, List<RuleNear> near)
      throws IOException {
    if (outlook.isPresent()) {
      json.writeObjectFieldStart("outlook");
      without(json, outlook.get().getWithout());
      distance(json, "up", outlook.get().getUp());
      distance(json, "down", outlook.get().getDown());
      if (outlook.get().getDecay().isPresent()) {
        json.writeObjectFieldStart("decay");
        json.writeStringField("level", outlook.get().getDecay().get().getLevel().name());
        json.writeStringField("at", outlook.get().getDecay().get().getAt().toString());
        json.writeEndObject();
      }
      json.writeEndObject();
    }
    near(json, near);
  }

  private static void without(JsonGenerator json, List<WithoutSource> sources) throws IOException {
    json.writeArrayFieldStart("without");
    for (WithoutSource source : sources) {
      json.writeStartObject();
      json.writeStringField("source", source.getSourceName());
      json.writeStringField("level", source.getLevel().name());
      ChangeJson.micro(json, "score", source.getScore());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void distance(JsonGenerator json, String name, Optional<Distance> distance)
      throws IOException {
    if (distance.isEmpty()) {
      return;
    }
    json.writeObjectFieldStart(name);
    json.writeStringField("level", distance.get().getLevel().name());
    ChangeJson.micro(json, "distance", distance.get().getDistance());
    json.writeEndObject();
  }

  private static void near(JsonGenerator json, List<RuleNear> near) throws IOException {
    json.writeArrayFieldStart("near");
    for (RuleNear rule : near) {
      json.writeStartObject();
      json.writeStringField("rule", rule.getRule());
      json.writeStringField("meaning", rule.getMeaning());
      json.writeStringField("missing", rule.getMissing());
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
