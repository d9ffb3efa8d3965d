package oxus.processor.correlate;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import oxus.schemas.BorderEvent;
import oxus.schemas.EventType;
import oxus.schemas.Incident;
import oxus.schemas.PlaceKind;
import oxus.schemas.PlaceRef;
import oxus.schemas.Relation;
import oxus.theatre.Policy;

/**
 * Decides which incident a report belongs to: same kind of event, an agreeing place or scope,
 * actors that do not contradict, and occurrence intervals that meet within the policy's tolerance.
 */
record IncidentMerge(Policy policy) {
  private static final Set<PlaceKind> WIDE =
      EnumSet.of(PlaceKind.PROVINCE, PlaceKind.RIVER, PlaceKind.COUNTRY);

  /**
   * The incidents with the report merged into the best match, or opened as a new one at the end.
   */
  List<Incident> merge(List<Incident> incidents, BorderEvent report, Relation relation) {
    if (incidents.stream().anyMatch(incident -> holds(incident, report))) {
      return incidents;
    }
    Optional<String> match = match(incidents, report, relation).map(Incident::getId);
    List<Incident> merged = new ArrayList<>(incidents.size() + 1);
    for (Incident incident : incidents) {
      merged.add(
          match.filter(incident.getId()::equals).isPresent()
              ? with(incident, report, relation)
              : incident);
    }
    if (match.isEmpty()) {
      merged.add(new IncidentSummary(policy).of(report.getId(), List.of(report), 0, relation));
    }
    return merged;
  }

  /** A repeat, whatever it would match by now. */
  private static boolean holds(Incident incident, BorderEvent report) {
    return incident.getReports().stream().anyMatch(known -> known.getId().equals(report.getId()));
  }

  private Incident with(Incident incident, BorderEvent report, Relation relation) {
    List<BorderEvent> reports = new ArrayList<>(incident.getReports());
    reports.add(report);
    reports.sort(Comparator.comparing(BorderEvent::getKnownAt).thenComparing(BorderEvent::getId));
    int uncounted = incident.getUncounted();
    if (reports.size() > policy.incidents().keptReports()) {
      reports.remove(leastTelling(reports));
      uncounted++;
    }
    return new IncidentSummary(policy)
        .of(incident.getId(), reports, uncounted, relation(incident, report, relation));
  }

  /**
   * The closest way in which the reports bear on the sector. A source that cannot be judged decides
   * it only as long as nobody else reports.
   */
  private Relation relation(Incident incident, BorderEvent report, Relation relation) {
    if (!IncidentSummary.isJudged(report)) {
      return incident.getRelation();
    }
    boolean isCloser =
        policy.weights().share(relation) > policy.weights().share(incident.getRelation());
    return isRumour(incident) || isCloser ? relation : incident.getRelation();
  }

  private static boolean isRumour(Incident incident) {
    return incident.getReports().stream().noneMatch(IncidentSummary::isJudged);
  }

  /**
   * The latest report of the voice that is heard most: dropping it changes neither voices nor the
   * first words of any. Sources that cannot be judged crowd nobody out.
   */
  private static BorderEvent leastTelling(List<BorderEvent> reports) {
    return reports.stream()
        .max(
            Comparator.comparing((BorderEvent report) -> !IncidentSummary.isJudged(report))
                .thenComparing(report -> heard(reports, report))
                .thenComparing(BorderEvent::getKnownAt)
                .thenComparing(BorderEvent::getId))
        .orElseThrow();
  }

  private static long heard(List<BorderEvent> reports, BorderEvent of) {
    return reports.stream()
        .filter(
            report ->
                Voices.of(report).equals(Voices.of(of)) && report.getStatus() == of.getStatus())
        .count();
  }

  /**
   * Sources that cannot be judged must not decide which reports belong together, so a report that
   * can be judged sees an incident without theirs, and joins what only they report last.
   */
  private Optional<Incident> match(
      List<Incident> incidents, BorderEvent report, Relation relation) {
    if (!IncidentSummary.isJudged(report)) {
      return best(incidents, report, relation);
    }
    IncidentSummary summary = new IncidentSummary(policy);
    List<Incident> judged =
        incidents.stream().filter(incident -> !isRumour(incident)).map(summary::judged).toList();
    return best(judged, report, relation)
        .or(
            () ->
                best(
                    incidents.stream().filter(IncidentMerge::isRumour).toList(), report, relation));
  }

  private Optional<Incident> best(List<Incident> incidents, BorderEvent report, Relation relation) {
    return incidents.stream()
        .filter(incident -> policy.incidents().sameKind(incident.getType(), report.getType()))
        .filter(incident -> agreeInPlace(incident, report, relation))
        .filter(incident -> agreeInActors(incident, report))
        .filter(
            incident ->
                gap(incident, report) <= policy.incidents().toleranceFor(report.getType()).toDays())
        .min(
            Comparator.comparing((Incident incident) -> !sharePlace(incident, report))
                .thenComparing(incident -> incident.getType() != report.getType())
                .thenComparing(incident -> gap(incident, report))
                .thenComparing(incident -> incident.getReports().get(0).getId()));
  }

  /**
   * Reports that both name known places must share one; else how they bear on the sector decides.
   */
  private static boolean agreeInPlace(Incident incident, BorderEvent report, Relation relation) {
    if (sharePlace(incident, report)) {
      return true;
    }
    boolean bothPlaced = !incident.getPlaces().isEmpty() && !report.getPlaces().isEmpty();
    return incident.getRelation() == relation && !bothPlaced;
  }

  private static boolean sharePlace(Incident incident, BorderEvent report) {
    boolean sameType = incident.getType() == report.getType();
    List<PlaceRef> places = narrowest(report.getPlaces());
    return narrowest(incident.getPlaces()).stream()
        .anyMatch(one -> places.stream().anyMatch(other -> samePlace(one, other, sameType)));
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
    List<PlaceRef> narrow =
        places.stream().filter(place -> !WIDE.contains(place.getKind())).toList();
    return narrow.isEmpty() ? places : narrow;
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
    long before = daysFrom(incident.getOccurredTo(), report.getOccurredFrom());
    long after = daysFrom(report.getOccurredTo(), incident.getOccurredFrom());
    return Math.max(0, Math.max(before, after));
  }

  private static long daysFrom(LocalDate one, LocalDate other) {
    return ChronoUnit.DAYS.between(one, other);
  }
}
