package oxus.ingest.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import oxus.schemas.BorderEvent;
import oxus.schemas.EventType;
import oxus.schemas.Figure;
import oxus.schemas.PlaceKind;
import oxus.schemas.PlaceRef;
import oxus.schemas.Precision;
import oxus.schemas.Qualifier;
import oxus.schemas.Reliability;
import oxus.schemas.ReportStatus;
import oxus.theatre.Actor;
import oxus.theatre.Actors;
import oxus.theatre.Border;
import oxus.theatre.Gazetteer;
import oxus.theatre.Place;
import oxus.theatre.Problem;
import oxus.theatre.Sector;
import oxus.theatre.Source;
import oxus.theatre.Sources;
import oxus.theatre.Theatre;
import oxus.theatre.TheatreLoader;

class ScenarioReaderTest {
  private static final String HEADER =
      "report_id,incident_hint,published_at,source,source_url,wire,type,status,scope,place,"
          + "occurred_from,occurred_to,precision,initiator,target,quantity_min,quantity_max,unit,"
          + "attributed_to,headline_own_words,note\n";
  private static final String ROW =
      "R1,,2021-06-22,The Herald,https://herald.example/1,,BORDER_SEIZURE,REPORTED,XA-XB/WEST,"
          + "Bridge,2021-06-21,2021-06-22,day,,,,,,,They took the bridge,\n";

  private static ScenarioReader.Reading read(String rows) {
    return new ScenarioReader(theatre(), "story.csv").read(HEADER + rows);
  }

  private static BorderEvent event(String row) {
    ScenarioReader.Reading reading = read(row);
    assertThat(reading.problems()).isEmpty();
    assertThat(reading.events()).hasSize(1);
    return reading.events().get(0);
  }

  private static List<String> problems(String rows) {
    return read(rows).problems().stream().map(Problem::toString).toList();
  }

  @Test
  void readsARowAsAReport() {
    BorderEvent event = event(ROW);

    assertThat(event.getId()).isEqualTo("R1");
    assertThat(event.getType()).isEqualTo(EventType.BORDER_SEIZURE);
    assertThat(event.getStatus()).isEqualTo(ReportStatus.REPORTED);
    assertThat(event.getScopes()).containsExactly("XA-XB/WEST");
    assertThat(event.getPlaces())
        .containsExactly(new PlaceRef("bridge", "Bridge", PlaceKind.CROSSING, null));
    assertThat(event.getOccurredFrom()).isEqualTo(LocalDate.parse("2021-06-21"));
    assertThat(event.getOccurredTo()).isEqualTo(LocalDate.parse("2021-06-22"));
    assertThat(event.getPrecision()).isEqualTo(Precision.DAY);
    assertThat(event.getSource()).isEqualTo("herald");
    assertThat(event.getReliability()).isEqualTo(Reliability.B);
    assertThat(event.getUrl()).contains("https://herald.example/1");
    assertThat(event.getEvidence().get(0).getQuote()).isEqualTo("They took the bridge");
    assertThat(event.getEvidence().get(0).getVerbatim()).isFalse();
    assertThat(event.getFigure()).isEmpty();
    assertThat(event.getSettles()).isFalse();
  }

  @Test
  void knowsABareDateAtTheEndOfItsDay() {
    assertThat(event(ROW).getKnownAt()).isEqualTo(Instant.parse("2021-06-22T23:59:59Z"));
    assertThat(event(ROW).getPublishedAt()).isEqualTo(event(ROW).getKnownAt());
  }

  @Test
  void keepsAnExactTimeToTheMillisecondAsTheLogDoes() {
    String exact = ROW.replace("2021-06-22,The", "2021-06-22T10:11:12.345678Z,The");

    assertThat(event(exact).getKnownAt()).isEqualTo(Instant.parse("2021-06-22T10:11:12.345Z"));
  }

  @Test
  void readsAWireCreditAsTheAgencysFamily() {
    assertThat(event(ROW.replace("/1,,B", "/1,W1,B")).getWire()).contains("wire-family");
    assertThat(event(ROW.replace("/1,,B", "/1,Somebody New,B")).getWire()).contains("somebody-new");
    assertThat(event(ROW).getWire()).isEmpty();
  }

  @Test
  void gradesASourceThatTheTheatreDoesNotKnowF() {
    BorderEvent event = event(ROW.replace("The Herald", "Village Blog"));

    assertThat(event.getSource()).isEqualTo("village-blog");
    assertThat(event.getReliability()).isEqualTo(Reliability.F);
  }

  @ParameterizedTest(name = "{0} to {1}: {2}")
  @CsvSource({"1000, , AT_LEAST", ", 50, AT_MOST", "84, 84, EXACT", "39, 40, BETWEEN"})
  void keepsAFiguresQualifier(@Nullable Long least, @Nullable Long most, Qualifier qualifier) {
    String cells = (least == null ? "" : least) + "," + (most == null ? "" : most) + ",Soldiers";
    Optional<Figure> figure = event(ROW.replace("day,,,,,,", "day,,," + cells + ",")).getFigure();

    assertThat(figure).contains(new Figure(least, most, qualifier, "soldiers"));
  }

  @Test
  void roundsAFractionOfAFigure() {
    assertThat(event(ROW.replace("day,,,,,,", "day,,,1.5,2.4,districts,")).getFigure())
        .contains(new Figure(2L, 2L, Qualifier.EXACT, "districts"));
  }

  @Test
  void knowsActorsByTheirSpellings() {
    BorderEvent event = event(ROW.replace("day,,,,,,,", "day,the League,army,,,,Arlandia,"));

    assertThat(event.getInitiator()).contains("river-league");
    assertThat(event.getTarget()).contains("army");
    assertThat(event.getClaimant()).contains("arland");
    assertThat(event.getAttributedTo()).contains("Arlandia");
  }

