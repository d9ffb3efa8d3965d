package oxus.alerts;

import java.util.ArrayList;
import java.util.List;
import oxus.alerts.access.RouteRule;

/** Which fields a route takes; every other one is a mistake that the sender should hear of. */
final class FieldNames {
  private FieldNames() {}

  static List<String> of(RouteRule rule) {
    List<String> names = new ArrayList<>(List.of("reason", "request", "back"));
    String path = rule.path();
    if (path.endsWith("/assign")) {
      names.add("assignee");
    }
    if (path.endsWith("/silence") || path.endsWith("/override")) {
      names.addAll(List.of("hours", "until"));
    }
    if (path.endsWith("/override")) {
      names.addAll(List.of("floor", "ceiling"));
    }
    if (path.equals("/api/rulings")) {
      names.addAll(List.of("kind", "event", "type", "scope", "incident"));
    }
    return names;
  }
}
