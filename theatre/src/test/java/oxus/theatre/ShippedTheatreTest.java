package oxus.theatre;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import oxus.schemas.PlaceKind;
import oxus.schemas.Reliability;
import oxus.theatre.Actor.Role;

/** The default theatre keeps what its users count on. */
class ShippedTheatreTest {
  private static final Path FOLDER = Path.of("src/main/resources/theatres/CA");
  private static final Theatre THEATRE = TheatreLoader.shipped();

  @Test
  void hasNoProblems() {
    assertThat(TheatreLoader.validate(FOLDER)).isEmpty();
  }

  @Test
  void isOneTheatreOnTheClasspathAndInItsFolder() {
    assertThat(TheatreLoader.load(FOLDER).version()).isEqualTo(THEATRE.version());
  }

  @Test
  void hasTheBordersSectorsAndBreadthPromised() {
    assertThat(THEATRE.borders())
        .map(Border::id)
        .containsExactly("TJ-AF", "UZ-AF", "TM-AF", "IR-AF", "PK-AF", "CN-AF", "KG-TJ");
    assertThat(THEATRE.sectors()).hasSize(14);
    assertThat(THEATRE.gazetteer().places()).hasSizeGreaterThanOrEqualTo(450);
    assertThat(THEATRE.gazetteer().places().stream().mapToInt(p -> p.spellings().size()).sum())
        .isGreaterThanOrEqualTo(1200);
    assertThat(THEATRE.sources().sources()).hasSizeGreaterThanOrEqualTo(170);
  }

  @ParameterizedTest
  @ValueSource(strings = {"places.csv", "sources.csv"})
  void hasTheColumnsThatTheReadmeShows(String file) throws IOException {
    String header = Files.readAllLines(FOLDER.resolve(file)).get(0);

    assertThat(Files.readAllLines(Path.of("README.md"))).contains(header);
  }

  @Test
  void drawsNeighboursSoThatTheyTouch() {
    for (Sector sector : THEATRE.sectors()) {
      for (String neighbour : sector.neighbours()) {
        assertThat(endsOf(sector.id())).containsAnyElementsOf(endsOf(neighbour));
      }
    }
  }

  @Test
  void drawsNoSectorWithMorePointsThanAMapNeeds() throws IOException {
    assertThat(THEATRE.sectors()).allSatisfy(one -> assertThat(one.line()).hasSizeBetween(2, 60));
    assertThat(Files.size(FOLDER.resolve("map.geojson"))).isLessThanOrEqualTo(60_000);
  }

  @Test
  void outlinesEachCountryOfABorder() {
    List<String> outlined = THEATRE.outlines().stream().map(Outline::country).toList();

    assertThat(THEATRE.borders()).allSatisfy(b -> assertThat(outlined).containsAll(b.countries()));
  }

  @Test
  void putsEachCrossingOfASectorOnItsLine() {
    for (Place place : THEATRE.gazetteer().places()) {
      if (place.kind() == PlaceKind.CROSSING) {
        Position position = place.position().orElseThrow();
        assertThat(sectorsOf(place))
            .allSatisfy(
                sector ->
                    assertThat(kilometresBetween(position, sector.line()))
                        .as("%s and %s", place.id(), sector.id())
                        .isLessThan(15));
      }
    }
  }

