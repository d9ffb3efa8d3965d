package oxus.processor.correlate;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import oxus.processor.correlate.RuleCheck.Asked;
import oxus.schemas.ConditionMet;
import oxus.schemas.Incident;
import oxus.schemas.RuleHeld;
import oxus.schemas.RuleNear;
import oxus.theatre.Absence;
import oxus.theatre.Condition;
import oxus.theatre.Policy;
import oxus.theatre.Rule;

/**
 * One rule, and which incidents can matter to it: those that fit one of its indicators and are not
 * so old that the rule would have ended. What it finds stays found until one of them changes.
 */
final class RuleWatch {
  private static final int BITS = Long.SIZE;

  private final Rule rule;
  private final Policy policy;
  private final int first;
  private final List<String> words;
  private final List<String> missing;
  private final List<Rule> lesser;

  /** The rule without what must not have happened. */
  private final Rule allowed;

  private final long indicators;
  private final long horizon;

  /**
   * What the rule comes to from a moment on, unless incidents change that matter to it.
   *
   * @param held empty: it does not hold
   * @param until when a plan expires that matters to it
   */
  record Finding(Optional<RuleHeld> held, long from, long until) {
    boolean isValid(long time) {
      return from <= time && time < until;
    }
  }

  /**
   * @param first number of its first indicator in the policy
   */
  RuleWatch(Rule rule, Policy policy, int first) {
    this.rule = rule;
    this.policy = policy;
    this.first = first;
    long all = 0;
    for (int number = 0; number < rule.all().size() + rule.none().size(); number++) {
      all |= bit(first + number);
    }
    this.indicators = all;
    this.words = rule.all().stream().map(RuleWords::of).toList();
    this.missing =
        rule.all().stream().map(condition -> RuleWords.missing(rule, condition)).toList();
    this.lesser = rule.all().stream().map(condition -> less(rule, condition)).toList();
    this.allowed = rule.forbidding(List.of());
    Duration longest = rule.within();
    for (Absence absence : rule.none()) {
      longest = longest.compareTo(absence.within()) < 0 ? absence.within() : longest;
    }
    this.horizon = rule.lasts().plus(longest).toMillis();
  }

  boolean watches(String sector) {
    return rule.watches(sector);
  }

  /** Whether it is one of these. */
  boolean isAmong(List<RuleHeld> holding) {
    for (RuleHeld held : holding) {
      if (held.getRule().equals(rule.id())) {
        return true;
      }
    }
    return false;
  }

  /** Its indicators. */
  List<Asked> asked() {
    List<Asked> asked = new ArrayList<>();
    for (Condition condition : rule.all()) {
      asked.add(new Asked(condition.indicator(), bit(first + asked.size())));
    }
    for (Absence absence : rule.none()) {
      asked.add(new Asked(absence.indicator(), bit(first + asked.size())));
    }
    return asked;
  }

  boolean matters(Remembered incident, long time) {
    return (incident.indicators() & indicators) != 0 && incident.ends() + horizon > time;
  }

  /** What it comes to at a time. */
  Finding find(List<Remembered> incidents, long time) {
    return finding(mattering(incidents, time), time);
  }

  /** The same, with a look at those incidents only that can matter. */
  Finding find(Columns incidents, long time) {
    return finding(mattering(incidents, time), time);
  }

  private Finding finding(List<Remembered> mattering, long time) {
    long until = Remembered.NEVER;
    for (Remembered each : mattering) {
      until = Math.min(until, each.expires());
    }
    Optional<RuleMatch> match =
        lacking(fitting(mattering)) == 0 ? met(rule, mattering, time) : Optional.empty();
    return new Finding(match.map(this::held), time, until);
  }

