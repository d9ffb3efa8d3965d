package oxus.alerts.access;

import static oxus.alerts.access.Permission.ADMINISTER;
import static oxus.alerts.access.Permission.AUDIT;
import static oxus.alerts.access.Permission.DECIDE;
import static oxus.alerts.access.Permission.OPEN;
import static oxus.alerts.access.Permission.PUSH;
import static oxus.alerts.access.Permission.READ;
import static oxus.alerts.access.Permission.WORK;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Every route of the server with the permission that it asks for; what is not here is denied. */
public final class RouteRules {
  private static final List<RouteRule> ALL =
      List.of(
          get("/", READ),
          get("/parts/board", READ),
          get("/parts/work/{changeId}", READ),
          get("/changes/{changeId}", READ),
          get("/sectors/{sector}", READ),
          get("/sources", READ),
          get("/handover", READ),
          get("/report", READ),
          get("/report.pdf", READ),
          get("/load", READ),
          get("/webhooks", READ),
          get("/audit", AUDIT),
          get("/sign-in", OPEN),
          get("/sign-in/sso", OPEN),
          get("/sign-in/sso/back", OPEN),
          post("/sign-in", OPEN),
          post("/sign-out", OPEN),
          get("/assets/{file}", OPEN),
          get("/api/sectors", READ),
          get("/api/changes", READ),
          get("/api/changes.csv", READ),
          get("/api/changes/{changeId}", READ),
          get("/api/openapi.yaml", READ),
          get("/api/events", READ),
          get("/api/work", READ),
          get("/api/load", READ),
          get("/api/audit", AUDIT),
          post("/api/changes/{changeId}/acknowledge", WORK),
          post("/api/changes/{changeId}/assign", WORK),
          post("/api/changes/{changeId}/note", WORK),
          post("/api/sectors/{sector}/note", WORK),
          post("/api/sectors/{sector}/silence", WORK),
          post("/api/sectors/{sector}/unsilence", WORK),
          post("/api/sectors/{sector}/override", DECIDE),
          post("/api/overrides/{id}/approve", DECIDE),
          post("/api/overrides/{id}/refuse", DECIDE),
          post("/api/overrides/{id}/lift", DECIDE),
          post("/api/rulings", WORK),
          post("/api/shift/note", WORK),
          get("/api/webhooks", READ),
          post("/api/webhooks/{name}/enable", ADMINISTER),
          post("/api/deliveries/{id}/redrive", ADMINISTER),
          post("/articles", PUSH),
          get("/articles/{articleId}", READ),
          get("/feeds", READ),
          post("/feeds", ADMINISTER),
          delete("/feeds", ADMINISTER),
          get("/feeds/sectors.geojson", READ),
          get("/feeds/changes.atom", READ),
          get("/feeds/cap.atom", READ),
          get("/feeds/cap/{changeId}.xml", READ),
          get("/subjects", READ),
          get("/subjects/{subject}/versions", READ),
          get("/subjects/{subject}/versions/{version}", READ),
          get("/schemas/ids/{id}", READ),
          get("/schemas/types", READ),
          get("/health/live", OPEN),
          get("/health/ready", OPEN),
          get("/metrics", READ));

  private RouteRules() {}

  private static RouteRule get(String path, Permission permission) {
    return RouteRule.of("GET", path, permission);
  }

  private static RouteRule post(String path, Permission permission) {
    return RouteRule.of("POST", path, permission);
  }

  private static RouteRule delete(String path, Permission permission) {
    return RouteRule.of("DELETE", path, permission);
  }

  public static List<RouteRule> all() {
    return ALL;
  }

  /** The rule of a request; empty: denied. */
  public static Optional<RouteRule> find(String method, String path) {
    return ALL.stream().filter(rule -> rule.isFor(method, path)).findFirst();
  }

  /** Methods that some rule allows on a path, as an Allow header lists them; empty for none. */
  public static String methods(String path) {
    return ALL.stream()
        .filter(rule -> rule.isFor(path))
        .map(rule -> rule.method().equals("GET") ? "GET, HEAD" : rule.method())
        .distinct()
        .collect(Collectors.joining(", "));
  }

  /** The table of docs/access.md. */
  public static String markdown() {
    StringBuilder table = new StringBuilder("| route | permission |");
    for (Role role : Role.values()) {
      table.append(' ').append(role.word()).append(" |");
    }
    table.append("\n| --- | --- |").append(" --- |".repeat(Role.values().length)).append('\n');
    for (RouteRule rule : ALL) {
      table.append("| `").append(rule.method()).append(' ').append(rule.path()).append("` | ");
      table.append(rule.permission().word()).append(" |");
      for (Role role : Role.values()) {
        table.append(role.may(rule.permission()) ? " yes |" : " – |");
      }
      table.append('\n');
    }
    return table.toString();
  }
}
