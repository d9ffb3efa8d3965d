package oxus.processor.correlate;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import oxus.schemas.Incident;

/**
 * One way of meeting a rule: the incidents that meet each of its conditions, none of them twice.
 *
 * @param met by condition, in the rule's order
 */
record RuleMatch(List<List<Incident>> met) {
  RuleMatch {
    met = met.stream().map(List::copyOf).toList();
  }

  /** The end of the last possible day of the latest incident. */
  Instant latest() {
    return met.stream()
        .flatMap(List::stream)
        .map(incident -> Weighing.endOf(incident.getOccurredTo()))
        .max(Comparator.naturalOrder())
        .orElseThrow();
  }

  List<String> ids() {
    return met.stream().flatMap(List::stream).map(Incident::getId).sorted().toList();
  }

  List<String> ids(int condition) {
    return met.get(condition).stream().map(Incident::getId).sorted().toList();
  }
}