  /** The condition that alone keeps it from holding, if there is one; asked if it does not hold. */
  Optional<RuleNear> nearly(Columns incidents, long time) {
    if (lacking(incidents.indicators()) > 1) {
      return Optional.empty();
    }
    List<Remembered> mattering = mattering(incidents, time);
    long fitting = fitting(mattering);
    if (lacking(fitting) > 1) {
      return Optional.empty();
    }
    return missing(mattering, fitting, time)
        .map(missing -> new RuleNear(rule.id(), rule.meaning(), missing));
  }

  private List<Remembered> mattering(List<Remembered> incidents, long time) {
    List<Remembered> mattering = new ArrayList<>();
    for (Remembered each : incidents) {
      if (matters(each, time) && each.expires() > time) {
        mattering.add(each);
      }
    }
    return mattering;
  }

  private List<Remembered> mattering(Columns incidents, long time) {
    List<Remembered> mattering = new ArrayList<>();
    for (int row = 0; row < incidents.size(); row++) {
      if (incidents.fitsAny(row, indicators)
          && matters(incidents.row(row), time)
          && incidents.row(row).expires() > time) {
        mattering.add(incidents.row(row));
      }
    }
    return mattering;
  }

  private static long fitting(List<Remembered> mattering) {
    long fitting = 0;
    for (Remembered each : mattering) {
      fitting |= each.indicators();
    }
    return fitting;
  }

  /** How many conditions nothing fits: most rules ask for what has not happened. */
  private int lacking(long fitting) {
    int lacking = 0;
    for (int number = 0; number < rule.all().size(); number++) {
      lacking += isLacking(number, fitting) ? 1 : 0;
    }
    return lacking;
  }

  private boolean isLacking(int condition, long fitting) {
    return (fitting & bit(first + condition)) == 0;
  }

  private Optional<RuleMatch> met(Rule asked, List<Remembered> mattering, long time) {
    List<Incident> incidents = new ArrayList<>(mattering.size());
    mattering.forEach(each -> incidents.add(each.incident()));
    IncidentFit fit = new IncidentFit(policy, Instant.ofEpochMilli(time));
    return new RuleSearch(asked, fit).lasting(incidents);
  }

  private boolean isMet(Rule asked, List<Remembered> mattering, long time) {
    return met(asked, mattering, time).isPresent();
  }

  private Optional<String> missing(List<Remembered> mattering, long fitting, long time) {
    boolean isForbidden =
        !rule.none().isEmpty() && lacking(fitting) == 0 && isMet(allowed, mattering, time);
    if (isForbidden) {
      return rule.none().stream()
          .filter(absence -> !isMet(rule.forbidding(List.of(absence)), mattering, time))
          .findFirst()
          .map(RuleWords::of);
    }
    for (int number = 0; number < rule.all().size(); number++) {
      boolean isAlone = rule.all().size() == 1;
      // what nothing fits is missing, and no other condition; alone it lacks more than one incident
      boolean mayBeMissing =
          lacking(fitting) == 0
              ? !isAlone || rule.all().get(number).least() > 1
              : !isAlone && isLacking(number, fitting);
      if (mayBeMissing && isMet(lesser.get(number), mattering, time)) {
        return Optional.of(missing.get(number));
      }
    }
    return Optional.empty();
  }

  /** The rule without a condition; a rule of one condition with one incident less. */
  private static Rule less(Rule rule, Condition condition) {
    return rule.all().size() > 1
        ? rule.without(condition)
        : rule.with(List.of(condition.withOneLess()));
  }

  private RuleHeld held(RuleMatch match) {
    List<ConditionMet> conditions = new ArrayList<>();
    for (int number = 0; number < rule.all().size(); number++) {
      conditions.add(new ConditionMet(words.get(number), match.ids(number)));
    }
    return new RuleHeld(
        rule.id(),
        rule.meaning(),
        rule.effect().floor(),
        match.latest().plus(rule.lasts()),
        match.ids(),
        rule.effect().factor(),
        conditions);
  }

  private static long bit(int number) {
    return 1L << (number % BITS);
  }
}
