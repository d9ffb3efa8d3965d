package oxus.processor.naive;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import oxus.schemas.AssessmentCause;
import oxus.schemas.Coverage;
import oxus.schemas.FellBelow;
import oxus.schemas.LevelOverride;
import oxus.schemas.Outlook;
import oxus.schemas.RuleHeld;
import oxus.schemas.SectorAssessment;
import oxus.schemas.ThreatLevel;
import oxus.theatre.Policy;

/** One evaluation of a sector: steps 6 to 11 of docs/judgement.md. */
final class Moment {
  final Question question;
  final Sum sum;
  final List<Account> accounts;
  final ThreatLevel indicated;
  final Standing after;
  final boolean tells;
  final @Nullable LevelOverride override;
  private final List<RuleHeld> rules;
  private final boolean isExpired;

  /**
   * What is asked.
   *
   * @param incidents those still remembered
   * @param isRecord false: a grid point has come
   * @param isNews whether somebody who can be judged brought something
   * @param override the last one, in force or not
   */
  record Question(
      String sector,
      Policy policy,
      Instant time,
      boolean isRecord,
      boolean isNews,
      List<Account> incidents,
      List<Ear> ears,
      @Nullable LevelOverride override,
      Standing before) {

    /** The same of other incidents. */
    Question of(List<Account> others) {
      return new Question(sector, policy, time, isRecord, isNews, others, ears, override, before);
    }

    /** The same at a grid point to come. */
    Question later(Instant point, List<Account> left, Standing standing) {
      return new Question(sector, policy, point, false, true, left, ears, override, standing);
    }
  }

  Moment(Question question) {
    this.question = question;
    Policy policy = question.policy;
    Instant time = question.time;
    Standing before = question.before;
    accounts = question.incidents;
    rules =
        new Indicators(policy, question.sector, accounts, time)
            .holding().stream()
                .filter(rule -> question.isRecord || before.rules().contains(rule.getRule()))
                .toList();
    sum = new Sum(accounts, time, rules, policy);
    isExpired =
        accounts.stream()
            .map(account -> account.raisedAt)
            .filter(Objects::nonNull)
            .noneMatch(raised -> raised.plus(policy.levels().expiry()).isAfter(time));
    Coverage coverage = coverage();
    LevelOverride bound = question.override;
    override = bound != null && bound.getUntil().isAfter(time) ? bound : null;

    ThreatLevel supported = lower(supportedByEvidence(), mostSupported());
    indicated =
        lower(
            lower(reached(), supported),
            question.isNews ? ThreatLevel.CRITICAL : higher(before.held(), ThreatLevel.MODERATE));
    Map<ThreatLevel, Instant> fellBelow = fellBelow(supported);
    List<String> held = rules.stream().map(RuleHeld::getRule).toList();
    tells =
        question.isRecord
            || supported != before.supported()
            || isExpired != before.isExpired()
            || coverage != before.coverage()
            || (override != null) != before.isBounded()
            || !held.equals(before.rules())
            || dwells(fellBelow.values()).contains(time);
    after = tells ? after(supported, fellBelow, held, coverage) : before;
  }

  private Standing after(
      ThreatLevel supported,
      Map<ThreatLevel, Instant> fellBelow,
      List<String> held,
      Coverage coverage) {
    Standing before = question.before;
    ThreatLevel level = level(supported, fellBelow);
    return new Standing(
        supported,
        level,
        level == before.held() ? before.heldSince() : question.time,
        fellBelow,
        isExpired,
        held,
        coverage,
        override != null);
  }

  private ThreatLevel mostSupported() {
    ThreatLevel before = question.before.supported();
    if (!question.isRecord) {
      return before;
    }
    return question.isNews ? ThreatLevel.CRITICAL : higher(before, ThreatLevel.MODERATE);
  }

  /** The highest level whose upper threshold, or a rule's floor, the evidence reaches. */
  ThreatLevel reached() {
    Policy.Levels levels = question.policy.levels();
    return bounded(levels.reached(sum.judged), levels.reached(sum.total));
  }

  private ThreatLevel supportedByEvidence() {
    Policy.Levels levels = question.policy.levels();
    return higher(reached(), bounded(levels.supported(sum.judged), levels.supported(sum.total)));
  }

