package oxus.standalone.backtest;

import java.util.List;

/** Scores runs of one history against its milestones, all by the same measures. */
public record Backtest(Facts facts, List<Milestone> milestones) {
  public Backtest {
    milestones = List.copyOf(milestones);
  }

  public Scorecard score(LevelRun run) {
    return new Scorecard(
        run,
        milestones.stream()
            .flatMap(
                milestone ->
                    milestone.sectors().stream()
                        .map(sector -> MilestoneScore.of(milestone, run.of(sector))))
            .toList(),
        run.histories().stream()
            .flatMap(
                history ->
                    history.moves().stream()
                        .filter(Move::isRise)
                        .map(rise -> RiseScore.of(history.sector(), rise, milestones, facts)))
            .toList(),
        Burden.of(run, facts),
        SectorDays.of(run, facts));
  }
}
