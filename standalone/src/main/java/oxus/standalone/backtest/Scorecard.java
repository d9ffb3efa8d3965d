package oxus.standalone.backtest;

import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import oxus.standalone.backtest.MilestoneScore.Answer;

/**
 * One run, scored.
 *
 * @param milestones one for each sector of each milestone
 * @param rises every rise of the run
 */
public record Scorecard(
    LevelRun run,
    List<MilestoneScore> milestones,
    List<RiseScore> rises,
    Burden burden,
    SectorDays days) {
  public Scorecard {
    milestones = List.copyOf(milestones);
    rises = List.copyOf(rises);
  }

  Share inDay() {
    return answered(score -> score.inDay() != Answer.NONE, score -> score.inDay() == Answer.RIGHT);
  }

  Share inTwoDays() {
    return answered(
        score -> score.inTwoDays() != Answer.NONE, score -> score.inTwoDays() == Answer.RIGHT);
  }

  Share inDayBelowSevere() {
    return answered(
        score -> score.inDay() != Answer.NONE && !score.isAtSevere(),
        score -> score.inDay() == Answer.RIGHT);
  }

  /** How often a milestone up found the level at SEVERE or above a day later. */
  Share high() {
    return answered(MilestoneScore::isUp, MilestoneScore::standsHigh);
  }

  private Share answered(Predicate<MilestoneScore> counts, Predicate<MilestoneScore> isRight) {
    List<MilestoneScore> counted = milestones.stream().filter(counts).toList();
    return new Share(counted.stream().filter(isRight).count(), counted.size());
  }

  Share justified() {
    return new Share(
        rises.stream().filter(rise -> rise.because().isPresent()).count(), rises.size());
  }

  /** The middle lead over the milestones that have one; the earlier of two middles. */
  Duration lead() {
    List<Duration> leads =
        milestones.stream().flatMap(score -> score.lead().stream()).sorted().toList();
    return leads.isEmpty() ? Duration.ZERO : leads.get((leads.size() - 1) / 2);
  }
}
