package oxus.alerts.deliver;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import oxus.alerts.work.Chain;
import oxus.alerts.work.ChangeWork;
import oxus.alerts.work.LevelBound;
import oxus.alerts.work.Load;
import oxus.alerts.work.Silence;
import oxus.alerts.work.Work;
import oxus.schemas.OperatorAction;

/** What people did, as JSON: keys in a fixed order, what is not there left out. */
public final class ActionJson {
  private ActionJson() {}

  /** The answer to whoever did it. */
  public static String answer(OperatorAction action, boolean repeated) {
    return JsonText.object(
        json -> {
          json.writeBooleanField("repeated", repeated);
          json.writeFieldName("action");
          write(json, action);
        });
  }

  /** A page of the audit log, newest first, with the state of its chain. */
  public static String audit(List<OperatorAction> page, Work work, Optional<Chain.Break> broken) {
    return JsonText.object(
        json -> {
          json.writeNumberField("sequence", work.sequence());
          json.writeStringField("hash", work.hash());
          json.writeBooleanField("whole", broken.isEmpty());
          if (broken.isPresent()) {
            json.writeNumberField("brokenAt", broken.get().sequence());
            json.writeStringField("broken", broken.get().what());
          }
          json.writeArrayFieldStart("actions");
          for (OperatorAction action : page) {
            write(json, action);
          }
          json.writeEndArray();
        });
  }

  /** What is open at this time: silences, overrides, notes to the next shift. */
  public static String work(Work work, List<Silence> inForce, Instant now) {
    return JsonText.object(
        json -> {
          json.writeNumberField("sequence", work.sequence());
          json.writeStringField("at", now.toString());
          json.writeArrayFieldStart("silences");
          for (Silence silence : inForce) {
            write(json, silence.action());
          }
          json.writeEndArray();
          json.writeArrayFieldStart("overrides");
          for (LevelBound bound : work.bounds()) {
            if (bound.isOpen(now)) {
              bound(json, bound);
            }
          }
          json.writeEndArray();
          actions(json, "rulings", work.rulings());
          actions(json, "shiftNotes", work.shiftNotes());
        });
  }

  private static void bound(JsonGenerator json, LevelBound bound) throws IOException {
    json.writeStartObject();
    json.writeStringField("state", bound.state().name());
    json.writeFieldName("ordered");
    write(json, bound.ordered());
    if (bound.decision().isPresent()) {
      json.writeFieldName("decision");
      write(json, bound.decision().get());
    }
    json.writeEndObject();
  }

  /** What people did about one change. */
  public static String change(ChangeWork work) {
    return JsonText.object(
        json -> {
          one(json, "acknowledged", work.acknowledged());
          one(json, "assigned", work.assigned());
          actions(json, "notes", work.notes());
        });
  }

  private static void one(JsonGenerator json, String name, Optional<OperatorAction> action)
      throws IOException {
    if (action.isPresent()) {
      json.writeFieldName(name);
      write(json, action.get());
    }
  }

  private static void actions(JsonGenerator json, String name, List<OperatorAction> actions)
      throws IOException {
    json.writeArrayFieldStart(name);
    for (OperatorAction action : actions) {
      write(json, action);
    }
    json.writeEndArray();
  }

  /** The load figures. */
  public static String load(Load load) {
    return JsonText.object(
        json -> {
          json.writeStringField("at", load.at().toString());
          json.writeNumberField("changesInLastHour", load.lastHour());
          json.writeNumberField("changesInLastDay", load.lastDay());
          json.writeNumberField("mostInTenMinutes", load.mostInTenMinutes());
          json.writeNumberField("open", load.open());
          json.writeNumberField("acknowledged", load.acknowledged());
          if (load.medianToAcknowledge().isPresent()) {
            json.writeNumberField(
                "medianSecondsToAcknowledge", load.medianToAcknowledge().get().toSeconds());
          }
          if (load.slowToAcknowledge().isPresent()) {
            json.writeNumberField(
                "p90SecondsToAcknowledge", load.slowToAcknowledge().get().toSeconds());
          }
          strings(json, "chattering", load.chattering());
          strings(json, "stale", load.stale());
          strings(json, "unacknowledged", load.unacknowledged());
        });
  }

  private static void strings(JsonGenerator json, String name, List<String> texts)
      throws IOException {
    json.writeArrayFieldStart(name);
    for (String text : texts) {
      json.writeString(text);
    }
    json.writeEndArray();
  }

  private static void write(JsonGenerator json, OperatorAction action) throws IOException {
    json.writeStartObject();
    json.writeStringField("id", action.getId());
    json.writeNumberField("sequence", action.getSequence());
    json.writeStringField("request", action.getRequest());
    json.writeStringField("at", action.getAt().toString());
    json.writeStringField("recordedAt", action.getRecordedAt().toString());
    json.writeStringField("actor", action.getActor());
    json.writeStringField("role", action.getRole());
    json.writeStringField("kind", action.getKind().name());
    json.writeStringField("subject", action.getSubject());
    text(json, "sector", Optional.of(action.getSector()).filter(sector -> !sector.isEmpty()));
    text(json, "reason", Optional.of(action.getReason()).filter(reason -> !reason.isEmpty()));
    text(json, "assignee", action.getAssignee());
    text(json, "until", action.getUntil());
    text(json, "level", action.getLevel());
    text(json, "floor", action.getFloor());
    text(json, "ceiling", action.getCeiling());
    text(json, "ruling", action.getRuling());
    if (!action.getEvents().isEmpty()) {
      strings(json, "events", action.getEvents());
    }
    text(json, "type", action.getType());
    if (!action.getScopes().isEmpty()) {
      strings(json, "scopes", action.getScopes());
    }
    text(json, "incident", action.getIncident());
    json.writeStringField("previous", action.getPrevious());
    json.writeStringField("hash", action.getHash());
    json.writeEndObject();
  }

  private static void text(JsonGenerator json, String name, Optional<?> value) throws IOException {
    if (value.isPresent()) {
      json.writeStringField(name, value.get().toString());
    }
  }
}