  @Test
  void takesSeveralScopesOfEveryKind() {
    assertThat(event(ROW.replace("XA-XB/WEST", "XA-XB/WEST|XA-XB|XX")).getScopes())
        .containsExactly("XA-XB/WEST", "XA-XB", "XX");
  }

  @Test
  void ordersByKnowledgeTimeThenArticleThenId() {
    String rows =
        ROW.replace("R1", "R9").replace("2021-06-22,The", "2021-06-23,The")
            + ROW.replace("R1", "R3").replace("example/1", "example/2")
            + ROW.replace("R1", "R5")
            + ROW.replace("R1", "R4");

    assertThat(read(rows).events())
        .extracting(BorderEvent::getId)
        .containsExactly("R4", "R5", "R3", "R9");
  }

  @Test
  void namesEachBadRowByItsLineAndKeepsTheOthers() {
    String rows =
        ROW
            + ROW.replace("R1", "R2").replace("BORDER_SEIZURE", "BORDER_SEISURE")
            + ROW.replace("R1", "R3").replace("They took the bridge", "\"They\ntook it\"")
            + ROW.replace("R1", "R4").replace("2021-06-21", "21 June")
            + ROW.replace("R1", "R5").replace("XA-XB/WEST", "XA-XB/WEAST").strip();

    ScenarioReader.Reading reading = read(rows);

    assertThat(reading.events()).extracting(BorderEvent::getId).containsExactly("R1", "R3");
    assertThat(reading.problems())
        .extracting(Problem::line, Problem::culprit)
        .satisfiesExactly(
            seisure ->
                assertThat(seisure.toList())
                    .containsExactly(3, "row R2: 'BORDER_SEISURE' is no EventType"),
            date -> {
              assertThat(date.toList().get(0)).isEqualTo(6);
              assertThat(date.toList().get(1)).asString().contains("R4", "21 June");
            },
            scope ->
                assertThat(scope.toList())
                    .containsExactly(7, "row R5: scope 'XA-XB/WEAST' is not in theatre XX"));
  }

  @Test
  void namesAMissingCell() {
    assertThat(problems("R1,,2021-06-22,The Herald\n"))
        .singleElement()
        .asString()
        .startsWith("story.csv:2: row R1: column 'scope' is missing");
  }

  @Test
  void namesARowThatEndsBeforeItBegins() {
    assertThat(problems(ROW.replace("2021-06-21,", "2021-06-23,")))
        .singleElement()
        .asString()
        .startsWith("story.csv:2: row R1: it ended on 2021-06-22, before it began on 2021-06-23");
  }

  @Test
  void namesAnIdThatIsMissingOrTaken() {
    assertThat(problems(ROW.replace("R1", "")))
        .singleElement()
        .asString()
        .contains("column 'report_id' is empty");
    assertThat(problems(ROW + ROW))
        .singleElement()
        .asString()
        .startsWith("story.csv:3: row R1: id 'R1' is taken by an earlier row");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({"many", "1e30", "1e999999999", "-5"})
  void namesAFigureThatIsNone(String figure) {
    assertThat(problems(ROW.replace("day,,,,,,", "day,,," + figure + ",,soldiers,")))
        .singleElement()
        .asString()
        .startsWith("story.csv:2: row R1: '" + figure + "' is no whole number");
  }

  @Test
  void keepsTheRowsBeforeBrokenQuotes() {
    ScenarioReader.Reading reading = read(ROW + ROW.replace("They took", "\"They took"));

    assertThat(reading.events()).hasSize(1);
    assertThat(reading.problems()).singleElement().asString().contains("not CSV");
  }

  @Test
  void readsTheShippedScenarioWhole() throws IOException {
    try (InputStream file =
        ScenarioReader.class.getResourceAsStream("/oxus/ingest/scenarios/summer-2021.csv")) {
      assertThat(file).isNotNull();
      String csv = new String(file.readAllBytes(), StandardCharsets.UTF_8);

      ScenarioReader.Reading reading =
          new ScenarioReader(TheatreLoader.shipped(), "summer-2021.csv").read(csv);

      assertThat(reading.problems()).isEmpty();
      assertThat(reading.events())
          .hasSizeGreaterThan(100)
          .isSortedAccordingTo(ScenarioReader.ORDER);
    }
  }

  private static Theatre theatre() {
    return new Theatre(
        "XX",
        "Two made-up countries",
        List.of(new Border("XA-XB", List.of("XA", "XB"), List.of())),
        List.of(new Sector("XA-XB/WEST", "West", "XA-XB", "a stretch", List.of(), List.of())),
        new Gazetteer(
            List.of(
                new Place(
                    "bridge",
                    "Bridge",
                    List.of("Bridge"),
                    PlaceKind.CROSSING,
                    "XA",
                    Optional.empty(),
                    Optional.empty(),
                    List.of("XA-XB/WEST"),
                    List.of()))),
        new Actors(List.of(actor("arland", "Arlandia"), actor("river-league", "the League"))),
        new Sources(
            List.of(
                new Source("herald", "The Herald", List.of(), "herald", Reliability.B, List.of()),
                new Source(
                    "wire-one",
                    "Wire One",
                    List.of("W1"),
                    "wire-family",
                    Reliability.A,
                    List.of()))),
        TheatreLoader.shipped().policy(),
        "0123456789ab");
  }

  private static Actor actor(String id, String spelling) {
    return new Actor(
        id, id, List.of(spelling), Actor.Kind.STATE, Optional.empty(), List.of(), List.of());
  }
}
