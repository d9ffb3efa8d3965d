package oxus.processor.correlate;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import oxus.schemas.Relation;
import oxus.schemas.ReportStatus;
import oxus.theatre.Absence;
import oxus.theatre.Condition;
import oxus.theatre.Indicator;
import oxus.theatre.Rule;

/** Says the conditions of a rule in words. */
final class RuleWords {
  private RuleWords() {}

  /** For example "border seizure at a crossing or post in the sector". */
  static String of(Condition condition) {
    String words = of(condition.indicator());
    if (condition.distinctPlaces()) {
      return words + " at " + condition.least() + " different places";
    }
    return condition.least() == 1 ? words : condition.least() + " times " + words;
  }

  static String of(Absence absence) {
    return "no "
        + of(absence.indicator())
        + " since "
        + length(absence.within())
        + " before the latest incident of the rule";
  }

  /** What is asked for beside what is there. */
  static String missing(Rule rule, Condition condition) {
    if (rule.all().size() == 1) {
      return "one more, for " + of(condition) + " within " + length(rule.within());
    }
    return of(condition)
        + " within "
        + length(rule.within())
        + " of the rest"
        + (rule.ordered() ? ", in order" : "");
  }

  private static String of(Indicator indicator) {
    List<String> words = new ArrayList<>();
    words.add(any(indicator.types()));
    if (!indicator.placeKinds().isEmpty()) {
      words.add("at a " + any(indicator.placeKinds()));
    }
    if (!indicator.places().isEmpty()) {
      words.add("at " + String.join(" or ", indicator.places()));
    }
    if (!indicator.actors().isEmpty()) {
      words.add("with " + String.join(" or ", indicator.actors()));
    }
    if (!indicator.relations().isEmpty()) {
      words.add(
          indicator.relations().stream().map(RuleWords::where).collect(Collectors.joining(" or ")));
    }
    indicator
        .figure()
        .ifPresent(least -> words.add("of " + least.number() + " " + least.unit() + " or more"));
    if (!indicator.statuses().equals(List.of(ReportStatus.REPORTED))) {
      words.add(any(indicator.statuses()));
    }
    if (indicator.sources() > 1) {
      words.add("by " + indicator.sources() + " independent sources");
    }
    if (indicator.disputed()) {
      words.add("that a party denies");
    }
    return String.join(" ", words);
  }

  private static String where(Relation relation) {
    return switch (relation) {
      case OWN -> "in the sector";
      case BORDER -> "on its whole border";
      case THEATRE -> "in the whole theatre";
      case NEIGHBOUR -> "in a sector beside it";
    };
  }

  private static String any(List<? extends Enum<?>> choices) {
    return choices.stream()
        .map(choice -> choice.name().toLowerCase(Locale.ROOT).replace('_', ' '))
        .collect(Collectors.joining(" or "));
  }

  private static String length(Duration length) {
    return length.toDays() > 0
        ? length.toDays() + (length.toDays() == 1 ? " day" : " days")
        : length.toHours() + " hours";
  }
}
