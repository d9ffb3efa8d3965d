package oxus.alerts.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import oxus.alerts.Examples;
import oxus.alerts.console.TheatreMap.DrawnSector;
import oxus.theatre.Outline;
import oxus.theatre.Place;
import oxus.theatre.Position;
import oxus.theatre.Sector;
import oxus.theatre.Theatre;

class TheatreMapTest {

  @Test
  void drawsEverySectorThatHasALine() {
    TheatreMap map = TheatreMap.of(Examples.theatre());

    assertThat(map.sectors())
        .extracting(drawn -> drawn.sector().id())
        .containsExactly("XA-XB/NORTH", "XA-XB/SOUTH");
    assertThat(map.viewBox()).startsWith("0 0 1000.0 ");
    assertThat(map.crossings()).hasSize(1);
  }

  @Test
  void isEmptyWithoutLines() {
    Theatre theatre = withSectors(List.of(Examples.theatre().sectors().get(2)));

    assertThat(TheatreMap.of(theatre).isEmpty()).isTrue();
  }

  @Test
  void putsNorthUpAndWestLeft() {
    Projection projection = Projection.around(List.of(new Position(60, 34), new Position(70, 40)));

    Spot northWest = projection.spot(new Position(60, 40));
    Spot southEast = projection.spot(new Position(70, 34));

    assertThat(northWest.x()).isLessThan(southEast.x());
    assertThat(northWest.y()).isLessThan(southEast.y());
    assertThat(southEast.y()).isLessThan(projection.height());
  }

  @Test
  void findsRoomForEachLabelOnTheSheetAndOffTheOthers() {
    List<Sector> crowd = new ArrayList<>();
    for (int i = 0; i < 14; i++) {
      crowd.add(
          new Sector(
              "XA-XB/S" + i,
              "Sector number " + i,
              "XA-XB",
              "",
              List.of(),
              List.of(new Position(60 + i * 0.5, 37), new Position(60.5 + i * 0.5, 37.2))));
    }
    crowd.add(
        new Sector(
            "XA-XC/FAR",
            "Far",
            "XA-XC",
            "",
            List.of(),
            List.of(new Position(62, 31), new Position(63, 42))));

    List<DrawnSector> drawn = TheatreMap.of(withSectors(crowd)).sectors();

    for (DrawnSector one : drawn) {
      assertThat(one.label().isWithin(1000, 2000)).isTrue();
      assertThat(drawn)
          .filteredOn(other -> !other.equals(one))
          .noneMatch(other -> other.label().overlaps(one.label()))
          .noneMatch(other -> other.badge().overlaps(one.badge()));
    }
  }

  @Test
  void namesACountryInsideItsOutline() {
    Theatre small = Examples.theatre();
    Place country =
        new Place(
            "berland",
            "Berland",
            List.of("Berland"),
            oxus.schemas.PlaceKind.COUNTRY,
            "XB",
            Optional.empty(),
            Optional.empty(),
            List.of(),
            List.of());
    List<Position> ring =
        List.of(
            new Position(59, 36),
            new Position(65, 36),
            new Position(65, 40),
            new Position(59, 40),
            new Position(59, 36));
    Theatre theatre =
        new Theatre(
            small.id(),
            small.name(),
            small.borders(),
            small.sectors(),
            List.of(new Outline("XB", List.of(ring))),
            List.of(),
            new oxus.theatre.Gazetteer(List.of(country)),
            small.actors(),
            small.sources(),
            small.policy(),
            small.version());

    TheatreMap map = TheatreMap.of(theatre);

    assertThat(map.countries()).hasSize(1);
    assertThat(map.countryNames())
        .extracting(TheatreMap.DrawnName::name)
        .containsExactly("Berland");
  }

  @Test
  void drawsTheSameTheatreTheSameEachTime() {
    assertThat(TheatreMap.of(Examples.theatre())).isEqualTo(TheatreMap.of(Examples.theatre()));
  }

  private static Theatre withSectors(List<Sector> sectors) {
    Theatre small = Examples.theatre();
    return new Theatre(
        small.id(),
        small.name(),
        small.borders(),
        sectors,
        small.gazetteer(),
        small.actors(),
        small.sources(),
        small.policy(),
        small.version());
  }
}
