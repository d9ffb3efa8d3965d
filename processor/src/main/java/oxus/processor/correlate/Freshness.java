package oxus.processor.correlate;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import oxus.schemas.ReportStatus;

/**
 * When the latest voice began to report an incident as done: a voice that repeats itself is no
 * fresh evidence, and news of what is long over counts from when it was over.
 */
final class Freshness {
  private Freshness() {}

  /**
   * Null where nobody reports it as done.
   *
   * @param judged what sources tell that can be judged
   * @param voices theirs, if there are any
   */
  static @Nullable Instant of(List<Told> judged, Voices voices, int nearIdentical) {
    List<Told> done = new ArrayList<>(judged);
    done.removeIf(report -> report.status() != ReportStatus.REPORTED);
    if (done.size() == 1) {
      return freshAt(done.get(0));
    }
    Voices doers = done.size() == judged.size() ? voices : Voices.of(done, nearIdentical);
    Map<String, Instant> first = new HashMap<>();
    for (Told report : done) {
      first.merge(
          doers.of(report), freshAt(report), (one, other) -> one.isBefore(other) ? one : other);
    }
    Instant latest = null;
    for (Instant began : first.values()) {
      latest = latest == null || began.isAfter(latest) ? began : latest;
    }
    return latest;
  }

  private static Instant freshAt(Told report) {
    Instant over = report.over();
    return report.knownAt().isBefore(over) ? report.knownAt() : over;
  }
}