  private ThreatLevel bounded(ThreatLevel judged, ThreatLevel all) {
    ThreatLevel level = higher(judged, lower(all, ThreatLevel.MODERATE));
    if (isExpired) {
      level = lower(level, question.policy.levels().expired());
    }
    for (RuleHeld rule : rules) {
      level = higher(level, rule.getFloor());
    }
    return level;
  }

  private Coverage coverage() {
    Duration window = question.policy.grading().coverage().window();
    long ears =
        question.ears.stream().filter(ear -> ear.at().plus(window).isAfter(question.time)).count();
    if (ears == 0) {
      return Coverage.BLIND;
    }
    return ears < question.policy.grading().coverage().normal() ? Coverage.THIN : Coverage.NORMAL;
  }

  private Map<ThreatLevel, Instant> fellBelow(ThreatLevel supported) {
    Standing before = question.before;
    Map<ThreatLevel, Instant> fallen = new EnumMap<>(before.fellBelow());
    for (ThreatLevel level : ThreatLevel.values()) {
      if (level.compareTo(supported) <= 0) {
        fallen.remove(level);
      } else if (level.compareTo(before.supported()) <= 0) {
        fallen.putIfAbsent(level, onGrid(question.time));
      }
    }
    fallen
        .values()
        .removeIf(
            since ->
                dwells(List.of(since)).stream().noneMatch(end -> !end.isBefore(question.time)));
    return fallen;
  }

  /** The grid points at which a dwell may end. */
  private List<Instant> dwells(Iterable<Instant> sinces) {
    List<Instant> dwells = new ArrayList<>();
    for (Instant since : sinces) {
      for (int step = 1; step <= 4; step++) {
        dwells.add(onGrid(since.plus(question.policy.levels().dwell().multipliedBy(step))));
      }
    }
    return dwells;
  }

  private Instant onGrid(Instant time) {
    return onGrid(time, question.policy);
  }

  /** The first grid point that is not before a time. */
  static Instant onGrid(Instant time, Policy policy) {
    long grid = policy.grid().toMillis();
    return Instant.ofEpochMilli(-Math.floorDiv(-time.toEpochMilli(), grid) * grid);
  }

  /** The level by evidence: up at once, on a record; down one step after a dwell. */
  private ThreatLevel level(ThreatLevel supported, Map<ThreatLevel, Instant> fellBelow) {
    Standing before = question.before;
    if (question.isRecord && indicated.compareTo(before.held()) > 0) {
      return indicated;
    }
    Instant unsupported = Optional.ofNullable(fellBelow.get(before.held())).orElse(Instant.EPOCH);
    Instant since = Heard.later(unsupported, before.heldSince());
    boolean dwells = since.plus(question.policy.levels().dwell()).isAfter(question.time);
    if (dwells || supported.compareTo(before.held()) >= 0) {
      return before.held();
    }
    return beside(before.held(), -1);
  }

  SectorAssessment assessment(long sequence, String trigger) {
    boolean mayMove =
        after.held() != question.before.held() || override != null || question.before.isBounded();
    Outlook outlook = mayMove ? new Ahead(this).outlook() : null;
    return new SectorAssessment(
        question.sector,
        sequence,
        question.time,
        question.isRecord ? AssessmentCause.RECORD : AssessmentCause.DEADLINE,
        trigger,
        sum.total,
        indicated,
        after.supported(),
        after.fellBelow().entrySet().stream()
            .map(fell -> new FellBelow(fell.getKey(), fell.getValue()))
            .toList(),
        isExpired,
        question.policy.levels().dwell().toMillis(),
        override,
        new Telling(question.policy).contributions(sum),
        rules,
        question.policy.version(),
        sum.confidence(),
        after.coverage(),
        outlook,
        mayMove
            ? new Indicators(question.policy, question.sector, accounts, question.time).near()
            : List.of());
  }

  /** So many steps above a level. */
  static ThreatLevel beside(ThreatLevel level, int steps) {
    List<ThreatLevel> levels = List.of(ThreatLevel.values());
    return levels.get(levels.indexOf(level) + steps);
  }

  static ThreatLevel higher(ThreatLevel one, ThreatLevel other) {
    return one.compareTo(other) > 0 ? one : other;
  }

  static ThreatLevel lower(ThreatLevel one, ThreatLevel other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}
