package oxus.processor.correlate;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import oxus.processor.correlate.Score.Share;
import oxus.schemas.AssessmentCause;
import oxus.schemas.Distance;
import oxus.schemas.Outlook;
import oxus.schemas.RuleHeld;
import oxus.schemas.SectorState;
import oxus.schemas.StepDown;
import oxus.schemas.ThreatLevel;
import oxus.schemas.WithoutSource;
import oxus.theatre.Policy;

/**
 * What would move a sector's level: a source that turned out wrong, more evidence, less of it, or
 * time alone. It costs many evaluations, so it is asked only where the level may have moved.
 *
 * @param state the state after the evaluation that is asked about
 * @param memory its incidents
 * @param may which rules may hold, if they are met
 */
record Outlooks(
    Recall recall, SectorState state, Memory memory, Appraisal appraisal, Predicate<RuleHeld> may) {
  /** How far ahead it looks for a step down: longer than evidence lasts. */
  private static final Duration AHEAD = Duration.ofDays(60);

  /**
   * What would move the level.
   *
   * @param shares what the score is shared out to
   */
  Outlook of(ThreatLevel indicated, List<Share> shares) {
    return new Outlook(without(indicated, shares), up(), down(), decay());
  }

  private Policy policy() {
    return recall.policy();
  }

  private List<WithoutSource> without(ThreatLevel indicated, List<Share> shares) {
    if (indicated == ThreatLevel.LOW) {
      return List.of();
    }
    List<WithoutSource> without = new ArrayList<>();
    Without others = new Without(recall, memory, state.getAt(), may);
    for (Map.Entry<String, String> source : sources(shares).entrySet()) {
      others
          .below(indicated, source.getKey())
          .ifPresent(left -> without.add(without(source.getKey(), source.getValue(), left)));
    }
    without.sort(
        Comparator.comparing(WithoutSource::getLevel)
            .thenComparing(WithoutSource::getScore)
            .thenComparing(WithoutSource::getSource));
    int shown = Math.min(without.size(), policy().incidents().shownReports());
    return List.copyOf(without.subList(0, shown));
  }

  private static WithoutSource without(String source, String name, Appraisal left) {
    return new WithoutSource(source, name, left.reached(), left.score().total());
  }

  /** The sources of the heaviest incidents; no other carries a level alone. */
  private TreeMap<String, String> sources(List<Share> shares) {
    TreeMap<String, String> sources = new TreeMap<>();
    shares.stream()
        .filter(share -> share.weight() > 0)
        .sorted(
            Comparator.comparingLong((Share share) -> -share.weight())
                .thenComparing(share -> share.incident().getId()))
        .limit(policy().incidents().shownContributions())
        .flatMap(share -> share.incident().getReports().stream())
        .forEach(report -> sources.putIfAbsent(report.getSource(), report.getSourceName()));
    return sources;
  }

  private @Nullable Distance up() {
    for (ThreatLevel level : ThreatLevel.values()) {
      if (level.compareTo(state.getHeld()) > 0) {
        return new Distance(level, Math.max(0, policy().levels().up(level) - score()));
      }
    }
    return null;
  }

  private @Nullable Distance down() {
    ThreatLevel held = state.getHeld();
    return held == ThreatLevel.LOW
        ? null
        : new Distance(held, Math.max(0, score() - policy().levels().down(held)));
  }

  private long score() {
    return appraisal.score().total();
  }

  /** Judges the deadlines to come as the fold will, until the level by evidence steps down. */
  private @Nullable StepDown decay() {
    SectorState ahead = state;
    Memory known = memory;
    Instant end = state.getAt().plus(AHEAD);
    Optional<Instant> due = ahead.getDue().filter(at -> state.getHeld() != ThreatLevel.LOW);
    while (due.isPresent() && !due.get().isAfter(end)) {
      Judgement judgement =
          new Judgement(recall, States.at(ahead, due.get()), known, AssessmentCause.DEADLINE, true);
      ahead = judgement.next();
      known = judgement.memory();
      if (ahead.getHeld() != state.getHeld()) {
        return new StepDown(ahead.getHeld(), due.get());
      }
      due = ahead.getDue();
    }
    return null;
  }
}
