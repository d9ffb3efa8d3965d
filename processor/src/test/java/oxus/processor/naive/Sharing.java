package oxus.processor.naive;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import oxus.theatre.Condition;

/**
 * Shares the incidents of a window out among a rule's conditions: each asks in turn for the latest
 * that it can have, and a taker makes room when it can do with another.
 */
final class Sharing {
  private final Indicators indicators;
  private final List<Condition> conditions;
  private final List<Account> window;
  private final List<List<Account>> taken = new ArrayList<>();

  Sharing(Indicators indicators, List<Condition> conditions, List<Account> window) {
    this.indicators = indicators;
    this.conditions = conditions;
    this.window = window;
    conditions.forEach(condition -> taken.add(new ArrayList<>()));
  }

  Optional<List<List<Account>>> shared() {
    if (window.isEmpty()) {
      return Optional.empty();
    }
    for (int condition : turns()) {
      for (int number = 0; number < conditions.get(condition).least(); number++) {
        if (!takes(condition, new ArrayList<>())) {
          return Optional.empty();
        }
      }
    }
    for (List<Account> each : taken) {
      each.sort((one, other) -> window.indexOf(one) - window.indexOf(other));
    }
    return Optional.of(taken);
  }

  /** Those that the latest incident fits come first, the last of the rule before the others. */
  private List<Integer> turns() {
    List<Integer> turns = new ArrayList<>();
    for (int condition = 0; condition < conditions.size(); condition++) {
      boolean isLatest = may(condition, window.get(0));
      turns.add(isLatest ? 0 : turns.size(), condition);
    }
    return turns;
  }

  private boolean may(int condition, Account account) {
    Condition asking = conditions.get(condition);
    return indicators.fits(asking.indicator(), account)
        && indicators.isAtNewPlace(asking, account, List.of());
  }

  private boolean takes(int condition, List<Account> tried) {
    for (Account account : window) {
      if (tried.contains(account)
          || taken.get(condition).contains(account)
          || !may(condition, account)
          || !indicators.isAtNewPlace(conditions.get(condition), account, taken.get(condition))) {
        continue;
      }
      tried.add(account);
      int taker = taker(account);
      if (taker >= 0) {
        taken.get(taker).remove(account);
      }
      taken.get(condition).add(account);
      if (taker < 0 || takes(taker, tried)) {
        return true;
      }
      taken.get(condition).remove(account);
      taken.get(taker).add(account);
    }
    return false;
  }

  private int taker(Account account) {
    for (int condition = 0; condition < conditions.size(); condition++) {
      if (taken.get(condition).contains(account)) {
        return condition;
      }
    }
    return -1;
  }
}
