package oxus.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import oxus.ingest.imports.Fate;
import oxus.ingest.imports.RowSpan;
import oxus.ingest.scenario.ScenarioReader;
import oxus.schemas.BorderEvent;
import oxus.schemas.EventType;
import oxus.schemas.ReportStatus;

/**
 * Rows made to the published column definitions of GDELT and ACLED, and a table of our own. What
 * they become lies beside them; {@code -Daccept=imports} writes it anew.
 */
class HistoryImportTest {
  private static final Path EVENTS = ImportedHistory.FILES.resolve("gdelt.export.CSV");
  private static final Path MENTIONS = ImportedHistory.FILES.resolve("gdelt.mentions.CSV");
  private static final Path ACLED = ImportedHistory.FILES.resolve("acled.csv");

  @TempDir Path folder;

  private static ImportedHistory imported(String form) throws Exception {
    return switch (form) {
      case "gdelt" -> ImportedHistory.of(form, EVENTS, MENTIONS);
      case "acled" -> ImportedHistory.of(form, ACLED);
      default -> ImportedHistory.of(form, ImportedHistory.FILES.resolve("desk.csv"));
    };
  }

  @ParameterizedTest
  @ValueSource(strings = {"gdelt", "acled", "desk"})
  void tellsOfEachRowWhatBecameOfIt(String form) throws Exception {
    ImportedHistory history = imported(form);

    String told =
        history.fates.entrySet().stream()
            .map(row -> row.getKey() + " " + row.getValue().kind() + " " + row.getValue().reason())
            .collect(Collectors.joining("\n", "", "\n"));
    Path golden = ImportedHistory.FILES.resolve(form + ".golden.txt");
    String got = told + String.join("\n", history.reports) + "\n";
    if ("imports".equals(System.getProperty("accept"))) {
      Files.writeString(golden, got);
    }
    assertThat(got).isEqualTo(Files.readString(golden));
  }

  @ParameterizedTest
  @ValueSource(strings = {"gdelt", "acled", "desk"})
  void givesReportsThatAReplayReads(String form) throws Exception {
    ImportedHistory history = imported(form);

    ScenarioReader.Reading reading = read(history);

    assertThat(reading.rejects()).isEmpty();
    assertThat(reading.events()).hasSize((int) history.tally.reports()).isNotEmpty();
  }

  private static ScenarioReader.Reading read(ImportedHistory history) {
    return new ScenarioReader(ImportedHistory.THEATRE, "reports.ndjson")
        .readLines(String.join("\n", history.reports));
  }

  private static BorderEvent event(ImportedHistory history, String id) {
    return read(history).events().stream()
        .filter(event -> event.getId().equals(id))
        .findFirst()
        .orElseThrow();
  }

  @ParameterizedTest
  @CsvSource({
    "gdelt, gdelt:1001, BORDER_SEIZURE",
    "gdelt, gdelt:1002, RECAPTURE",
    "gdelt, gdelt:1015, RECAPTURE",
    "acled, acled:AFG1, BORDER_SEIZURE",
    "acled, acled:AFG2, TERRITORY_SEIZURE",
    "acled, acled:AFG3, RECAPTURE",
    "acled, acled:AFG5, BORDER_SEIZURE",
    "acled, acled:AFG7, RECAPTURE",
  })
  void tellsSeizureFromRecaptureByWhoTookThePlace(String form, String id, EventType type)
      throws Exception {
    assertThat(event(imported(form), id).getType()).isEqualTo(type);
  }

  @Test
  void namesWhoTookAPlaceFirstWhateverTheOrderOfActors() throws Exception {
    BorderEvent taken = event(imported("acled"), "acled:AFG2");

    assertThat(taken.getInitiator()).contains("taliban");
  }

  @Test
  void makesNoFactOfAPlanOrADenial() throws Exception {
    assertThat(event(imported("gdelt"), "gdelt:1008").getStatus()).isEqualTo(ReportStatus.PLANNED);
    assertThat(event(imported("desk"), "d3").getStatus()).isEqualTo(ReportStatus.DENIED);
  }

