package oxus.alerts.console;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import oxus.schemas.ThreatLevelChange;

/**
 * The newest changes that a filter lets through, newest first.
 *
 * @param matching how many changes the filter lets through, shown or not
 * @param older offset of the change below which older ones stand, empty when all are shown
 * @param fresh how many of the matching came since the reader opened the page
 * @param hidden how many came since then that the filter does not let through
 */
record Feed(
    List<Story> stories, int shown, int matching, Optional<Long> older, int fresh, int hidden) {
  static final int PAGE = 80;

  /** A deadline on the grid is no event: what it triggers in several sectors is not one story. */
  private static final String DEADLINE = "deadline";

  /**
   * By knowledge time: where several sectors are judged at once, as in a replay, their changes
   * stand in the topic in another order.
   */
  private static final Comparator<Posted> NEWEST_FIRST =
      Comparator.comparing((Posted posted) -> posted.change().getAt())
          .thenComparing(Posted::offset)
          .reversed();

  Feed {
    stories = List.copyOf(stories);
  }

  static Feed of(Picture picture, Filter filter) {
    List<Posted> matching =
        picture.changes().stream()
            .filter(posted -> filter.matches(posted, picture))
            .sorted(NEWEST_FIRST)
            .toList();
    int hidden =
        (int)
            picture.changes().stream()
                .filter(filter::isNew)
                .filter(posted -> !filter.matches(posted, picture))
                .count();
    List<Posted> rest = matching.subList(start(matching, filter), matching.size());
    List<Posted> page = rest.subList(0, Math.min(PAGE, rest.size()));
    Optional<Long> older =
        page.size() < rest.size()
            ? Optional.of(page.get(page.size() - 1).offset())
            : Optional.empty();
    int fresh = (int) matching.stream().filter(filter::isNew).count();
    return new Feed(stories(page), page.size(), matching.size(), older, fresh, hidden);
  }

  private static int start(List<Posted> matching, Filter filter) {
    for (int i = 0; i < matching.size(); i++) {
      if (filter.before().isPresent() && matching.get(i).offset() == filter.before().get()) {
        return i + 1;
      }
    }
    return 0;
  }

  private static List<Story> stories(List<Posted> page) {
    Map<String, List<Posted>> byTrigger = new LinkedHashMap<>();
    for (Posted posted : page) {
      byTrigger.computeIfAbsent(key(posted.change()), key -> new ArrayList<>()).add(posted);
    }
    return byTrigger.values().stream().map(Story::new).toList();
  }

  private static String key(ThreatLevelChange change) {
    if (change.getTrigger().equals(DEADLINE)) {
      return change.getChangeId();
    }
    return change.getAt() + " " + change.getTrigger();
  }
}
