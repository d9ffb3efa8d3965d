package oxus.processor.correlate;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
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
    int voices = 0;
    for (Heard one : heard) {
      voices += one.getAt().plus(bounds.window()).isAfter(time) ? 1 : 0;
    }
    if (voices >= bounds.normal()) {
      return Coverage.NORMAL;
    }
    return voices > 0 ? Coverage.THIN : Coverage.BLIND;
  }

  /** When coverage may get worse by time alone. */
  static Optional<Instant> lapses(List<Heard> heard, Instant now, Policy policy) {
    Optional<Instant> first = Optional.empty();
    for (Heard one : heard) {
      Instant lapse = one.getAt().plus(policy.grading().coverage().window());
      if (lapse.isAfter(now) && !first.filter(lapse::isAfter).isPresent()) {
        first = Optional.of(lapse);
      }
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
