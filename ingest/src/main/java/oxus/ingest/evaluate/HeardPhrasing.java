package oxus.ingest.evaluate;

import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import oxus.schemas.BorderEvent;
import oxus.schemas.EventType;

/**
 * A sentence of the bank and the types that the extractor took from it.
 *
 * @param came in the order of the table of types, each once
 */
public record HeardPhrasing(Phrasing phrasing, List<EventType> came) {

  public HeardPhrasing {
    came = List.copyOf(came);
  }

  public static HeardPhrasing of(Phrasing phrasing, Collection<BorderEvent> events) {
    return new HeardPhrasing(
        phrasing, List.copyOf(new TreeSet<>(events.stream().map(BorderEvent::getType).toList())));
  }

  boolean isAbout(EventType type) {
    return phrasing.types().contains(type);
  }

  boolean reportsNothing() {
    return phrasing.types().isEmpty();
  }

  List<EventType> missed() {
    return phrasing.types().stream().filter(type -> !came.contains(type)).toList();
  }

  /** Types that came and are not in the sentence. */
  List<EventType> wrong() {
    return came.stream().filter(type -> !isAbout(type)).toList();
  }
}
