package oxus.processor.correlate;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import oxus.schemas.Coverage;
import oxus.schemas.Heard;
import oxus.theatre.Grading;
import oxus.theatre.Policy;

/**
 * How well a sector is being seen: by how many publishers or agencies within the policy's window.
 * Echoes of elsewhere and sources that cannot be judged see nothing.
 */
final class Watch {
  private static final Comparator<Heard> LATEST_FIRST =
      Comparator.comparing(Heard::getAt).reversed().thenComparing(Heard::getVoice);

  private Watch() {}

  static Coverage coverage(List<Heard> heard, Instant time, Policy policy) {
    Grading.Coverage bounds = policy.grading().coverage();
    long since = time.toEpochMilli() - bounds.window().toMillis();
    int voices = 0;
    for (Heard one : heard) {
      voices += one.getAt().toEpochMilli() > since ? 1 : 0;
    }
    if (voices >= bounds.normal()) {
      return Coverage.NORMAL;
    }
    return voices > 0 ? Coverage.THIN : Coverage.BLIND;
  }

  /** When coverage may get worse by time alone, epoch milliseconds; never: it is none already. */
  static long lapses(List<Heard> heard, long now, Policy policy) {
    long window = policy.grading().coverage().window().toMillis();
    long first = Remembered.NEVER;
    for (Heard one : heard) {
      long lapse = one.getAt().toEpochMilli() + window;
      first = lapse > now ? Math.min(first, lapse) : first;
    }
    return first;
  }

  /** With a report's voice; no more voices than normal coverage takes, the latest. */
  static List<Heard> with(List<Heard> heard, Told told, Policy policy) {
    if (!told.isJudged() || !Told.isNear(told.relation())) {
      return heard;
    }
    Heard now = new Heard(Voices.desk(told.report()), told.report().getKnownAt());
    List<Heard> all = new ArrayList<>();
    boolean isLatest = true;
    for (Heard one : heard) {
      boolean same = one.getVoice().equals(now.getVoice());
      isLatest &= !same || !one.getAt().isAfter(now.getAt());
      if (!same) {
        all.add(one);
      }
    }
    if (!isLatest) {
      return heard;
    }
    all.add(now);
    all.sort(LATEST_FIRST);
    return List.copyOf(all.subList(0, Math.min(all.size(), policy.grading().coverage().normal())));
  }
}
