package oxus.processor.naive;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import oxus.schemas.Relation;
import oxus.schemas.ReportStatus;
import oxus.theatre.Absence;
import oxus.theatre.Condition;
import oxus.theatre.Indicator;
import oxus.theatre.Rule;

/** The conditions of a rule in the words of docs/judgement.md. */
final class Words {
  private Words() {}

  static String condition(Condition condition) {
    String words = indicator(condition.indicator());
    if (condition.distinctPlaces()) {
      return words + " at " + condition.least() + " different places";
    }
    return condition.least() > 1 ? condition.least() + " times " + words : words;
  }

  static String absent(Absence absence) {
    return "no "
        + indicator(absence.indicator())
        + " since "
        + length(absence.within())
        + " before the latest incident of the rule";
  }

  static String missing(Rule rule, Condition condition) {
    String within = " within " + length(rule.within());
    if (rule.all().size() == 1) {
      return "one more, for " + condition(condition) + within;
    }
    return condition(condition) + within + " of the rest" + (rule.ordered() ? ", in order" : "");
  }

  private static String indicator(Indicator indicator) {
    StringBuilder words = new StringBuilder(plain(indicator.types()));
    add(words, " at a ", plain(indicator.placeKinds()));
    add(words, " at ", String.join(" or ", indicator.places()));
    add(words, " with ", String.join(" or ", indicator.actors()));
    add(words, " ", String.join(" or ", indicator.relations().stream().map(Words::where).toList()));
    indicator
        .figure()
        .ifPresent(
            least -> words.append(" of " + least.number() + " " + least.unit() + " or more"));
    if (!indicator.statuses().equals(List.of(ReportStatus.REPORTED))) {
      add(words, " ", plain(indicator.statuses()));
    }
    if (indicator.sources() > 1) {
      words.append(" by " + indicator.sources() + " independent sources");
    }
    return indicator.disputed() ? words + " that a party denies" : words.toString();
  }

  private static void add(StringBuilder words, String before, String more) {
    if (!more.isEmpty()) {
      words.append(before).append(more);
    }
  }

  private static String where(Relation relation) {
    return switch (relation) {
      case OWN -> "in the sector";
      case BORDER -> "on its whole border";
      case THEATRE -> "in the whole theatre";
      case NEIGHBOUR -> "in a sector beside it";
    };
  }

  private static String plain(List<? extends Enum<?>> names) {
    return String.join(
        " or ",
        names.stream()
            .map(each -> each.name().toLowerCase(Locale.ROOT).replace('_', ' '))
            .toList());
  }

  private static String length(Duration length) {
    if (length.toDays() == 0) {
      return length.toHours() + " hours";
    }
    return length.toDays() == 1 ? "1 day" : length.toDays() + " days";
  }
}
