package oxus.processor.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static oxus.processor.Report.report;
import static oxus.processor.SmallTheatre.BORDER;
import static oxus.processor.SmallTheatre.EAST;
import static oxus.processor.SmallTheatre.SOUTH;
import static oxus.processor.SmallTheatre.THEATRE;
import static oxus.processor.SmallTheatre.WEST;

import java.time.Instant;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import oxus.processor.Report;
import oxus.processor.SmallTheatre;
import oxus.schemas.Bearing;
import oxus.schemas.BorderEvent;
import oxus.schemas.DeadLetter;
import oxus.schemas.LevelOverride;
import oxus.schemas.PolicyChange;
import oxus.schemas.Relation;
import oxus.schemas.Ruling;
import oxus.schemas.RulingKind;
import oxus.schemas.SectorLogEntry;
import oxus.schemas.ThreatLevel;
import oxus.schemas.Tick;
import oxus.schemas.Withdrawal;

class RouterTest {
  private final Router router = new Router(SmallTheatre.theatre());

  @Test
  void sendsAReportToItsSectorAndToTheNeighbours() {
    assertThat(router.route(report("clash-1").in(WEST).event()).entries())
        .extracting(RouterTest::sector, RouterTest::relation)
        .containsExactly(tuple(WEST, Relation.OWN), tuple(EAST, Relation.NEIGHBOUR));
  }

  @Test
  void sendsABorderWideReportToTheSectorsOfTheBorder() {
    assertThat(router.route(report("closure-1").in(BORDER).event()).entries())
        .extracting(RouterTest::sector, RouterTest::relation)
        .containsExactly(tuple(WEST, Relation.BORDER), tuple(EAST, Relation.BORDER));
  }

  @Test
  void sendsATheatreWideReportToAllSectors() {
    assertThat(router.route(report("talks-1").in(THEATRE).event()).entries())
        .extracting(RouterTest::sector, RouterTest::relation)
        .containsExactly(
            tuple(WEST, Relation.THEATRE),
            tuple(EAST, Relation.THEATRE),
            tuple(SOUTH, Relation.THEATRE));
  }

  @Test
  void choosesTheClosestRelationOfSeveralScopes() {
    assertThat(router.route(report("flight-1").in(THEATRE, EAST).event()).entries())
        .extracting(RouterTest::sector, RouterTest::relation)
        .containsExactly(
            tuple(WEST, Relation.NEIGHBOUR),
            tuple(EAST, Relation.OWN),
            tuple(SOUTH, Relation.THEATRE));
  }

  @Test
  void keepsKnowledgeTimeAndSettlingOfAReport() {
    Report report = report("clash-1").unsettled();

    SectorLogEntry entry = router.route(report.event()).entries().get(0);

    assertThat(entry.getAt()).isEqualTo(Report.NOON);
    assertThat(entry.getSettles()).isFalse();
    assertThat(entry.getRecord()).isEqualTo(report.event());
  }

  @ParameterizedTest
  @ValueSource(longs = {Long.MIN_VALUE, -4_000_000_000_000L, 7_300_000_000_000L, Long.MAX_VALUE})
  void sendsNothingThatNamesAMomentOfNoCalendar(long millis) {
    Instant absurd = Instant.ofEpochMilli(millis);

    assertThat(router.route(new Tick(absurd)).entries()).isEmpty();
    assertThat(router.route(new Withdrawal("a", null, absurd, "retracted")).problem())
        .hasValueSatisfying(
            problem ->
                assertThat(problem)
                    .startsWith("Withdrawal names the moment ")
                    .endsWith("; send one of the years 1900 to 2199"));
  }

  @Test
  void sendsNothingOfAReportWithAnUnknownScope() {
    Router.Route route = router.route(report("clash-1").in(WEST, "XA-XB/WEAST").event());

    assertThat(route.entries()).isEmpty();
    assertThat(route.problem())
        .contains(
            "event clash-1 has scopes [XA-XB/WEST, XA-XB/WEAST]; use sectors, borders or the"
                + " theatre of XX");
    assertThat(router.route(report("clash-1").in().event()).problem()).isPresent();
  }

