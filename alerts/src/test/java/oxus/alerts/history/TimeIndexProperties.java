package oxus.alerts.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class TimeIndexProperties {
  static final String SECTOR = "XA-XB/NORTH";

  private record Stored(long offset, Instant at) {}

  @Property(tries = 300)
  void theRecordThatWasKnownLastIsAmongThoseOfTheStretch(
      @ForAll @Size(max = 60) List<@IntRange(max = 3) Integer> steps,
      @ForAll @IntRange(min = 2, max = 8) int capacity,
      @ForAll @IntRange(max = 200) int asked) {
    TimeIndex index = new TimeIndex(capacity);
    List<Stored> topic = new ArrayList<>();
    long second = 1;
    for (int step : steps) {
      second += step;
      topic.add(new Stored(topic.size() * 3L, Instant.ofEpochSecond(second)));
      index.note(SECTOR, Instant.ofEpochSecond(second), 0, topic.get(topic.size() - 1).offset());
    }
    Instant at = Instant.ofEpochSecond(asked);

    assertThat(looked(index.at(SECTOR, at), topic, at)).isEqualTo(last(topic, at));
  }

  /** As a reader does: through the stretch from its start, keeping what was known by then. */
  private static Optional<Stored> looked(
      Optional<TimeIndex.Stretch> stretch, List<Stored> topic, Instant at) {
    return stretch.flatMap(
        part ->
            last(
                topic.stream()
                    .filter(stored -> stored.offset() >= part.first())
                    .filter(stored -> stored.offset() <= part.last())
                    .toList(),
                at));
  }

  private static Optional<Stored> last(List<Stored> topic, Instant at) {
    return topic.stream()
        .filter(stored -> !stored.at().isAfter(at))
        .reduce((earlier, later) -> later);
  }
}
