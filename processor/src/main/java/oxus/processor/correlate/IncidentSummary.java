package oxus.processor.correlate;

import static oxus.schemas.ReportStatus.DENIED;
import static oxus.schemas.ReportStatus.PLANNED;
import static oxus.schemas.ReportStatus.REPORTED;
import static oxus.schemas.ReportStatus.THREATENED;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import oxus.schemas.BorderEvent;
import oxus.schemas.Incident;
import oxus.schemas.PlaceRef;
import oxus.schemas.Relation;
import oxus.schemas.Reliability;
import oxus.schemas.ReportStatus;
import oxus.theatre.Policy;

/**
 * What all reports of one incident say together. It follows from the set of reports alone, so
 * neither their order nor what was withdrawn in between shows. Reports of sources that cannot be
 * judged (grade F) count only where nobody else reports.
 */
record IncidentSummary(Policy policy) {

  Incident of(String id, List<BorderEvent> reports, int uncounted, Relation relation) {
    List<BorderEvent> judged = reports.stream().filter(IncidentSummary::isJudged).toList();
    List<BorderEvent> affirmed =
        reports.stream().filter(report -> report.getStatus() != DENIED).toList();
    List<BorderEvent> judgedAffirmed = affirmed.stream().filter(IncidentSummary::isJudged).toList();
    List<BorderEvent> basis = judgedAffirmed.isEmpty() ? affirmed : judgedAffirmed;
    ReportStatus status = status(basis);
    List<BorderEvent> telling =
        basis.stream().filter(report -> report.getStatus() == status).toList();
    BorderEvent exact = mostExact(telling.isEmpty() ? reports : telling);
    boolean disputed = judged.stream().anyMatch(report -> report.getStatus() == DENIED);
    Grade grade = Grade.of(basis.isEmpty() ? reports : basis, disputed);
    BorderEvent first = telling.isEmpty() ? reports.get(0) : telling.get(0);
    List<BorderEvent> spoken = basis.isEmpty() ? reports : basis;
    List<PlaceRef> places = places(spoken);
    long strength =
        new Weighing(policy)
            .strength(first.getType(), status, relation, places, grade, disputed, telling);
    return new Incident(
        id,
        reports,
        uncounted,
        relation,
        first.getType(),
        status,
        exact.getOccurredFrom(),
        exact.getOccurredTo(),
        places,
        spoken.stream()
            .map(BorderEvent::getPlaceText)
            .filter(text -> !text.isEmpty())
            .findFirst()
            .orElse(""),
        actors(spoken),
        grade.toString(),
        Voices.count(spoken),
        disputed,
        judgedAffirmed.isEmpty(),
        strength,
        raisedAt(strength, judgedAffirmed, relation));
  }

  /**
   * The incident as it is without sources that cannot be judged; as it is when only they report.
   */
  Incident judged(Incident incident) {
    List<BorderEvent> judged =
        incident.getReports().stream().filter(IncidentSummary::isJudged).toList();
    if (judged.isEmpty() || judged.size() == incident.getReports().size()) {
      return incident;
    }
    return of(incident.getId(), judged, incident.getUncounted(), incident.getRelation());
  }

  static boolean isJudged(BorderEvent report) {
    return report.getReliability() != Reliability.F;
  }

  private static ReportStatus status(List<BorderEvent> affirmed) {
    for (ReportStatus status : List.of(REPORTED, PLANNED, THREATENED)) {
      if (affirmed.stream().anyMatch(report -> report.getStatus() == status)) {
        return status;
      }
    }
    return DENIED;
  }

  private static BorderEvent mostExact(List<BorderEvent> reports) {
    return reports.stream()
        .min(
            Comparator.comparingLong(
                report ->
                    ChronoUnit.DAYS.between(report.getOccurredFrom(), report.getOccurredTo())))
        .orElseThrow();
  }

  private static List<PlaceRef> places(List<BorderEvent> reports) {
    Map<String, PlaceRef> places = new LinkedHashMap<>();
    for (BorderEvent report : reports) {
      report.getPlaces().forEach(place -> places.putIfAbsent(place.getId(), place));
    }
    return List.copyOf(places.values());
  }

  private static List<String> actors(List<BorderEvent> reports) {
    Set<String> actors = new LinkedHashSet<>();
    reports.forEach(report -> report.getInitiator().ifPresent(actors::add));
    if (actors.isEmpty()) {
      return List.of();
    }
    reports.forEach(report -> report.getTarget().ifPresent(actors::add));
    return List.copyOf(actors);
  }

  private static @Nullable Instant raisedAt(
      long strength, List<BorderEvent> judged, Relation relation) {
    if (strength <= 0 || (relation != Relation.OWN && relation != Relation.BORDER)) {
      return null;
    }
    Optional<Instant> latest =
        judged.stream()
            .filter(report -> report.getStatus() == REPORTED)
            .map(BorderEvent::getKnownAt)
            .max(Comparator.naturalOrder());
    return latest.orElse(null);
  }
}
