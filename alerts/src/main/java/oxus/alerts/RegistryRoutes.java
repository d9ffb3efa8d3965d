package oxus.alerts;

import com.fasterxml.jackson.core.JsonGenerator;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.util.List;
import oxus.alerts.deliver.JsonText;
import oxus.schemas.SchemaTable;

/** The released schemas over the paths that every Kafka tool asks a registry for; read-only. */
final class RegistryRoutes {
  private static final String CONTENT_TYPE = "application/vnd.schemaregistry.v1+json";

  private final SchemaTable schemas;

  RegistryRoutes(SchemaTable schemas) {
    this.schemas = schemas;
  }

  void mount(Router router) {
    router.get("/schemas/ids/:id").handler(this::schema);
    router.get("/schemas/types").handler(context -> send(context, "[\"AVRO\"]"));
    router.get("/subjects").handler(context -> send(context, strings(schemas.subjects())));
    router.get("/subjects/:subject/versions").handler(this::versions);
    router.get("/subjects/:subject/versions/:version").handler(this::version);
  }

  private void schema(RoutingContext context) {
    String id = context.pathParam("id");
    schemas.released().stream()
        .filter(released -> String.valueOf(released.id()).equals(id))
        .findFirst()
        .ifPresentOrElse(
            released ->
                send(
                    context,
                    JsonText.object(json -> json.writeStringField("schema", released.text()))),
            () -> missing(context, 40403, "no schema has id " + id));
  }

  private void versions(RoutingContext context) {
    List<SchemaTable.Released> versions = schemas.versions(context.pathParam("subject"));
    if (versions.isEmpty()) {
      missing(context, 40401, noSubject(context));
      return;
    }
    send(
        context,
        JsonText.of(
            json -> {
              json.writeStartArray();
              for (SchemaTable.Released released : versions) {
                json.writeNumber(released.version());
              }
              json.writeEndArray();
            }));
  }

  private void version(RoutingContext context) {
    List<SchemaTable.Released> versions = schemas.versions(context.pathParam("subject"));
    String wanted = context.pathParam("version");
    if (versions.isEmpty()) {
      missing(context, 40401, noSubject(context));
      return;
    }
    String number =
        wanted.equals("latest")
            ? String.valueOf(versions.get(versions.size() - 1).version())
            : wanted;
    versions.stream()
        .filter(released -> String.valueOf(released.version()).equals(number))
        .findFirst()
        .ifPresentOrElse(
            released -> send(context, describe(released)),
            () -> missing(context, 40402, "the subject has no version " + wanted));
  }

  private static String noSubject(RoutingContext context) {
    return "no subject is called " + context.pathParam("subject") + "; GET /subjects lists them";
  }

  private static String describe(SchemaTable.Released released) {
    return JsonText.object(
        json -> {
          json.writeStringField("subject", released.subject());
          json.writeNumberField("id", released.id());
          json.writeNumberField("version", released.version());
          json.writeStringField("schemaType", "AVRO");
          json.writeStringField("schema", released.text());
        });
  }

  private static String strings(List<String> strings) {
    return JsonText.of(
        json -> {
          json.writeStartArray();
          for (String string : strings) {
            json.writeString(string);
          }
          json.writeEndArray();
        });
  }

  private static void send(RoutingContext context, String body) {
    Reply.send(context, CONTENT_TYPE, body);
  }

  private static void missing(RoutingContext context, int code, String message) {
    context.response().setStatusCode(404);
    problem(context, code, message);
  }

  /** An error in the form that registry clients read. */
  static void problem(RoutingContext context, int code, String message) {
    send(context, JsonText.object(json -> problem(json, code, message)));
  }

  private static void problem(JsonGenerator json, int code, String message) throws IOException {
    json.writeNumberField("error_code", code);
    json.writeStringField("message", message);
  }
}
