package oxus.alerts.deliver;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import oxus.theatre.Position;
import oxus.theatre.Sector;
import oxus.theatre.TheatreLoader;

class SectorAreaProperties {
  @Property(tries = 300, seed = "20210622")
  void isAClosedRingThatTurnsLeftAllTheWay(
      @ForAll @Size(min = 1, max = 12) List<@DoubleRange(min = -60, max = 60) Double> numbers) {
    List<Position> ring = SectorArea.around(sector(positions(numbers)));

    assertThat(ring).hasSizeGreaterThan(3);
    assertThat(ring.get(ring.size() - 1)).isEqualTo(ring.get(0));
    assertThat(ring.subList(1, ring.size())).doesNotHaveDuplicates();
    assertThat(doubledArea(ring)).isPositive();
  }

  @Property(tries = 300, seed = "20210622")
  void holdsTheWholeLine(
      @ForAll @Size(min = 1, max = 12) List<@DoubleRange(min = -60, max = 60) Double> numbers) {
    List<Position> line = positions(numbers);
    List<Position> ring = SectorArea.around(sector(line));

    assertThat(line).allSatisfy(position -> assertThat(holds(ring, position)).isTrue());
  }

  @Test
  void isEmptyForASectorThatIsNotDrawn() {
    assertThat(SectorArea.around(sector(List.of()))).isEmpty();
  }

  @Test
  void surroundsEachSectorOfTheShippedTheatre() {
    assertThat(TheatreLoader.shipped().sectors())
        .allSatisfy(sector -> assertThat(SectorArea.around(sector)).hasSizeBetween(8, 60));
  }

  private static List<Position> positions(List<Double> numbers) {
    return numbers.stream().map(number -> new Position(number, number * number % 60)).toList();
  }

  private static Sector sector(List<Position> line) {
    return new Sector("XA-XB/NORTH", "North", "XA-XB", "a stretch", List.of(), line);
  }

  private static double doubledArea(List<Position> ring) {
    double sum = 0;
    for (int i = 1; i < ring.size(); i++) {
      sum +=
          ring.get(i - 1).longitude() * ring.get(i).latitude()
              - ring.get(i).longitude() * ring.get(i - 1).latitude();
    }
    return sum;
  }

  /** Left of every edge. */
  private static boolean holds(List<Position> ring, Position position) {
    for (int i = 1; i < ring.size(); i++) {
      Position from = ring.get(i - 1);
      Position to = ring.get(i);
      double cross =
          (to.longitude() - from.longitude()) * (position.latitude() - from.latitude())
              - (to.latitude() - from.latitude()) * (position.longitude() - from.longitude());
      if (cross < -1e-9) {
        return false;
      }
    }
    return true;
  }
}