  @Test
  void makesAReportOfEachSourceThatARowNames() throws Exception {
    ImportedHistory history = imported("acled");

    assertThat(event(history, "acled:AFG1").getSource()).isEqualTo("asia-plus");
    assertThat(event(history, "acled:AFG1#2").getSource()).isEqualTo("reuters");
  }

  @Test
  void carriesNoTextOfOthersOver() throws Exception {
    assertThat(imported("acled").reports).noneMatch(report -> report.contains("made-up note"));
  }

  @Test
  void saysWhoCodedAReport() throws Exception {
    BorderEvent mention =
        read(imported("gdelt")).events().stream()
            .filter(event -> event.getSource().equals("asia-plus"))
            .findFirst()
            .orElseThrow();

    assertThat(mention.getExtractor()).isEqualTo("gdelt-2.0");
    assertThat(mention.getConfidence()).isEqualTo(1000);
    assertThat(event(imported("gdelt"), "gdelt:1001").getConfidence()).isEqualTo(750);
  }

  @Test
  void leavesOutWhatLiesOutsideTheTimeAskedFor() throws Exception {
    RowSpan july =
        new RowSpan(Optional.of(Instant.parse("2021-07-01T00:00:00Z")), Optional.empty());

    ImportedHistory history = ImportedHistory.of("gdelt", july, EVENTS);

    assertThat(read(history).events())
        .isNotEmpty()
        .allMatch(event -> event.getKnownAt().isAfter(july.since().orElseThrow()));
  }

  @Test
  void readsPackedFilesAsTheyAre() throws Exception {
    Path zip = folder.resolve("made.export.CSV.zip");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
      out.putNextEntry(new ZipEntry("made.export.CSV"));
      Files.copy(EVENTS, out);
    }
    Path gzip = folder.resolve("made.mentions.CSV.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(gzip))) {
      Files.copy(MENTIONS, out);
    }

    assertThat(ImportedHistory.of("gdelt", zip, gzip).reports).isEqualTo(imported("gdelt").reports);
  }

  @Test
  void rejectsALineOfTenMillionCharactersAndGoesOn() throws Exception {
    List<String> rows = Files.readAllLines(EVENTS);
    Path file = folder.resolve("long.CSV");
    Files.write(file, List.of("x".repeat(10_000_000), rows.get(0), "a\0b", rows.get(3)));

    ImportedHistory history = ImportedHistory.of("gdelt", file);

    assertThat(history.fates.values())
        .extracting(Fate::kind)
        .containsExactly(
            Fate.Kind.REJECTED, Fate.Kind.IMPORTED, Fate.Kind.REJECTED, Fate.Kind.IMPORTED);
    assertThat(history.fate("long.CSV:1").reason()).contains("longer than 1000000 characters");
  }

  @Test
  void losesOneRowToAQuoteThatDoesNotClose() throws Exception {
    List<String> lines = Files.readAllLines(ACLED);
    Path file = folder.resolve("quote.csv");
    Files.write(
        file,
        List.of(lines.get(0), lines.get(1), "AFG99,\"open,2021", lines.get(2), lines.get(3)),
        StandardCharsets.UTF_8);

    ImportedHistory history = ImportedHistory.of("acled", file);

    assertThat(history.tally.of(Fate.Kind.IMPORTED)).isEqualTo(3);
    assertThat(history.fate("quote.csv:3").kind()).isEqualTo(Fate.Kind.REJECTED);
  }

  @Test
  void saysWhichColumnAHeaderLacks() throws Exception {
    Path file = Files.writeString(folder.resolve("other.csv"), "day,place\n2021-06-22,Panj\n");

    assertThatThrownBy(() -> ImportedHistory.of("acled", file))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("has no column event_id_cnty");
  }

  /** Made by {@code Mapping.markdown}; put what this test expects into the document. */
  @ParameterizedTest
  @ValueSource(strings = {"gdelt", "acled"})
  void hasItsRulesInTheDocument(String form) throws Exception {
    assertThat(Path.of("../docs/importing.md"))
        .content()
        .contains(ImportedHistory.rules(form).markdown());
  }
}
