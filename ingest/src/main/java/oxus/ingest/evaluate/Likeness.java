package oxus.ingest.evaluate;

import java.time.LocalDate;
import oxus.schemas.BorderEvent;

/**
 * How well an extracted event fits a gold event.
 *
 * @param theatre scope id of the whole theatre
 */
record Likeness(String theatre) {
  /** Coders and texts differ by a day or two: time zones, "overnight", the day of the report. */
  private static final int GRACE_DAYS = 3;

  // Twice the points, so that the half point for a required event is whole.
  private static final int MATCH = 2;
  private static final int SAME_PASSAGE = 8;
  private static final int DATES_OVERLAP = 4;
  private static final int SCOPE_EXACT = 2;
  private static final int STATUS_RIGHT = 2;
  private static final int REQUIRED = 1;

  /**
   * Zero when the two are not the same event: other type, scopes on no common chain, or neither the
   * same passage nor dates that overlap.
   */
  int of(BorderEvent event, GoldEvent gold) {
    if (!gold.types().contains(event.getType()) || !sharesChain(event, gold)) {
      return 0;
    }
    boolean passage = Passage.carries(event.getEvidence().get(0).getQuote(), gold.cue());
    boolean dates = datesOverlap(event, gold);
    if (!passage && !dates) {
      return 0;
    }
    Fit fit = fit(event, gold);
    return MATCH
        + (passage ? SAME_PASSAGE : 0)
        + (dates ? DATES_OVERLAP : 0)
        + (fit.scopeExact() ? SCOPE_EXACT : 0)
        + (fit.statusRight() ? STATUS_RIGHT : 0)
        + (gold.required() ? REQUIRED : 0);
  }

  Fit fit(BorderEvent event, GoldEvent gold) {
    return new Fit(
        !event.getScopes().isEmpty() && gold.scopes().containsAll(event.getScopes()),
        datesWithin(event, gold),
        gold.statuses().contains(event.getStatus()));
  }

  private boolean sharesChain(BorderEvent event, GoldEvent gold) {
    return event.getScopes().stream()
        .anyMatch(scope -> gold.scopes().stream().anyMatch(other -> isOnOneChain(scope, other)));
  }

  /** Whether one scope is or contains the other; the theatre only vouches for whole borders. */
  private boolean isOnOneChain(String scope, String other) {
    if (scope.equals(other)) {
      return true;
    }
    if (scope.equals(theatre) || other.equals(theatre)) {
      return !(scope.equals(theatre) ? other : scope).contains("/");
    }
    return scope.startsWith(other + "/") || other.startsWith(scope + "/");
  }

  private static boolean datesOverlap(BorderEvent event, GoldEvent gold) {
    return !event.getOccurredFrom().minusDays(GRACE_DAYS).isAfter(gold.to())
        && !gold.from().isAfter(event.getOccurredTo().plusDays(GRACE_DAYS));
  }

  private static boolean datesWithin(BorderEvent event, GoldEvent gold) {
    LocalDate from = event.getOccurredFrom();
    LocalDate to = event.getOccurredTo();
    return !gold.from().minusDays(GRACE_DAYS).isAfter(from)
        && !from.isAfter(to)
        && !to.isAfter(gold.to().plusDays(GRACE_DAYS));
  }
}
