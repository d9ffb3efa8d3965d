package oxus.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import oxus.alerts.access.RouteRules;
import oxus.schemas.EventType;
import oxus.schemas.Topic;
import oxus.schemas.Topics;

/** Holds that the documents say what the code does. */
class DocumentsTest {
  /** Named in documents, but not ours. */
  private static final Set<String> OF_OTHERS =
      Set.of("StrictMath", "HashMap", "OutOfOrderSequenceException");

  @Test
  void tellTheTopicsOfTheCatalogue() {
    List<List<String>> told =
        Documents.table(Documents.section("docs/deployment.md", "Topics"), "topic");

    assertThat(told).isEqualTo(Topics.all().stream().map(DocumentsTest::row).toList());
  }

  private static List<String> row(Topic topic) {
    return List.of(
        "`" + topic.name() + "`",
        topic.key(),
        topic.values().stream().map(Class::getSimpleName).collect(Collectors.joining(", ")),
        topic.partitions() == Topic.SCALED ? "scaled" : Integer.toString(topic.partitions()),
        topic.writer());
  }

  @Test
  void tellTheModulesOfTheBuild() {
    List<String> told =
        Documents.table(Documents.section("README.md", "Modules"), "module").stream()
            .map(row -> row.get(0).replace("`", ""))
            .toList();

    assertThat(told).isEqualTo(Documents.found("(?<=<module>)[^<]+", Documents.text("pom.xml")));
  }

  @Test
  void tellTheEventTypesOfTheContracts() {
    List<String> told =
        Documents.table(Documents.section("docs/glossary.md", "Event types"), "type").stream()
            .map(row -> row.get(0).replace("`", ""))
            .toList();

    assertThat(told).isEqualTo(Arrays.stream(EventType.values()).map(Enum::name).toList());
  }

  @Test
  void tellTheCommands() {
    Set<String> told =
        Documents.table(Documents.section("docs/interface.md", "Commands"), "command").stream()
            .map(row -> Documents.quoted(row.get(0)).get(0).split(" ", -1)[0])
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(told).isEqualTo(new TreeSet<>(Oxus.commandLine().getSubcommands().keySet()));
  }

  @Test
  void tellTheEnvironmentVariables() {
    Stream<String> read =
        Stream.of("schemas", "ingest", "processor", "alerts", "standalone")
            .flatMap(module -> Documents.found("OXUS_[A-Z_]+", Documents.sources(module)).stream());
    Stream<String> elsewhere =
        Stream.of("bin/oxus", "schemas/src/main/resources/logback.xml")
            .flatMap(file -> Documents.found("OXUS_[A-Z_]+", Documents.text(file)).stream());

    Set<String> told =
        new TreeSet<>(
            Documents.found(
                "OXUS_[A-Z_]+", Documents.section("docs/deployment.md", "Environment")));

    assertThat(told)
        .isEqualTo(Stream.concat(read, elsewhere).collect(Collectors.toCollection(TreeSet::new)));
  }

  @Test
  void tellTheHttpPaths() {
    Set<String> told =
        Documents.quoted(Documents.section("docs/interface.md", "HTTP")).stream()
            .filter(word -> word.startsWith("GET /"))
            .map(word -> word.substring(4).replaceAll("\\{\\w+}", "*"))
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(told)
        .isEqualTo(
            Documents.found(
                    "(?<=router\\.get\\(\")[^\"]+",
                    Documents.sources("alerts") + Documents.sources("ingest"))
                .stream()
                .map(path -> path.replaceAll(":\\w+", "*"))
                .collect(Collectors.toCollection(TreeSet::new)));
  }

  /** Made by {@code RouteRules.markdown}; put what this test expects into the document. */
  @Test
  void tellWhoMayWhat() {
    assertThat(Documents.section("docs/access.md", "Who may what")).contains(RouteRules.markdown());
  }

  @Test
  void nameClassesThatExist() {
    Set<String> names = new TreeSet<>(OF_OTHERS);
    Documents.files(".java")
        .forEach(file -> names.add(file.getFileName().toString().replace(".java", "")));
    names.addAll(
        Documents.found(
            "(?<=\n(record|enum) )\\w+", Documents.text("schemas/src/main/avro/oxus.avdl")));

    List<String> unknown = new ArrayList<>();
    for (Path document : documentsThatNameClasses()) {
      Documents.quoted(Documents.text(document)).stream()
          .filter(word -> word.matches("[A-Z][a-z]+[A-Za-z]*(\\.[a-z]\\w*)?"))
          .filter(word -> !names.contains(word.replaceAll("\\..*", "")))
          .forEach(word -> unknown.add(document.getFileName() + ": " + word));
    }
    assertThat(unknown).as("classes that are named and do not exist").isEmpty();
  }

  private static List<Path> documentsThatNameClasses() {
    return Documents.files(".md").stream()
        .filter(
            file ->
                file.startsWith(Documents.ROOT.resolve("docs/decisions"))
                    || file.equals(Documents.ROOT.resolve("ARCHITECTURE.md"))
                    || file.equals(Documents.ROOT.resolve("README.md")))
        .toList();
  }

  /** A test by another name would pass by never being run. */
  @Test
  void nameTestsThatTheBuildRuns() {
    List<String> neverRun =
        Documents.files(".java").stream()
            .filter(file -> file.toString().contains("/src/test/"))
            .filter(file -> !file.toString().matches(".*(Test|IT|Properties)\\.java"))
            .filter(
                file ->
                    !Documents.found(
                            "\n *@(Test|Property|ParameterizedTest|TestFactory|ArchTest)\\b",
                            Documents.text(file))
                        .isEmpty())
            .map(file -> file.getFileName().toString())
            .toList();

    assertThat(neverRun).isEmpty();
  }

  @Test
  void listEveryDecisionOnce() {
    String index = Documents.text("docs/decisions/000-index.md");
    List<Path> decisions =
        Documents.files(".md").stream()
            .filter(file -> file.toString().matches(".*/docs/decisions/0[^/]*\\.md"))
            .filter(file -> !file.endsWith("000-index.md"))
            .toList();

    assertThat(decisions)
        .isNotEmpty()
        .allSatisfy(
            file -> {
              assertThat(index).containsOnlyOnce("(" + file.getFileName() + ")");
              assertThat(Documents.text(file))
                  .contains("\n## Context\n", "\n## Decision\n", "\n## Consequences\n");
            });
  }

  @Test
  void linkToWhatIsThere() {
    List<String> broken = new ArrayList<>();
    for (Path document : Documents.files(".md")) {
      Documents.found("(?<=\\]\\()[^)\\s]+", Documents.text(document)).stream()
          .filter(link -> !link.matches("(https?:|mailto:|#).*"))
          .filter(link -> !Files.exists(document.resolveSibling(link.replaceAll("#.*", ""))))
          .forEach(link -> broken.add(Documents.ROOT.relativize(document) + ": " + link));
    }
    assertThat(broken).as("links to nothing").isEmpty();
  }
}
