package oxus.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.apache.avro.Schema;
import org.apache.avro.SchemaFormatter;
import org.apache.avro.SchemaValidationException;
import org.apache.avro.SchemaValidatorBuilder;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Holds the contracts: what was released can be read for good, in both directions. To release a
 * changed record: {@code mvn -pl schemas test -Daccept=schemas}, then commit the new files;
 * released files are never edited.
 */
class ReleasedSchemasTest {
  private static final Path RELEASED = Path.of("src/main/resources/oxus/schemas/released");

  @TestFactory
  List<DynamicTest> everyVersionReadsEveryOtherVersionOfItsSubject() {
    List<DynamicTest> tests = new ArrayList<>();
    for (String subject : SchemaTable.shipped().subjects()) {
      List<Schema> versions =
          SchemaTable.shipped().versions(subject).stream()
              .map(version -> new Schema.Parser().parse(version.text()))
              .toList();
      tests.add(DynamicTest.dynamicTest(subject, () -> readOneAnother(versions)));
    }
    return tests;
  }

  private static void readOneAnother(List<Schema> versions) throws SchemaValidationException {
    for (int newest = 0; newest < versions.size(); newest++) {
      new SchemaValidatorBuilder()
          .mutualReadStrategy()
          .validateAll()
          .validate(versions.get(newest), versions.subList(0, newest));
    }
  }

  @Test
  void everyRecordOfTheCatalogueIsReleasedAsItIsWritten() throws IOException {
    if ("schemas".equals(System.getProperty("accept"))) {
      release();
      return;
    }
    for (Schema schema : catalogue()) {
      List<SchemaTable.Released> versions = SchemaTable.shipped().versions(schema.getFullName());

      assertThat(versions)
          .as("%s: run with -Daccept=schemas to release it", schema.getFullName())
          .isNotEmpty();
      assertThat(new Schema.Parser().parse(versions.get(versions.size() - 1).text()))
          .as("%s differs from its last release: run with -Daccept=schemas", schema.getFullName())
          .isEqualTo(schema);
    }
  }

  @Test
  void idsAreGivenOnce() {
    assertThat(SchemaTable.shipped().released())
        .extracting(SchemaTable.Released::id)
        .doesNotHaveDuplicates();
  }

  @Test
  void everyRecordSaysWhatItIs() {
    List<String> silent = new ArrayList<>();
    for (Schema schema : catalogue()) {
      if (schema.getDoc() == null) {
        silent.add(schema.getFullName());
      }
    }
    assertThat(silent).isEmpty();
  }

  private static List<Schema> catalogue() {
    TreeSet<Class<? extends SpecificRecord>> types =
        new TreeSet<>(java.util.Comparator.comparing(Class::getName));
    Topics.all().forEach(topic -> types.addAll(topic.values()));
    types.addAll(List.of(SectorState.class, LevelState.class, RememberedRulings.class));
    return types.stream().map(type -> SpecificData.getForClass(type).getSchema(type)).toList();
  }

  private static void release() throws IOException {
    Path table = RELEASED.resolve("ids.csv");
    List<String> lines =
        new ArrayList<>(
            Files.exists(table) ? Files.readAllLines(table) : List.of("id,subject,version"));
    for (Schema schema : catalogue()) {
      Path folder = Files.createDirectories(RELEASED.resolve(schema.getName()));
      int last = 0;
      while (Files.exists(folder.resolve("v" + (last + 1) + ".avsc"))) {
        last++;
      }
      boolean unchanged =
          last > 0
              && new Schema.Parser()
                  .parse(Files.readString(folder.resolve("v" + last + ".avsc")))
                  .equals(schema);
      if (!unchanged) {
        Files.writeString(
            folder.resolve("v" + (last + 1) + ".avsc"),
            SchemaFormatter.format("json/pretty", schema) + "\n");
        lines.add(lines.size() + "," + schema.getFullName() + "," + (last + 1));
      }
    }
    Files.write(table, lines);
  }
}
