package oxus.processor.correlate;

import static oxus.schemas.ReportStatus.DENIED;
import static oxus.schemas.ReportStatus.PLANNED;
import static oxus.schemas.ReportStatus.REPORTED;
import static oxus.schemas.ReportStatus.THREATENED;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import oxus.schemas.BorderEvent;
import oxus.schemas.GradeStep;
import oxus.schemas.Incident;
import oxus.schemas.PlaceRef;
import oxus.schemas.Relation;
import oxus.schemas.ReportStatus;
import oxus.theatre.Policy;

/**
 * What all reports of one incident say together. It follows from the set of reports alone, so
 * neither their order nor what was withdrawn in between shows. Reports of sources that cannot be
 * judged (grade F) count only where nobody else reports.
 */
record IncidentSummary(Policy policy) {

  /** An incident that these reports open. */
  Incident of(String id, List<Told> told) {
    return of(id, told, 0, List.of(), List.of());
  }

  /** The incident with these reports in place of its own; its history stays. */
  Incident of(Incident incident, List<Told> told) {
    return of(
        incident.getId(),
        told,
        incident.getUncounted(),
        incident.getGrades(),
        incident.getRulings());
  }

  Incident of(
      String id, List<Told> told, int uncounted, List<GradeStep> grades, List<String> rulings) {
    List<BorderEvent> reports = told.stream().map(Told::report).toList();
    Sides sides = Sides.of(reports);
    List<BorderEvent> basis = sides.basis();
    List<BorderEvent> spoken = basis.isEmpty() ? reports : basis;
    ReportStatus status = status(basis);
    List<BorderEvent> telling =
        basis.stream().filter(report -> report.getStatus() == status).toList();
    BorderEvent exact = mostExact(telling.isEmpty() ? reports : telling);
    BorderEvent first = telling.isEmpty() ? reports.get(0) : telling.get(0);
    Grade grade = Grade.of(basis, sides.judgedDenials(), reports, policy.grading());
    Relation relation = relation(told);
    List<PlaceRef> places = places(spoken);
    long strength =
        new Weighing(policy).strength(first.getType(), status, relation, places, grade, telling);
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
        placeText(spoken),
        actors(spoken),
        grade.toString(),
        grade.voices().size(),
        grade.denial() > 0,
        sides.judgedAffirmed().isEmpty(),
        strength,
        raisedAt(strength, sides.judgedAffirmed(), relation),
        told.stream().map(Told::relation).toList(),
        grades,
        rulings);
  }

  /**
   * The incident as it is without sources that cannot be judged; as it is when only they report.
   */
  Incident judged(Incident incident) {
    List<Told> told = Told.of(incident);
    List<Told> judged = told.stream().filter(Told::isJudged).toList();
    return judged.isEmpty() || judged.size() == told.size() ? incident : of(incident, judged);
  }

  /** For people: why the incident is graded as it is. */
  String why(Incident incident) {
    Sides sides = Sides.of(incident.getReports());
    return Grade.of(sides.basis(), sides.judgedDenials(), incident.getReports(), policy.grading())
        .why();
  }

  /**
   * The closest way in which the reports bear on the sector. A source that cannot be judged decides
   * it only as long as nobody else reports.
   */
  private Relation relation(List<Told> told) {
    boolean isJudged = told.stream().anyMatch(Told::isJudged);
    return told.stream()
        .filter(each -> each.isJudged() == isJudged)
        .map(Told::relation)
        .min(
            Comparator.comparingDouble((Relation each) -> -policy.weights().share(each))
                .thenComparing(Comparator.naturalOrder()))
        .orElseThrow();
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

  private static String placeText(List<BorderEvent> reports) {
    return reports.stream()
        .map(BorderEvent::getPlaceText)
        .filter(text -> !text.isEmpty())
        .findFirst()
        .orElse("");
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

  /**
   * When the latest voice began to report it as done: a voice that repeats itself is no fresh
   * evidence, and news of what is long over counts from when it was over.
   */
  private @Nullable Instant raisedAt(long strength, List<BorderEvent> judged, Relation relation) {
    if (strength <= 0 || !Told.isNear(relation)) {
      return null;
    }
    List<BorderEvent> done =
        judged.stream().filter(report -> report.getStatus() == REPORTED).toList();
    Voices voices = Voices.of(done, policy.grading().independence().nearIdentical());
    Map<String, Instant> first = new HashMap<>();
    for (BorderEvent report : done) {
      Instant over = Weighing.endOf(report.getOccurredTo());
      Instant fresh = report.getKnownAt().isBefore(over) ? report.getKnownAt() : over;
      first.merge(voices.of(report), fresh, (one, other) -> one.isBefore(other) ? one : other);
    }
    return first.values().stream().max(Comparator.naturalOrder()).orElse(null);
  }
}