  @Test
  void hasACrossingInEachSector() {
    assertThat(THEATRE.sectors())
        .allSatisfy(
            sector ->
                assertThat(THEATRE.gazetteer().places())
                    .anyMatch(
                        place ->
                            place.scopes().contains(sector.id())
                                && (place.kind() == PlaceKind.CROSSING
                                    || place.kind() == PlaceKind.POST)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Sher Khan Bandar", "Shir Khan Bandar", "Sherkhan Bandar", "Shir Khan Port",
        "Sherkhan-Bandar", "Sheikh Khan Bandar", "Shir Khan", "SHER KHAN"
      })
  void knowsOnePortByAllItsSpellings(String spelling) {
    assertThat(THEATRE.gazetteer().bySpelling(spelling))
        .map(Place::id)
        .containsExactly("sher-khan-bandar");
  }

  @ParameterizedTest(name = "{0} in {1}: {2}")
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          Khwahan, Shekay, Nusay; TJ-AF/DARVOZ|TJ-AF/ISHKASHIM; khwahan shiki nusay
          Chaman-Spin Boldak; PK-AF/SPIN-BOLDAK; chaman spin-boldak
          Imamnazar-Aqina, Serhetabat-Turghundi; TM-AF; imamnazar aqina serhetabat torghundi
          Yangi Qala, Khwaja Ghar, Chal, Baharak; TJ-AF/FARKHOR; yangi-qala khwaja-ghar chal baharak-takhar
          Baharak; TJ-AF/DARVOZ; baharak
          Chamtal, Kushanda, Dawlatabad; UZ-AF/TERMEZ; chimtal kishindih dawlatabad-balkh
          Dawlatabad; TM-AF/IMAMNAZAR; dawlatabad-faryab
          Termez-Hairaton bridge; UZ-AF/TERMEZ; friendship-bridge
          Khatlon opposite Kunduz; TJ-AF/PANJ; khatlon kunduz
          Golovnoy water point, Kok-Tash; KG-TJ/VORUKH; golovnoy kok-tash
          Murghab; TJ-AF/ISHKASHIM; murghob
          Moscow; CA; moscow
          """)
  void resolvesThePlacesOfAReport(String text, String scopes, String expected) {
    assertThat(THEATRE.gazetteer().resolve(text, List.of(scopes.split("\\|"))))
        .map(Place::id)
        .containsExactly(expected.split(" "));
  }

  @ParameterizedTest
  @CsvSource({
    "Zabihullah Mujahid, taliban",
    "Suhail Shaheen, taliban",
    "Rahmon, tj-president",
    "Collective Security Treaty Organization, csto",
    "ISKP, is-khorasan",
    "East Turkestan Islamic Movement, islamic-movement-of-turkestan",
    "NRF, panjshir-resistance",
    "201st military base, russia-201st-base"
  })
  void knowsAnActorByAliasLeaderAndSpokesman(String spelling, String actor) {
    assertThat(THEATRE.actors().bySpelling(spelling)).map(Actor::id).containsExactly(actor);
  }

  @Test
  void knowsWhatTheTalibanWereBeforeAndAfterTheFallOfKabul() {
    Actor taliban = THEATRE.actors().byId("taliban").orElseThrow();

    assertThat(rolesOn(taliban, LocalDate.of(2021, 8, 14))).containsExactly("insurgent");
    assertThat(rolesOn(taliban, LocalDate.of(2021, 8, 15))).containsExactly("government");
  }

  @ParameterizedTest
  @CsvSource({
    "AP, associated-press, A",
    "TRT World, trt-world, C",
    "Sputnik, rossiya-segodnya, D",
    "RIA Novosti, rossiya-segodnya, C",
    "Pakistan Point, urdupoint, D",
    "Asia-Plus, asia-plus, B",
    "Radio Ozodi, rfe-rl, B",
    "BBC News (reprint), bbc, D"
  })
  void gradesASourceAndKnowsItsFamily(String name, String family, Reliability grade) {
    Source source = THEATRE.sources().named(name);

    assertThat(source.family()).isEqualTo(family);
    assertThat(source.reliability()).isEqualTo(grade);
  }

  private static List<Position> endsOf(String id) {
    List<Position> line =
        THEATRE.sectors().stream()
            .filter(sector -> sector.id().equals(id))
            .findFirst()
            .orElseThrow()
            .line();
    return List.of(line.get(0), line.get(line.size() - 1));
  }

  private static List<Sector> sectorsOf(Place place) {
    return THEATRE.sectors().stream().filter(one -> place.scopes().contains(one.id())).toList();
  }

  private static List<String> rolesOn(Actor actor, LocalDate day) {
    return actor.roles().stream()
        .filter(role -> !role.from().orElse(LocalDate.MIN).isAfter(day))
        .filter(role -> !role.to().orElse(LocalDate.MAX).isBefore(day))
        .map(Role::role)
        .toList();
  }

  /** To the nearest of many points along the line: near enough to tell 10 km from 20. */
  private static double kilometresBetween(Position place, List<Position> line) {
    double nearest = Double.MAX_VALUE;
    for (int index = 1; index < line.size(); index++) {
      for (double along = 0; along <= 1; along += 0.02) {
        nearest =
            Math.min(
                nearest, kilometres(place, between(line.get(index - 1), line.get(index), along)));
      }
    }
    return nearest;
  }

  private static Position between(Position one, Position other, double along) {
    return new Position(
        one.longitude() + along * (other.longitude() - one.longitude()),
        one.latitude() + along * (other.latitude() - one.latitude()));
  }

  private static double kilometres(Position one, Position other) {
    double shrink = StrictMath.cos(StrictMath.toRadians(one.latitude()));
    double east = (one.longitude() - other.longitude()) * shrink;
    double north = one.latitude() - other.latitude();
    return 111.2 * StrictMath.hypot(east, north);
  }
}
