package oxus.alerts.console;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import oxus.schemas.Contribution;

/**
 * The changes of one or more sectors that one record triggered: one line of the feed.
 *
 * @param changes newest first, never empty
 */
record Story(List<Posted> changes) {

  Story {
    changes = List.copyOf(changes);
  }

  /** The change that matters most: to the highest level, then with the highest score. */
  Posted lead() {
    return changes.stream()
        .max(
            Comparator.comparing((Posted posted) -> posted.change().getTo())
                .thenComparing(posted -> posted.change().getScore()))
        .orElseThrow();
  }

  boolean isSingle() {
    return changes.size() == 1;
  }

  /** What all of them go back to, in a word or two. */
  String event() {
    return lead().change().getContributions().stream()
        .findFirst()
        .map(Contribution::getType)
        .map(Wording::words)
        .orElse("One event");
  }

  String sectorNames(Names names) {
    Set<String> seen =
        changes.stream()
            .map(posted -> names.sector(posted.change().getSector()))
            .collect(Collectors.toCollection(LinkedHashSet::new));
    return String.join(", ", seen);
  }
}
