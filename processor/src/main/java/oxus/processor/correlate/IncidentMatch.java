package oxus.processor.correlate;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import oxus.schemas.BorderEvent;
import oxus.schemas.EventType;
import oxus.schemas.Incident;
import oxus.schemas.PlaceKind;
import oxus.schemas.PlaceRef;
import oxus.theatre.Policy;

/**
 * Finds the incident that a report tells of: same kind of event, an agreeing place or scope, actors
 * that do not contradict, and occurrence intervals that meet within the policy's tolerance.
 */
final class IncidentMatch {
  private static final Set<PlaceKind> WIDE =
      EnumSet.of(PlaceKind.PROVINCE, PlaceKind.RIVER, PlaceKind.COUNTRY);

  private final Policy policy;

  /** By type, the marks of all types of its kind. */
  private final Map<EventType, Long> kinds = new EnumMap<>(EventType.class);

  IncidentMatch(Policy policy) {
    this.policy = policy;
    for (EventType type : EventType.values()) {
      long kind = 0;
      for (EventType other : EventType.values()) {
        boolean isKin = policy.incidents().sameKind(other, type);
        kind |= isKin ? Marks.of(other) : 0;
      }
      kinds.put(type, kind);
    }
  }

  /** How well an incident fits; the lesser the better. */
  private record Fit(
      Remembered incident, boolean apart, boolean otherType, long gap, String firstReport)
      implements Comparable<Fit> {
    @Override
    public int compareTo(Fit other) {
      if (apart != other.apart) {
        return apart ? 1 : -1;
      }
      if (otherType != other.otherType) {
        return otherType ? 1 : -1;
      }
      if (gap != other.gap) {
        return Long.compare(gap, other.gap);
      }
      return firstReport.compareTo(other.firstReport);
    }
  }

  /**
   * Sources that cannot be judged must not decide which reports belong together, so a report that
   * can be judged sees an incident without theirs, and joins what only they report last.
   */
  Optional<Remembered> of(Told told, Columns incidents) {
    boolean isJudged = told.isJudged();
    long kind = kinds.getOrDefault(told.report().getType(), 0L);
    long tolerance = policy.incidents().toleranceFor(told.report().getType()).toDays();
    Fit best = null;
    Fit bestRumour = null;
    for (int row = 0; row < incidents.size(); row++) {
      if (!incidents.mayBeAnyOf(row, kind)) {
        continue;
      }
      Remembered remembered = incidents.row(row);
      Incident seen = isJudged ? remembered.spoken() : remembered.incident();
      if (!agrees(seen, told, tolerance)) {
        continue;
      }
      Fit fit = fit(remembered, seen, told);
      if (isJudged && remembered.isRumour()) {
        bestRumour = bestRumour == null || fit.compareTo(bestRumour) < 0 ? fit : bestRumour;
      } else {
        best = best == null || fit.compareTo(best) < 0 ? fit : best;
      }
    }
    return Optional.ofNullable(best == null ? bestRumour : best).map(Fit::incident);
  }

  private boolean agrees(Incident incident, Told told, long tolerance) {
    BorderEvent report = told.report();
    return policy.incidents().sameKind(incident.getType(), report.getType())
        && gap(incident, report) <= tolerance
        && agreeInActors(incident, report)
        && agreeInPlace(incident, told);
  }

  private static Fit fit(Remembered incident, Incident seen, Told told) {
    BorderEvent report = told.report();
    return new Fit(
        incident,
        !sharePlace(seen, report),
        seen.getType() != report.getType(),
        gap(seen, report),
        firstReport(seen.getReports(), told.isJudged()));
  }

  /** The first report that counts for what is told; the first of all where none does. */
  private static String firstReport(List<BorderEvent> reports, boolean isJudged) {
    for (BorderEvent report : reports) {
      if (!isJudged || Told.isJudged(report)) {
        return report.getId();
      }
    }
    return reports.get(0).getId();
  }

  /**
   * Reports that both name known places must share one; else how they bear on the sector decides.
   */
  private static boolean agreeInPlace(Incident incident, Told told) {
    if (sharePlace(incident, told.report())) {
      return true;
    }
    boolean bothPlaced = !incident.getPlaces().isEmpty() && !told.report().getPlaces().isEmpty();
    return incident.getRelation() == told.relation() && !bothPlaced;
  }

  private static boolean sharePlace(Incident incident, BorderEvent report) {
    if (incident.getPlaces().isEmpty() || report.getPlaces().isEmpty()) {
      return false;
    }
    boolean sameType = incident.getType() == report.getType();
    List<PlaceRef> places = narrowest(report.getPlaces());
    for (PlaceRef one : narrowest(incident.getPlaces())) {
      for (PlaceRef other : places) {
        if (samePlace(one, other, sameType)) {
          return true;
        }
      }
    }
    return false;
  }

  /**
   * A place and the one that it lies in may be one to reporters of one type of event; of kin types,
   * a crossing and its district are two things that were taken.
   */
  private static boolean samePlace(PlaceRef one, PlaceRef other, boolean sameType) {
    return one.getId().equals(other.getId())
        || (sameType
            && (one.getWithin().filter(other.getId()::equals).isPresent()
                || other.getWithin().filter(one.getId()::equals).isPresent()));
  }

  /** A province or river named beside a town only says where the town is. */
  private static List<PlaceRef> narrowest(List<PlaceRef> places) {
    boolean anyWide = false;
    boolean allWide = true;
    for (PlaceRef place : places) {
      boolean isWide = WIDE.contains(place.getKind());
      anyWide |= isWide;
      allWide &= isWide;
    }
    if (!anyWide || allWide) {
      return places;
    }
    return places.stream().filter(place -> !WIDE.contains(place.getKind())).toList();
  }

  /** Talks have no direction; for everything else the doers must not contradict each other. */
  private static boolean agreeInActors(Incident incident, BorderEvent report) {
    List<String> named = incident.getActors();
    if (named.isEmpty() || report.getInitiator().isEmpty()) {
      return true;
    }
    if (report.getType() == EventType.TALKS) {
      return named.contains(report.getInitiator().get())
          || report.getTarget().filter(named::contains).isPresent();
    }
    return named.get(0).equals(report.getInitiator().get());
  }

  /** Whole days between the two occurrence intervals; 0 when they meet. */
  private static long gap(Incident incident, BorderEvent report) {
    long before = report.getOccurredFrom().toEpochDay() - incident.getOccurredTo().toEpochDay();
    long after = incident.getOccurredFrom().toEpochDay() - report.getOccurredTo().toEpochDay();
    return Math.max(0, Math.max(before, after));
  }
}
