package oxus.ingest.intake;

import java.util.List;
import oxus.schemas.BorderEvent;

/**
 * Which state of its article a publisher has come to. A publisher may return to an earlier state,
 * so a revision alone does not tell where an article stands.
 *
 * @param number 1 for the first state that was taken in
 */
public record Version(String revision, int number) {
  /** No version before the third can be a return. */
  private static final int FIRST_RETURN = 3;

  static Version first(String revision) {
    return new Version(revision, 1);
  }

  Version next(String nextRevision) {
    return new Version(nextRevision, number + 1);
  }

  /**
   * Its events by names of their own: where the publisher returns to an earlier state, the events
   * of that state were withdrawn, and a name that was withdrawn never counts again.
   */
  List<BorderEvent> named(List<BorderEvent> events) {
    return number < FIRST_RETURN ? events : events.stream().map(this::named).toList();
  }

  private BorderEvent named(BorderEvent event) {
    return BorderEvent.newBuilder(event).setId(event.getId() + "-" + number).build();
  }

  /** As it is stored. */
  public String text() {
    return revision + " " + number;
  }

  /** Reads what was stored; what an older Oxus stored tells no number and may be a return. */
  public static Version parse(String text) {
    int space = text.indexOf(' ');
    return space < 0
        ? new Version(text, FIRST_RETURN - 1)
        : new Version(text.substring(0, space), Integer.parseInt(text.substring(space + 1)));
  }
}
