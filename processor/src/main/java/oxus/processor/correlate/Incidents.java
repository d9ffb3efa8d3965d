package oxus.processor.correlate;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import oxus.schemas.GradeStep;
import oxus.schemas.Incident;
import oxus.theatre.Policy;

/** Copies of an incident with more of its history; the generated record has no such methods. */
final class Incidents {
  private Incidents() {}

  /** Shaped by these rulings too. */
  static Incident ruled(Incident incident, List<String> rulings, Policy policy) {
    List<String> all = new ArrayList<>(incident.getRulings());
    rulings.stream().filter(ruling -> !all.contains(ruling)).forEach(all::add);
    if (all.size() == incident.getRulings().size()) {
      return incident;
    }
    return copy(incident, incident.getGrades(), latest(all, policy));
  }

  /** With its grade in its history, if that is news. */
  static Incident graded(Incident incident, List<Told> told, Instant at, Policy policy) {
    List<GradeStep> grades = incident.getGrades();
    if (!grades.isEmpty() && grades.get(grades.size() - 1).getGrade().equals(incident.getGrade())) {
      return incident;
    }
    List<GradeStep> all = new ArrayList<>(grades);
    all.add(new GradeStep(at, incident.getGrade(), new IncidentSummary(policy).why(told)));
    return copy(incident, latest(all, policy), incident.getRulings());
  }

  private static <T> List<T> latest(List<T> all, Policy policy) {
    int bound = policy.grading().bounds().history();
    return List.copyOf(all.subList(Math.max(0, all.size() - bound), all.size()));
  }

  private static Incident copy(Incident incident, List<GradeStep> grades, List<String> rulings) {
    return new Incident(
        incident.getId(),
        incident.getReports(),
        incident.getUncounted(),
        incident.getRelation(),
        incident.getType(),
        incident.getStatus(),
        incident.getOccurredFrom(),
        incident.getOccurredTo(),
        incident.getPlaces(),
        incident.getPlaceText(),
        incident.getActors(),
        incident.getGrade(),
        incident.getSources(),
        incident.getDisputed(),
        incident.getUnjudged(),
        incident.getStrength(),
        incident.getRaisedAt().orElse(null),
        incident.getRelations(),
        grades,
        rulings);
  }
}
