package oxus.ingest;

import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import oxus.ingest.intake.IntakeKeys;
import oxus.ingest.intake.IntakeKeys.Act;
import oxus.ingest.intake.Refusal;
import oxus.schemas.access.KeyLine;

/** Lets nobody without a key to the routes of an intake that has a port of its own. */
record IntakeDoor(IntakeKeys keys) {
  private static final String VARIABLE = "OXUS_KEYS";
  private static final String BEARER = "Bearer ";
  private static final String WHO = "oxus.who";

  /**
   * With the keys of the file that {@code OXUS_KEYS} names; none, and it stays shut.
   *
   * @throws IllegalArgumentException naming the file and what to write
   */
  static IntakeDoor of(Map<String, String> environment) {
    String file = environment.getOrDefault(VARIABLE, "");
    return new IntakeDoor(new IntakeKeys(file.isBlank() ? List.of() : read(file)));
  }

  private static List<KeyLine> read(String file) {
    try {
      return KeyLine.parse(Files.readString(Path.of(file)));
    } catch (IOException e) {
      throw new IllegalArgumentException(
          VARIABLE + " names '" + file + "', which cannot be read; make it with bin/oxus key", e);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
    }
  }

  void mount(Router router) {
    router.route("/articles*").handler(this::check);
    router.route("/feeds*").handler(this::check);
  }

  /** Name of whoever was let in. */
  static String who(RoutingContext context) {
    return String.valueOf(context.<String>get(WHO));
  }

  private void check(RoutingContext context) {
    Optional<KeyLine> line = key(context).flatMap(keys::find);
    if (line.isEmpty()) {
      context.response().putHeader("WWW-Authenticate", "Bearer realm=\"oxus\"");
      refuse(context, 401, "bad-key", complaint(context));
      return;
    }
    Act act = act(context);
    if (!act.isAllowed(line.get())) {
      String has = line.get().role() + " " + line.get().name();
      refuse(
          context,
          403,
          "role",
          "this needs the permission '"
              + act.word()
              + "', which "
              + has
              + " has not with this key");
      return;
    }
    context.put(WHO, line.get().name());
    context.next();
  }

  private static Optional<String> key(RoutingContext context) {
    return Optional.ofNullable(context.request().getHeader("Authorization"))
        .filter(header -> header.startsWith(BEARER))
        .map(header -> header.substring(BEARER.length()).strip());
  }

  private String complaint(RoutingContext context) {
    if (keys.lines().isEmpty()) {
      return "this intake has no keys; name a file of them in " + VARIABLE;
    }
    return key(context).isEmpty()
        ? "send a key: Authorization: Bearer"
        : "this key opens nothing here; ask whoever runs Oxus for one";
  }

  private static Act act(RoutingContext context) {
    HttpMethod method = context.request().method();
    if (method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD)) {
      return Act.READ;
    }
    return context.request().path().startsWith("/articles") ? Act.PUSH : Act.ADMINISTER;
  }

  private static void refuse(RoutingContext context, int status, String code, String error) {
    context
        .response()
        .setStatusCode(status)
        .putHeader("Content-Type", "application/json")
        .end(new Refusal(status, code, error, Optional.empty()).json() + "\n");
  }
}
