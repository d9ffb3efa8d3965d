package oxus.alerts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What docs/openapi.yaml promises, as tests ask for it. */
final class OpenApi {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final JsonNode document;

  /** One method of one path. */
  record Operation(String method, String path) {}

  private OpenApi(JsonNode document) {
    this.document = document;
  }

  static OpenApi documented() {
    try {
      String text = Files.readString(Path.of("../docs/openapi.yaml"));
      return new OpenApi(new ObjectMapper(new YAMLFactory()).readTree(text));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<Operation> operations() {
    List<Operation> operations = new ArrayList<>();
    document
        .get("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .properties()
                    .forEach(
                        method -> operations.add(new Operation(method.getKey(), path.getKey()))));
    return operations;
  }

  /** The media types of an answer, without their parameters. */
  List<String> mediaTypes(Operation operation, int status) {
    List<String> types = new ArrayList<>();
    response(operation, status).path("content").fieldNames().forEachRemaining(types::add);
    return types;
  }

  /** What an answer's body has that is not promised, or lacks that is. */
  List<String> faults(Operation operation, int status, String mediaType, String body) {
    JsonNode schema = response(operation, status).path("content").path(mediaType).path("schema");
    return faults(schema, body);
  }

  /** The same for a value that has a named schema. */
  List<String> faults(String schema, String body) {
    return faults(JSON.createObjectNode().put("$ref", "#/components/schemas/" + schema), body);
  }

  private List<String> faults(JsonNode schema, String body) {
    if (!schema.isObject()) {
      return List.of("the answer is not described");
    }
    ObjectNode root = ((ObjectNode) schema).deepCopy();
    root.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    root.set("components", document.get("components"));
    try {
      return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
          .getSchema(root, SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build())
          .validate(JSON.readTree(body))
          .stream()
          .map(ValidationMessage::getMessage)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(body, e);
    }
  }

  private JsonNode response(Operation operation, int status) {
    JsonNode response =
        document
            .path("paths")
            .path(operation.path())
            .path(operation.method())
            .path("responses")
            .path(String.valueOf(status));
    return resolved(response);
  }

  private JsonNode resolved(JsonNode node) {
    return Optional.ofNullable(node.get("$ref"))
        .map(reference -> document.at(reference.asText().substring(1)))
        .orElse(node);
  }

  /** The names of the parameters of a link that an operation takes. */
  List<String> queryParameters(Operation operation) {
    JsonNode parameters =
        document.path("paths").path(operation.path()).path(operation.method()).path("parameters");
    return Stream.iterate(0, i -> i < parameters.size(), i -> i + 1)
        .map(i -> resolved(parameters.get(i)))
        .filter(parameter -> parameter.path("in").asText().equals("query"))
        .map(parameter -> parameter.path("name").asText())
        .toList();
  }
}
