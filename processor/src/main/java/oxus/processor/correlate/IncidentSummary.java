package oxus.processor.correlate;

import static oxus.schemas.ReportStatus.DENIED;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
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
    List<BorderEvent> reports = Told.reports(told);
    Sides sides = Sides.of(reports);
    List<BorderEvent> basis = sides.basis();
    List<BorderEvent> spoken = basis.isEmpty() ? reports : basis;
    ReportStatus status = status(basis);
    List<BorderEvent> telling = ofStatus(status, basis);
    BorderEvent exact = mostExact(telling.isEmpty() ? reports : telling);
    BorderEvent first = telling.isEmpty() ? reports.get(0) : telling.get(0);
    int nearIdentical = policy.grading().independence().nearIdentical();
    Voices voices = Voices.of(basis, nearIdentical);
    Grade grade = Grade.of(basis, voices, sides.judgedDenials(), reports, policy.grading());
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
        strength > 0 && Told.isNear(relation)
            ? Freshness.of(sides.judgedAffirmed(), voices, nearIdentical)
            : null,
        relations(told),
        grades,
        rulings);
  }

  /**
   * The incident as it is without sources that cannot be judged; as it is when only they report.
   */
  Incident judged(Incident incident) {
    if (!isMixed(incident.getReports())) {
      return incident;
    }
    List<Told> judged = Told.of(incident);
    judged.removeIf(each -> !each.isJudged());
    return of(incident, judged);
  }

  private static boolean isMixed(List<BorderEvent> reports) {
    boolean anyJudged = false;
    boolean allJudged = true;
    for (BorderEvent report : reports) {
      anyJudged |= Told.isJudged(report);
      allJudged &= Told.isJudged(report);
    }
    return anyJudged && !allJudged;
  }

  /** For people: why the incident is graded as it is. */
  String why(Incident incident) {
    Sides sides = Sides.of(incident.getReports());
    Voices voices = Voices.of(sides.basis(), policy.grading().independence().nearIdentical());
    Grade grade =
        Grade.of(
            sides.basis(), voices, sides.judgedDenials(), incident.getReports(), policy.grading());
    return grade.why();
  }

  /**
   * The closest way in which the reports bear on the sector. A source that cannot be judged decides
   * it only as long as nobody else reports.
   */
  private Relation relation(List<Told> told) {
    boolean anyJudged = false;
    for (Told each : told) {
      anyJudged |= each.isJudged();
    }
    Relation closest = null;
    for (Told each : told) {
      boolean counts = each.isJudged() == anyJudged;
      if (counts && (closest == null || isCloser(each.relation(), closest))) {
        closest = each.relation();
      }
    }
    return Objects.requireNonNull(closest, "an incident without a report");
  }

  private boolean isCloser(Relation one, Relation other) {
    int bears = Double.compare(policy.weights().share(one), policy.weights().share(other));
    return bears > 0 || (bears == 0 && one.compareTo(other) < 0);
  }

  private static List<Relation> relations(List<Told> told) {
    List<Relation> relations = new ArrayList<>(told.size());
    for (Told each : told) {
      relations.add(each.relation());
    }
    return List.copyOf(relations);
  }

  private static List<BorderEvent> ofStatus(ReportStatus status, List<BorderEvent> reports) {
    List<BorderEvent> telling = new ArrayList<>(reports.size());
    for (BorderEvent report : reports) {
      if (report.getStatus() == status) {
        telling.add(report);
      }
    }
    return telling;
  }

  private static ReportStatus status(List<BorderEvent> affirmed) {
    ReportStatus firmest = DENIED;
    for (BorderEvent report : affirmed) {
      firmest = report.getStatus().compareTo(firmest) < 0 ? report.getStatus() : firmest;
    }
    return firmest;
  }

  private static BorderEvent mostExact(List<BorderEvent> reports) {
    BorderEvent exact = reports.get(0);
    long fewest = days(exact);
    for (BorderEvent report : reports) {
      long days = days(report);
      exact = days < fewest ? report : exact;
      fewest = Math.min(fewest, days);
    }
    return exact;
  }

  private static long days(BorderEvent report) {
    return report.getOccurredTo().equals(report.getOccurredFrom())
        ? 0
        : report.getOccurredTo().toEpochDay() - report.getOccurredFrom().toEpochDay();
  }

  private static List<PlaceRef> places(List<BorderEvent> reports) {
    List<PlaceRef> places = new ArrayList<>();
    for (BorderEvent report : reports) {
      for (PlaceRef place : report.getPlaces()) {
        if (isNew(place, places)) {
          places.add(place);
        }
      }
    }
    return List.copyOf(places);
  }

  private static boolean isNew(PlaceRef place, List<PlaceRef> places) {
    for (PlaceRef known : places) {
      if (known.getId().equals(place.getId())) {
        return false;
      }
    }
    return true;
  }

  private static String placeText(List<BorderEvent> reports) {
    for (BorderEvent report : reports) {
      if (!report.getPlaceText().isEmpty()) {
        return report.getPlaceText();
      }
    }
    return "";
  }

  private static List<String> actors(List<BorderEvent> reports) {
    List<String> actors = new ArrayList<>(2);
    for (BorderEvent report : reports) {
      addNew(report.getInitiator(), actors);
    }
    if (actors.isEmpty()) {
      return List.of();
    }
    for (BorderEvent report : reports) {
      addNew(report.getTarget(), actors);
    }
    return List.copyOf(actors);
  }

  private static void addNew(Optional<String> actor, List<String> actors) {
    if (actor.isPresent() && !actors.contains(actor.get())) {
      actors.add(actor.get());
    }
  }
}
