package oxus.ingest.extract;

import java.time.LocalDate;
import java.util.Set;
import oxus.schemas.Precision;

/** Judges whether a date of a sentence says when something occurred: not each date does. */
final class DateSense {
  private static final Set<String> DUE =
      Set.of("due", "scheduled", "planned", "slated", "upcoming");

  /** Behind these a date is only what another time is measured by. */
  private static final Set<String> MEASURED = Set.of("than", "compared", "against", "unlike");

  /** What has not been so since a day was not so on that day. */
  private static final Set<String> UNSEEN =
      Set.of("first", "largest", "biggest", "worst", "heaviest");

  private static final int UNSEEN_BEFORE = 8;
  private static final int BEFORE = 3;
  private static final long HISTORY_DAYS = 365;
  private static final long PLAN_DAYS = 200;

  private final LocalDate published;

  DateSense(LocalDate published) {
    this.published = published;
  }

  boolean isHistory(Interval interval) {
    return interval.to().isBefore(published.minusDays(HISTORY_DAYS));
  }

  boolean isAfterPublication(Interval interval) {
    return interval.from().isAfter(published);
  }

  /** {@code more than in spring}, {@code the first since 2019}: no time of what is told. */
  boolean isMeasure(Reading reading, DateMention date) {
    if (date.onset() != null && isHistory(date.onset())) {
      return true;
    }
    return (date.onset() != null && hasBefore(reading, date, UNSEEN, UNSEEN_BEFORE))
        || hasBefore(reading, date, MEASURED, BEFORE);
  }

  private static boolean hasBefore(
      Reading reading, DateMention date, Set<String> words, int tokens) {
    for (int i = Math.max(0, date.from() - tokens); i < date.from(); i++) {
      if (words.contains(reading.sentence().token(i).word())
          && reading.clauseOf(i) == reading.clauseOf(date.from())) {
        return true;
      }
    }
    return false;
  }

  /** {@code those who came in August were sent back}: the date of another verb. */
  static boolean isOfWhom(Reading reading, DateMention date, Mention at) {
    if (date.from() > at.from()) {
      return false;
    }
    Sentence sentence = reading.sentence();
    for (int i = date.from() - 1; i > 0 && !sentence.is(i, ","); i--) {
      if (sentence.is(i, "who")) {
        return !sentence.is(i - 1, ",");
      }
    }
    return false;
  }

  /** {@code until September}: says nothing of when something happened. */
  static boolean isLimitAhead(DateMention date) {
    return date.past().precision() == Precision.UNKNOWN;
  }

  /** {@code due in August}, or a month that without a year would lie long before publication. */
  boolean isOfPlan(Reading reading, DateMention date) {
    for (int i = Math.max(0, date.from() - 3); i < date.from(); i++) {
      if (DUE.contains(reading.sentence().token(i).word())) {
        return true;
      }
    }
    return isLongPast(date);
  }

  /** Only its future reading makes sense, or a word says that it is due then. */
  boolean isAhead(Reading reading, DateMention date) {
    return isLongPast(date) || (isOfPlan(reading, date) && date.future().from().isAfter(published));
  }

  private boolean isLongPast(DateMention date) {
    boolean yearless = !date.past().equals(date.future());
    return yearless && date.past().to().isBefore(published.minusDays(PLAN_DAYS));
  }
}
