package oxus.schemas;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import org.apache.kafka.common.errors.SerializationException;

/**
 * The checked-in, append-only table of released schemas: {@code released/ids.csv} gives each
 * version of each subject its id for good, {@code released/<Record>/v<N>.avsc} its text. Subject is
 * the record's full name.
 */
public final class SchemaTable {
  private static final SchemaTable SHIPPED = new SchemaTable();

  private final List<Released> released;
  private final Map<Integer, Schema> byId = new TreeMap<>();
  private final Map<Schema, Integer> ids = new ConcurrentHashMap<>();

  /**
   * One released version.
   *
   * @param text the schema as JSON, as released
   */
  public record Released(int id, String subject, int version, String text) {}

  private SchemaTable() {
    this.released = List.copyOf(read());
    for (Released version : released) {
      Schema schema = new Schema.Parser().parse(version.text());
      byId.put(version.id(), schema);
      ids.put(schema, version.id());
    }
  }

  public static SchemaTable shipped() {
    return SHIPPED;
  }

  public List<Released> released() {
    return released;
  }

  /** Subjects in alphabetical order. */
  public List<String> subjects() {
    return List.copyOf(new TreeSet<>(released.stream().map(Released::subject).toList()));
  }

  /** A subject's versions, oldest first; empty when there is no such subject. */
  public List<Released> versions(String subject) {
    return released.stream().filter(version -> version.subject().equals(subject)).toList();
  }

  public Optional<Released> released(int id) {
    return released.stream().filter(version -> version.id() == id).findFirst();
  }

  /**
   * The id under which records of this schema are written.
   *
   * @throws SerializationException when the schema has none
   */
  public int idOf(Schema schema) {
    Integer id = ids.get(schema);
    if (id == null) {
      throw new SerializationException(
          schema.getFullName()
              + " is not released in this form; release it (CONTRIBUTING.md, schemas)");
    }
    return id;
  }

  /**
   * The schema that a record was written with.
   *
   * @throws SerializationException when no schema has the id
   */
  public Schema byId(int id) {
    Schema schema = byId.get(id);
    if (schema == null) {
      throw new SerializationException(
          "no schema has id " + id + "; the writer is newer than this reader: upgrade the reader");
    }
    return schema;
  }

  private static List<Released> read() {
    List<Released> versions = new ArrayList<>();
    for (String line : text("released/ids.csv").lines().skip(1).toList()) {
      List<String> cells = List.of(line.split(",", -1));
      String subject = cells.get(1);
      int version = Integer.parseInt(cells.get(2));
      String name = subject.substring(subject.lastIndexOf('.') + 1);
      String schema = text("released/" + name + "/v" + version + ".avsc");
      versions.add(new Released(Integer.parseInt(cells.get(0)), subject, version, schema));
    }
    return versions;
  }

  private static String text(String resource) {
    try (InputStream stream = SchemaTable.class.getResourceAsStream(resource)) {
      if (stream == null) {
        throw new IllegalStateException(
            resource + " is not in the schemas module's jar; rebuild it");
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
