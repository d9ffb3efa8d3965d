package oxus.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;

/**
 * Holds that a reader of a topic finds in the schema what each record, enum and field means. Types
 * that several records share are looked at once.
 */
class DocumentedSchemasTest {
  private static final int SHORTEST = 8;

  @Test
  void everyFieldOfEveryReleasedRecordSaysWhatItMeans() {
    List<String> silent = new ArrayList<>();

    for (SchemaTable.Released released : SchemaTable.shipped().released()) {
      walk(new Schema.Parser().parse(released.text()), new TreeSet<>(), silent);
    }

    assertThat(silent).as("add a doc comment in oxus.avdl, then release").isEmpty();
  }

  private static void walk(Schema schema, Set<String> seen, List<String> silent) {
    switch (schema.getType()) {
      case RECORD -> {
        if (seen.add(schema.getFullName())) {
          check(schema.getFullName(), schema.getDoc(), silent);
          for (Schema.Field field : schema.getFields()) {
            check(schema.getName() + "." + field.name(), field.doc(), silent);
            walk(field.schema(), seen, silent);
          }
        }
      }
      case ENUM -> {
        if (seen.add(schema.getFullName())) {
          check(schema.getFullName(), schema.getDoc(), silent);
        }
      }
      case ARRAY -> walk(schema.getElementType(), seen, silent);
      case UNION -> schema.getTypes().forEach(branch -> walk(branch, seen, silent));
      default -> {
        // what is neither named nor holds anything named is documented by its field
      }
    }
  }

  private static void check(String what, String documentation, List<String> silent) {
    if (documentation == null || documentation.length() < SHORTEST) {
      silent.add(what);
    }
  }
}