  @Test
  void sendsControlRecordsToAll() {
    Instant noon = Report.NOON;
    for (SpecificRecord control :
        List.of(
            new Tick(noon),
            new PolicyChange("v", "text", noon, "chief"),
            new Withdrawal("k", null, noon, "retracted"),
            ruling(RulingKind.REJECT))) {
      assertThat(router.route(control).entries())
          .containsExactly(new SectorLogEntry(null, null, noon, true, control, List.of()));
    }
  }

  @Test
  void sendsAnOverrideToItsSectorOnly() {
    assertThat(router.route(override(SOUTH)).entries())
        .extracting(RouterTest::sector)
        .containsExactly(SOUTH);
    assertThat(router.route(override("XA-XB/NORTH")).problem())
        .contains("override o-1 is for sector 'XA-XB/NORTH', which the theatre has not");
  }

  @Test
  void saysWhatIsWrongWithARulingAndHowToMendIt() {
    assertThat(router.route(ruling(RulingKind.MERGE)).problem())
        .contains("ruling r-1 (MERGE) has no incident; say which incident");
    assertThat(router.route(ruling(RulingKind.RETYPE)).problem())
        .contains("ruling r-1 (RETYPE) has no type; say which type is right");
    assertThat(router.route(rescope(List.of("XA-XB/NORTH"))).problem())
        .contains(
            "ruling r-1 (RESCOPE) has scopes [XA-XB/NORTH]; use sectors, borders or the theatre of"
                + " XX");
    assertThat(router.route(rescope(List.of(SOUTH), report("other").event())).problem())
        .contains("ruling r-1 (RESCOPE) carries [other]; carry reports that it is about");
  }

  @Test
  void saysToWhichSectorsARescopedReportBelongsAndBringsItToThoseThatNeverSawIt() {
    BorderEvent report = report("e").in(WEST).event();

    List<SectorLogEntry> entries = router.route(rescope(List.of(EAST, "XA-XC"), report)).entries();

    assertThat(entries).extracting(RouterTest::sector).containsExactly("*", SOUTH);
    assertThat(entries.get(0).getBearing())
        .containsExactly(
            new Bearing(WEST, Relation.NEIGHBOUR),
            new Bearing(EAST, Relation.OWN),
            new Bearing(SOUTH, Relation.BORDER));
    assertThat(relation(entries.get(1))).isEqualTo(Relation.BORDER);
    assertThat(entries.get(1).getRecord()).isEqualTo(report);
  }

  @Test
  void saysWhichRecordDoesNotBelongHere() {
    DeadLetter stray = new DeadLetter("t", 0, 0L, "ingest", "unreadable", "m", null, null);

    assertThat(router.route(stray).problem())
        .contains(
            "border-events carries no oxus.schemas.DeadLetter; send reports or control records");
  }

  private static String sector(SectorLogEntry entry) {
    return entry.getSector().orElse("*");
  }

  private static Relation relation(SectorLogEntry entry) {
    return entry.getRelation().orElseThrow();
  }

  private static LevelOverride override(String sector) {
    return new LevelOverride(
        "o-1", sector, ThreatLevel.SEVERE, null, Report.NOON, Report.NOON, "officer", "a tip");
  }

  private static Ruling rescope(List<String> scopes, BorderEvent... reports) {
    return new Ruling(
        "r-1",
        RulingKind.RESCOPE,
        List.of("e"),
        null,
        scopes,
        null,
        Report.NOON,
        "analyst",
        "wrong place",
        List.of(reports));
  }

  private static Ruling ruling(RulingKind kind) {
    return new Ruling(
        "r-1",
        kind,
        List.of("e"),
        null,
        List.of(),
        null,
        Report.NOON,
        "analyst",
        "a hoax",
        List.of());
  }
}
