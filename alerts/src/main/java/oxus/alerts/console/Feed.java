package oxus.alerts.console;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import oxus.schemas.ThreatLevelChange;

/**
 * The newest changes that a filter lets through, newest first.
 *
 * @param matching how many changes the filter lets through, shown or not
 * @param older offset before which older ones stand, empty when all are shown
 */
record Feed(List<Story> stories, int shown, int matching, Optional<Long> older) {
  static final int PAGE = 80;

  /** A deadline on the grid is no event: what it triggers in several sectors is not one story. */
  private static final String DEADLINE = "deadline";

  Feed {
    stories = List.copyOf(stories);
  }

  static Feed of(Picture picture, Filter filter) {
    List<Posted> matching = picture.changes().stream().filter(filter::matches).toList();
    List<Posted> page = matching.subList(0, Math.min(PAGE, matching.size()));
    Optional<Long> older =
        page.size() < matching.size()
            ? Optional.of(page.get(page.size() - 1).offset())
            : Optional.empty();
    return new Feed(stories(page), page.size(), matching.size(), older);
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
