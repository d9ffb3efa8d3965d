package oxus.alerts.deliver;

import java.util.LinkedHashMap;
import java.util.Map;
import oxus.schemas.ThreatLevelChange;

/**
 * The attributes of CloudEvents 1.0 that tell a change to programs that do not know its schema. A
 * repeat has the same attributes as the first: they follow from the change alone.
 */
public final class CloudEvent {
  public static final String TYPE = "org.oxuswatch.threat-level-change";

  private CloudEvent() {}

  /**
   * Attributes by name, in a fixed order.
   *
   * @param source the topic that the change is written to, as a reference ({@code /topics/NAME});
   *     with the id it names the change among all the world's events of one deployment
   */
  public static Map<String, String> attributes(String source, ThreatLevelChange change) {
    Map<String, String> attributes = new LinkedHashMap<>();
    attributes.put("specversion", "1.0");
    attributes.put("id", change.getChangeId());
    attributes.put("source", source);
    attributes.put("type", TYPE);
    attributes.put("time", change.getAt().toString());
    attributes.put("subject", change.getSector());
    return attributes;
  }
}
