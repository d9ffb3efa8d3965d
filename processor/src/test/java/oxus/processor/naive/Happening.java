package oxus.processor.naive;

import java.util.List;
import oxus.schemas.GradeStep;

/**
 * An incident: its reports in order, and the little of its history that they do not tell.
 *
 * @param uncounted reports left out because there were too many
 */
record Happening(
    String id, List<Heard> told, int uncounted, List<GradeStep> grades, List<String> rulings) {
  Happening {
    told = told.stream().sorted().toList();
    grades = List.copyOf(grades);
    rulings = List.copyOf(rulings);
  }

  Happening with(List<Heard> other) {
    return new Happening(id, other, uncounted, grades, rulings);
  }

  boolean holds(String event) {
    return told.stream().anyMatch(heard -> heard.report().getId().equals(event));
  }
}
