package oxus.processor.correlate;

import java.util.List;
import oxus.schemas.BorderEvent;

/**
 * Tells independent reports from reprints: what one agency or one publisher says is one voice,
 * however often printed.
 */
final class Voices {
  private Voices() {}

  /** The wire credit if there is one, else the publisher's family. */
  static String of(BorderEvent report) {
    return report.getWire().orElseGet(report::getPublisherFamily);
  }

  static int count(List<BorderEvent> reports) {
    return (int) reports.stream().map(Voices::of).distinct().count();
  }
}
