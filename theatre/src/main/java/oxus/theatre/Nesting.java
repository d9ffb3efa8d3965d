package oxus.theatre;

import java.util.Iterator;
import java.util.OptionalInt;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;

/** Finds YAML that is nested deeper than anything made by hand: reading it whole takes a stack. */
final class Nesting {
  static final int DEEPEST = 50;

  private Nesting() {}

  /** The line on which it becomes too deep; empty when it does not. */
  static OptionalInt tooDeep(LoadSettings settings, String text) {
    int depth = 0;
    Iterator<Event> events = new Parse(settings).parseString(text).iterator();
    while (events.hasNext()) {
      Event event = events.next();
      depth += change(event.getEventId());
      if (depth > DEEPEST) {
        return OptionalInt.of(event.getStartMark().map(mark -> mark.getLine() + 1).orElse(0));
      }
    }
    return OptionalInt.empty();
  }

  private static int change(Event.ID event) {
    if (event == Event.ID.MappingStart || event == Event.ID.SequenceStart) {
      return 1;
    }
    return event == Event.ID.MappingEnd || event == Event.ID.SequenceEnd ? -1 : 0;
  }
}
