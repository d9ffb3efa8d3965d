package oxus.processor.correlate;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.apache.avro.specific.SpecificRecord;
import oxus.processor.correlate.DueSectors.Due;
import oxus.processor.correlate.SectorFold.Step;
import oxus.schemas.BorderEvent;
import oxus.schemas.LevelOverride;
import oxus.schemas.PolicyChange;
import oxus.schemas.Ruling;
import oxus.schemas.SectorAssessment;
import oxus.schemas.SectorLogEntry;
import oxus.schemas.SectorState;
import oxus.schemas.Tick;
import oxus.schemas.Withdrawal;
import oxus.theatre.Policy;

/**
 * Folds one partition of the sector log. It keeps an index of the sectors by their next due point,
 * so that a tick touches only the sectors that it concerns; the index follows from the states and
 * is rebuilt from them after a restart.
 */
public final class PartitionFold {
  private final SectorStates states;
  private final Function<PolicyChange, Policy> policies;
  private final DueSectors due = new DueSectors();
  private final Rulings rulings;
  private SectorFold fold;

  /**
   * @param initial the policy until the log brings one
   * @param policies reads the policy of a record
   */
  public PartitionFold(
      SectorStates states, Policy initial, Function<PolicyChange, Policy> policies) {
    this.states = states;
    this.policies = policies;
    this.rulings = Rulings.of(states.rulings());
    this.fold = new SectorFold(states.policy().map(policies).orElse(initial), rulings);
    for (String sector : states.sectors()) {
      states
          .load(sector)
          .ifPresent(
              state -> {
                rulings.reject(state.getRejected());
                due.note(state);
              });
    }
  }

  /** Applies one entry of the log and hands on the assessments that it causes, in order. */
  public void fold(SectorLogEntry entry, Consumer<SectorAssessment> assessments) {
    assess(entry, assessment -> assessments.accept(assessment.whole()));
  }

  /** The same; each assessment is written out as far as the taker asks. */
  public void assess(SectorLogEntry entry, Consumer<Assessment> assessments) {
    SpecificRecord record = (SpecificRecord) entry.getRecord();
    if (record instanceof BorderEvent) {
      apply(entry.getSector().orElseThrow(), state -> fold.report(state, entry), assessments);
    } else if (record instanceof Tick tick) {
      tick(tick.getAt(), assessments);
    } else if (record instanceof LevelOverride override) {
      apply(override.getSector(), state -> fold.override(state, override), assessments);
    } else if (record instanceof Withdrawal withdrawal) {
      without(
          report -> isOf(report, withdrawal),
          withdrawal.getAt(),
          "withdrawal of " + withdrawal.getArticleKey(),
          assessments);
    } else if (record instanceof Ruling ruling) {
      obey(entry, ruling, assessments);
    } else if (record instanceof PolicyChange change) {
      adopt(change, assessments);
    } else {
      throw new IllegalArgumentException(
          "the sector log carries no " + record.getSchema().getFullName());
    }
  }

  // a state that nothing changed is the same object, and is not written again
  @SuppressWarnings("ReferenceEquality")
  private void apply(
      String sector, Function<SectorState, Step> change, Consumer<Assessment> assessments) {
    SectorState before = states.load(sector).orElseGet(() -> States.blank(sector));
    Step step = change.apply(States.upToDate(before, fold.policy()));
    if (step.state() == before) {
      return;
    }
    if (isDueOtherwise(before, step.state())) {
      due.note(step.state());
    }
    states.save(step.state());
    step.assessments().forEach(assessments);
  }

  private static boolean isDueOtherwise(SectorState before, SectorState after) {
    return before.getSequence() == 0
        || !before.getDue().equals(after.getDue())
        || !before.getPending().isEmpty()
        || !after.getPending().isEmpty();
  }

  /**
   * Closes what is pending, then takes the sectors' deadlines up to a time in the order in which
   * they come.
   */
  private void tick(Instant time, Consumer<Assessment> assessments) {
    for (Optional<Due> next = due.first(time); next.isPresent(); next = due.first(time)) {
      Instant at = next.get().at();
      apply(next.get().sector(), state -> fold.tick(state, at), assessments);
    }
  }

  private void without(
      Predicate<BorderEvent> gone, Instant time, String trigger, Consumer<Assessment> assessments) {
    for (String sector : states.sectors()) {
      apply(sector, state -> fold.without(state, gone, time, trigger), assessments);
    }
  }

  /** Remembers a ruling for reports still to come, and applies it to those that are known. */
  private void obey(SectorLogEntry entry, Ruling ruling, Consumer<Assessment> assessments) {
    if (rulings.knows(ruling)) {
      return;
    }
    // what is pending came before the ruling and is settled without it, as it would be by a tick
    for (String sector : states.sectors()) {
      apply(sector, state -> fold.tick(state, ruling.getAt()), assessments);
    }
    states.save(rulings.with(entry, fold.policy().grading().bounds().rulings()));
    for (String sector : states.sectors()) {
      apply(sector, state -> fold.ruling(state, ruling), assessments);
    }
  }

  /**
   * Everything up to the change is judged under the old policy, everything from it on under the
   * new.
   */
  private void adopt(PolicyChange change, Consumer<Assessment> assessments) {
    for (String sector : states.sectors()) {
      apply(sector, state -> fold.tick(state, change.getAt()), assessments);
    }
    fold = new SectorFold(policies.apply(change), rulings);
    states.save(change);
    for (String sector : states.sectors()) {
      apply(sector, state -> fold.underNewPolicy(state, change.getAt()), assessments);
    }
  }

  private static boolean isOf(BorderEvent report, Withdrawal withdrawal) {
    return report.getArticleKey().equals(withdrawal.getArticleKey())
        && withdrawal.getArticleRevision().map(report.getArticleRevision()::equals).orElse(true);
  }
}
