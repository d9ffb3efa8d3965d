package oxus.alerts.notify;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import oxus.alerts.deliver.ChangeJson;
import oxus.schemas.ThreatLevelChange;

/** The fields of a change that a template may ask for, as texts. */
final class ChangeFields {
  static final List<String> NAMES =
      List.of(
          "at",
          "changeId",
          "coverage",
          "exercise",
          "explanation",
          "from",
          "link",
          "moved",
          "policy",
          "reason",
          "score",
          "sector",
          "to");

  /** The mark of an exercise. */
  static final String EXERCISE = "EXERCISE EXERCISE EXERCISE – ";

  private ChangeFields() {}

  /**
   * All fields of a change.
   *
   * @param console where people read more, ending in a slash; empty: nowhere
   */
  static Map<String, String> of(ThreatLevelChange change, boolean exercise, String console) {
    Map<String, String> fields = new TreeMap<>();
    fields.put("at", change.getAt().toString());
    fields.put("changeId", change.getChangeId());
    fields.put("coverage", change.getCoverage().name());
    fields.put("exercise", exercise ? EXERCISE : "");
    fields.put("explanation", change.getExplanation());
    fields.put("from", change.getFrom().name());
    fields.put("link", console.isEmpty() ? "" : link(change.getChangeId(), console));
    fields.put("moved", change.getTo().compareTo(change.getFrom()) > 0 ? "raised" : "lowered");
    fields.put("policy", change.getPolicy());
    fields.put("reason", change.getReason().name());
    fields.put("score", ChangeJson.decimal(change.getScore()));
    fields.put("sector", change.getSector());
    fields.put("to", change.getTo().name());
    return fields;
  }

  private static String link(String changeId, String console) {
    return console + "changes/" + URLEncoder.encode(changeId, StandardCharsets.UTF_8);
  }
}
