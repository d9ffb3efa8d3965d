package oxus.processor.naive;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import oxus.schemas.ConditionMet;
import oxus.schemas.PlaceRef;
import oxus.schemas.RuleHeld;
import oxus.schemas.RuleNear;
import oxus.theatre.Absence;
import oxus.theatre.Condition;
import oxus.theatre.Indicator;
import oxus.theatre.Policy;
import oxus.theatre.Rule;

/** Which rules hold at a moment, and which nearly: step 7 of docs/judgement.md. */
final class Indicators {
  private final Policy policy;
  private final String sector;
  private final Instant time;
  private final List<Account> latestFirst;

  Indicators(Policy policy, String sector, List<Account> accounts, Instant time) {
    this.policy = policy;
    this.sector = sector;
    this.time = time;
    this.latestFirst =
        accounts.stream()
            .sorted(
                Comparator.comparing(Account::over)
                    .reversed()
                    .thenComparing(account -> account.happening.id()))
            .toList();
  }

  List<RuleHeld> holding() {
    List<RuleHeld> holding = new ArrayList<>();
    for (Rule rule : policy.rules()) {
      if (rule.watches(sector)) {
        met(rule).ifPresent(met -> holding.add(held(rule, met)));
      }
    }
    return holding;
  }

  List<RuleNear> near() {
    List<RuleNear> near = new ArrayList<>();
    for (Rule rule : policy.rules()) {
      if (rule.watches(sector) && met(rule).isEmpty()) {
        missing(rule)
            .ifPresent(missing -> near.add(new RuleNear(rule.id(), rule.meaning(), missing)));
      }
    }
    return near;
  }

  private Optional<String> missing(Rule rule) {
    if (met(rule.forbidding(List.of())).isPresent()) {
      return rule.none().stream()
          .filter(absence -> met(rule.forbidding(List.of(absence))).isEmpty())
          .findFirst()
          .map(Words::absent);
    }
    for (Condition condition : rule.all()) {
      boolean isOnly = rule.all().size() == 1;
      if (isOnly && condition.least() == 1) {
        return Optional.empty();
      }
      Rule less = isOnly ? rule.with(List.of(condition.withOneLess())) : rule.without(condition);
      if (met(less).isPresent()) {
        return Optional.of(Words.missing(rule, condition));
      }
    }
    return Optional.empty();
  }

  private static RuleHeld held(Rule rule, List<List<Account>> met) {
    List<ConditionMet> conditions = new ArrayList<>();
    List<Account> all = new ArrayList<>();
    for (int number = 0; number < met.size(); number++) {
      String words = Words.condition(rule.all().get(number));
      conditions.add(new ConditionMet(words, ids(met.get(number))));
      all.addAll(met.get(number));
    }
    return new RuleHeld(
        rule.id(),
        rule.meaning(),
        rule.effect().floor(),
        latest(met).plus(rule.lasts()),
        ids(all),
        rule.effect().factor(),
        conditions);
  }

  private static List<String> ids(List<Account> accounts) {
    return accounts.stream().map(account -> account.happening.id()).sorted().toList();
  }

  private static Instant latest(List<List<Account>> met) {
    return met.stream()
        .flatMap(List::stream)
        .map(Account::over)
        .max(Comparator.naturalOrder())
        .orElseThrow();
  }

  /** The incidents of each condition, if the rule holds. */
  private Optional<List<List<Account>>> met(Rule rule) {
    for (Account last : latestFirst) {
      if (rule.all().stream().noneMatch(condition -> fits(condition.indicator(), last))) {
        continue;
      }
      Optional<List<List<Account>>> met = rule.ordered() ? inOrder(rule, last) : shared(rule, last);
      if (met.isPresent()) {
        Instant latest = latest(met.get());
        boolean holds =
            latest.plus(rule.lasts()).isAfter(time)
                && rule.none().stream().noneMatch(absence -> isViolated(absence, latest));
        return holds ? met : Optional.empty();
      }
    }
    return Optional.empty();
  }

  private boolean isViolated(Absence absence, Instant latest) {
    return latestFirst.stream()
        .filter(account -> account.over().isAfter(latest.minus(absence.within())))
        .anyMatch(account -> fits(absence.indicator(), account));
  }

  /** What lies in the rule's window that ends with the day of an incident, latest first. */
  private List<Account> window(Rule rule, Account last) {
    Instant first = last.over().minus(Duration.ofDays(rule.within().toDays()));
    return latestFirst.stream()
        .filter(each -> !each.over().isAfter(last.over()) && !each.over().isBefore(first))
        .filter(
            each -> rule.all().stream().anyMatch(condition -> fits(condition.indicator(), each)))
        .toList();
  }

  private Optional<List<List<Account>>> inOrder(Rule rule, Account last) {
    List<List<Account>> met = new ArrayList<>();
    Instant bound = last.over();
    for (int number = rule.all().size() - 1; number >= 0; number--) {
      Condition condition = rule.all().get(number);
      List<Account> taken = new ArrayList<>();
      for (Account account : window(rule, last)) {
        if (taken.size() < condition.least()
            && !account.over().isAfter(bound)
            && fits(condition.indicator(), account)
            && isAtNewPlace(condition, account, taken)) {
          taken.add(account);
        }
      }
      if (taken.size() < condition.least()) {
        return Optional.empty();
      }
      bound = taken.get(taken.size() - 1).over();
      met.add(0, taken);
    }
    return Optional.of(met);
  }

  private Optional<List<List<Account>>> shared(Rule rule, Account last) {
    return new Sharing(this, rule.all(), window(rule, last)).shared();
  }

  boolean isAtNewPlace(Condition condition, Account account, List<Account> taken) {
    if (!condition.distinctPlaces()) {
      return true;
    }
    String place = place(condition.indicator(), account);
    return !place.isEmpty()
        && taken.stream().noneMatch(each -> place(condition.indicator(), each).equals(place));
  }

  /** Where an incident counts as being; empty: nowhere that is asked for. */
  String place(Indicator indicator, Account account) {
    List<PlaceRef> admitted =
        account.places.stream()
            .filter(each -> indicator.admits(each.getId(), each.getKind(), each.getWithin()))
            .toList();
    for (PlaceRef each : admitted) {
      if (!Match.isWide(each)) {
        return each.getId();
      }
    }
    return admitted.isEmpty() ? "" : admitted.get(0).getId();
  }

  boolean fits(Indicator indicator, Account account) {
    return (indicator.types().isEmpty() || indicator.types().contains(account.type))
        && (indicator.relations().isEmpty() || indicator.relations().contains(account.relation))
        && (indicator.statuses().isEmpty() || indicator.statuses().contains(account.status))
        && (indicator.actors().isEmpty()
            || account.actors.stream().anyMatch(indicator.actors()::contains))
        && (!indicator.asksForPlace() || !place(indicator, account).isEmpty())
        && (!indicator.disputed() || account.denial > 0)
        && account.credibility <= indicator.credibility()
        && account.voices.size() >= indicator.sources()
        && !account.isUnjudged
        && !account.isExpiredPlan(time)
        && indicator.figure().map(least -> isAsLarge(account, least)).orElse(true);
  }

  private static boolean isAsLarge(Account account, Indicator.Least least) {
    return account.telling.stream()
        .flatMap(report -> report.getFigure().stream())
        .filter(figure -> figure.getUnit().equals(least.unit()))
        .anyMatch(figure -> figure.getMin().orElse(0L) >= least.number());
  }
}
