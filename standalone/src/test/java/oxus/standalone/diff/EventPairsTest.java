package oxus.standalone.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import oxus.standalone.diff.EventPairs.Pair;

/** Which events of one article two runs have in common. */
class EventPairsTest {
  private static Map<String, Object> event(String id, String type, int start, int end) {
    return Map.of(
        "event",
        id,
        "type",
        type,
        "scopes",
        List.of("TJ-AF"),
        "start",
        BigDecimal.valueOf(start),
        "end",
        BigDecimal.valueOf(end));
  }

  @Test
  void pairsByIdBeforeAllElse() {
    Map<String, Object> talks = event("a", "TALKS", 0, 10);
    Map<String, Object> moved = event("a", "TALKS", 50, 60);
    Map<String, Object> there = event("b", "TALKS", 0, 10);

    assertThat(EventPairs.of(List.of(talks), List.of(there, moved)).pairs())
        .containsExactly(new Pair(talks, moved), new Pair(Map.of(), there));
  }

  @Test
  void pairsByPassageWhatIsOfAnotherType() {
    Map<String, Object> seizure = event("a", "BORDER_SEIZURE", 0, 40);
    Map<String, Object> clash = event("b", "ARMED_CLASH", 39, 60);
    Map<String, Object> behind = event("c", "ARMED_CLASH", 40, 60);

    assertThat(EventPairs.of(List.of(seizure), List.of(clash)).pairs())
        .containsExactly(new Pair(seizure, clash));
    assertThat(EventPairs.of(List.of(seizure), List.of(behind)).pairs())
        .containsExactly(new Pair(seizure, Map.of()), new Pair(Map.of(), behind));
  }

  @Test
  void pairsByTypeWhatRestsOnAnotherPassage() {
    Map<String, Object> here = event("a", "TALKS", 0, 10);
    Map<String, Object> there = event("b", "TALKS", 90, 99);
    Map<String, Object> clash = event("c", "ARMED_CLASH", 50, 60);

    assertThat(EventPairs.of(List.of(here), List.of(clash, there)).pairs())
        .containsExactly(new Pair(here, there), new Pair(Map.of(), clash));
  }

  @Test
  void usesEachEventOnce() {
    Map<String, Object> one = event("a", "TALKS", 0, 10);
    Map<String, Object> twin = event("b", "TALKS", 0, 10);
    Map<String, Object> other = event("c", "TALKS", 0, 10);

    assertThat(EventPairs.of(List.of(one, twin), List.of(other)).pairs())
        .containsExactly(new Pair(one, other), new Pair(twin, Map.of()));
  }
}
