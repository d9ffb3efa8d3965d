package oxus.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;

/**
 * Holds docs/asyncapi.yaml to the catalogue of topics and to the schemas in force. To accept a
 * change: {@code mvn -pl schemas test -Daccept=asyncapi -Dtest=AsyncApiTest}.
 */
class AsyncApiTest {
  private static final Path DOCUMENT = Path.of("../docs/asyncapi.yaml");
  private static final String RELEASED = "../schemas/src/main/resources/oxus/schemas/released/";

  private static final String HEAD =
      """
      # Written by AsyncApiTest from the catalogue of topics and the released schemas; CONTRIBUTING.md says how to accept a change.
      asyncapi: 3.0.0
      info:
        title: Oxus
        version: 0.1.0
        description: >-
          Topics of Oxus. A deployment may put a prefix before every name; "exercise-" marks replays and drills. Values are
          Avro in the standard wire format: a zero byte, four bytes of schema id, Avro binary. Read with
          isolation.level=read_committed. The same schemas are served at /schemas/ids/{id} and /subjects.
        license:
          name: Apache-2.0
      servers:
        local:
          host: 127.0.0.1:9092
          protocol: kafka
      defaultContentType: application/avro
      """;

  /**
   * The one record that carries its attributes as a CloudEvent, for programs without its schema.
   */
  private static final String CLOUD_EVENT =
      """
            headers:
              type: object
              additionalProperties: false
              required: [content-type, ce_specversion, ce_id, ce_source, ce_type, ce_time, ce_subject]
              properties:
                content-type: {const: application/avro}
                ce_specversion: {const: "1.0"}
                ce_id: {type: string, description: the change id}
                ce_source: {type: string, description: /topics/ and the topic with its prefix}
                ce_type: {const: org.oxuswatch.threat-level-change}
                ce_time: {type: string, format: date-time, description: knowledge time}
                ce_subject: {type: string, description: the sector}
      """;

  @Test
  void tellsTheTopicsAndSchemasInForce() throws IOException {
    if ("asyncapi".equals(System.getProperty("accept"))) {
      Files.writeString(DOCUMENT, document());
    }

    assertThat(Files.readString(DOCUMENT)).isEqualTo(document());
  }

  private static String document() {
    StringBuilder text = new StringBuilder(HEAD).append("channels:\n");
    Topics.all().forEach(topic -> channel(text, topic));
    text.append("operations:\n");
    Topics.all().forEach(topic -> operation(text, topic));
    text.append("components:\n  messages:\n");
    TreeMap<String, Schema> messages = new TreeMap<>();
    for (Topic topic : Topics.all()) {
      for (Class<? extends SpecificRecord> type : topic.values()) {
        messages.put(type.getSimpleName(), SpecificData.get().getSchema(type));
      }
    }
    messages.forEach((name, schema) -> message(text, name, schema));
    return text.toString();
  }

  private static void channel(StringBuilder text, Topic topic) {
    text.append("  ").append(topic.name()).append(":\n");
    text.append("    address: ").append(topic.name()).append('\n');
    text.append("    description: \"Key: ").append(topic.key());
    text.append(". Written by: ").append(topic.writer()).append("\"\n");
    text.append("    messages:\n");
    for (Class<? extends SpecificRecord> type : topic.values()) {
      text.append("      ").append(type.getSimpleName()).append(":\n");
      text.append("        $ref: \"#/components/messages/");
      text.append(type.getSimpleName()).append("\"\n");
    }
    if (topic.partitions() != Topic.SCALED) {
      text.append("    bindings:\n      kafka:\n        partitions: ");
      text.append(topic.partitions()).append("\n        bindingVersion: 0.5.0\n");
    }
  }

  private static void operation(StringBuilder text, Topic topic) {
    text.append("  read-").append(topic.name()).append(":\n");
    text.append("    action: receive\n");
    text.append("    channel:\n      $ref: \"#/channels/").append(topic.name()).append("\"\n");
  }

  private static void message(StringBuilder text, String name, Schema schema) {
    List<SchemaTable.Released> versions = SchemaTable.shipped().versions(schema.getFullName());
    SchemaTable.Released latest = versions.get(versions.size() - 1);
    assertThat(new Schema.Parser().parse(latest.text()))
        .as("release %s first", name)
        .isEqualTo(schema);
    text.append("    ").append(name).append(":\n");
    text.append("      name: ").append(schema.getFullName()).append('\n');
    text.append("      contentType: application/avro\n");
    text.append(name.equals("ThreatLevelChange") ? CLOUD_EVENT : "");
    text.append("      payload:\n");
    text.append("        schemaFormat: application/vnd.apache.avro;version=1.12.0\n");
    text.append("        schema:\n          $ref: ").append(RELEASED).append(name);
    text.append("/v").append(latest.version()).append(".avsc\n");
    text.append("      bindings:\n        kafka:\n          key: {type: string}\n");
    text.append("          bindingVersion: 0.5.0\n");
  }
}
