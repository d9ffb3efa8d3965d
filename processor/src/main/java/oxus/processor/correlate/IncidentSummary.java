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
    Sides sides = Sides.of(told);
    List<Told> basis = sides.basis();
    List<Told> spoken = basis.isEmpty() ? told : basis;
    ReportStatus status = status(basis);
    List<Told> telling = ofStatus(status, basis);
    BorderEvent exact = mostExact(telling.isEmpty() ? told : telling).report();
    Told first = telling.isEmpty() ? told.get(0) : telling.get(0);
    int nearIdentical = policy.grading().independence().nearIdentical();
    Voices voices = Voices.of(basis, nearIdentical);
    Grade grade = Grade.of(basis, voices, sides.judgedDenials(), told, policy.grading());
    Relation relation = relation(told);
    List<PlaceRef> places = places(spoken);
    long strength =
        new Weighing(policy).strength(first.type(), status, relation, places, grade, telling);
    return new Incident(
        id,
        reports,
        uncounted,
        relation,
        first.type(),
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
  Incident judged(Incident incident, List<Told> told) {
    if (!isMixed(told)) {
      return incident;
    }
    List<Told> judged = new ArrayList<>(told);
    judged.removeIf(each -> !each.isJudged());
    return of(incident, judged);
  }

  private static boolean isMixed(List<Told> reports) {
    boolean anyJudged = false;
    boolean allJudged = true;
    for (Told report : reports) {
      anyJudged |= report.isJudged();
      allJudged &= report.isJudged();
    }
    return anyJudged && !allJudged;
  }

  /** For people: why the incident is graded as it is. */
  String why(List<Told> told) {
    Sides sides = Sides.of(told);
    Voices voices = Voices.of(sides.basis(), policy.grading().independence().nearIdentical());
    Grade grade = Grade.of(sides.basis(), voices, sides.judgedDenials(), told, policy.grading());
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

  private static List<Told> ofStatus(ReportStatus status, List<Told> reports) {
    List<Told> telling = new ArrayList<>(reports.size());
    for (Told report : reports) {
      if (report.status() == status) {
        telling.add(report);
      }
    }
    return telling;
  }

  private static ReportStatus status(List<Told> affirmed) {
    ReportStatus firmest = DENIED;
    for (Told report : affirmed) {
      firmest = report.status().compareTo(firmest) < 0 ? report.status() : firmest;
    }
    return firmest;
  }

  private static Told mostExact(List<Told> reports) {
    Told exact = reports.get(0);
    for (Told report : reports) {
      exact = report.daysOpen() < exact.daysOpen() ? report : exact;
    }
    return exact;
  }

  private static List<PlaceRef> places(List<Told> reports) {
    List<PlaceRef> places = new ArrayList<>();
    for (Told report : reports) {
      for (PlaceRef place : report.places()) {
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

  private static String placeText(List<Told> reports) {
    for (Told report : reports) {
      if (!report.report().getPlaceText().isEmpty()) {
        return report.report().getPlaceText();
      }
    }
    return "";
  }

  private static List<String> actors(List<Told> reports) {
    List<String> actors = new ArrayList<>(2);
    for (Told report : reports) {
      addNew(report.report().getInitiator(), actors);
    }
    if (actors.isEmpty()) {
      return List.of();
    }
    for (Told report : reports) {
      addNew(report.report().getTarget(), actors);
    }
    return List.copyOf(actors);
  }

  private static void addNew(Optional<String> actor, List<String> actors) {
    if (actor.isPresent() && !actors.contains(actor.get())) {
      actors.add(actor.get());
    }
  }
}
