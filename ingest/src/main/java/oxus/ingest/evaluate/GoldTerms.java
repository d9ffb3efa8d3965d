package oxus.ingest.evaluate;

import java.util.Arrays;
import java.util.stream.Collectors;
import oxus.schemas.EventType;

/** The event types as people write them in gold. */
final class GoldTerms {
  private GoldTerms() {}

  /**
   * The type of this name; OTHER is none that a person may code.
   *
   * @throws BadGoldException when there is none
   */
  static EventType type(String text) {
    return Arrays.stream(EventType.values())
        .filter(type -> type != EventType.OTHER && type.name().equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                new BadGoldException("type '" + text + "' is unknown", "use one of " + allTypes()));
  }

  private static String allTypes() {
    return Arrays.stream(EventType.values())
        .filter(type -> type != EventType.OTHER)
        .map(EventType::name)
        .collect(Collectors.joining(", "));
  }
}
