package oxus.processor.correlate;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import oxus.schemas.BorderEvent;
import oxus.theatre.Policy;

/**
 * Chooses the report that an incident can do without when it holds more than the policy keeps: the
 * latest copy of another, else the latest of the voice that is heard most. Dropping it changes
 * neither voices nor the first words of any. Sources that cannot be judged crowd nobody out.
 */
record Crowding(Policy policy) {

  Told leastTelling(List<Told> told) {
    List<BorderEvent> reports = Told.reports(told);
    Voices voices = Voices.of(told, policy.grading().independence().nearIdentical());
    Map<String, Integer> heard = new HashMap<>();
    for (Told each : told) {
      heard.merge(voice(voices, each), 1, Integer::sum);
    }
    return told.stream()
        .max(
            Comparator.comparing((Told each) -> isCopy(each.report(), reports))
                .thenComparing(each -> !each.isJudged())
                .thenComparing(each -> heard.getOrDefault(voice(voices, each), 0))
                .thenComparing(Told.ORDER))
        .orElseThrow();
  }

  private static String voice(Voices voices, Told report) {
    return report.isJudged() + " " + report.status() + " " + voices.of(report);
  }

  /** Whether another report says the same, in the same voice. */
  private boolean isCopy(BorderEvent report, List<BorderEvent> reports) {
    int bits = policy.grading().independence().nearIdentical();
    return reports.stream()
        .anyMatch(
            other ->
                !other.getId().equals(report.getId())
                    && Copies.saysTheSame(report, other)
                    && Grade.standing(report) == Grade.standing(other)
                    && report.getClaimant().equals(other.getClaimant())
                    && Copies.isOneVoice(report, other, bits));
  }
}
