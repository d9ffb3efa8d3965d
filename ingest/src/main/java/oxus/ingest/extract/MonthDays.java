package oxus.ingest.extract;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds a day of the month without its month: {@code on the 14th}, {@code by the sixth}. */
final class MonthDays {
  private static final int SLACK = 2;
  private static final int FIRST_WORD = 4;
  private static final List<String> WORDS =
      List.of(
          "fourth",
          "fifth",
          "sixth",
          "seventh",
          "eighth",
          "ninth",
          "tenth",
          "eleventh",
          "twelfth",
          "thirteenth",
          "fourteenth",
          "fifteenth",
          "sixteenth",
          "seventeenth",
          "eighteenth",
          "nineteenth",
          "twentieth");
  private static final Set<String> BEFORE =
      Set.of("on", "by", "of", "from", "until", "till", "since", "to", "before", "after");

  /** What may follow the day; after any other word it counts something: {@code the 14th round}. */
  private static final Set<String> BEHIND =
      Set.of(
          "and", "to", "after", "before", "by", "with", "when", "while", "in", "at", "but", "said",
          "the", "was", "were", "is", "are", "or", "as", "near", "a", "an", "over");

  private MonthDays() {}

  static @Nullable DateMention at(List<Token> tokens, int at, LocalDate published) {
    int day = day(tokens.get(at));
    if (day == 0 || at < 2 || !tokens.get(at - 1).is("the")) {
      return null;
    }
    if (!BEFORE.contains(tokens.get(at - 2).word()) || !ends(tokens, at + 1)) {
      return null;
    }
    Interval past = Interval.day(past(day, published));
    Interval future = Interval.day(future(day, published));
    return new DateMention(at, at + 1, past, future);
  }

  private static int day(Token token) {
    int index = WORDS.indexOf(token.word());
    if (index >= 0) {
      return index + FIRST_WORD;
    }
    boolean ordinal = token.word().endsWith("th") || token.word().length() > 2;
    return ordinal ? Dates.day(token.word()) : 0;
  }

  private static boolean ends(List<Token> tokens, int at) {
    if (at >= tokens.size() || tokens.get(at).shape() == Token.Shape.MARK) {
      return at >= tokens.size() || !tokens.get(at).is("-");
    }
    return BEHIND.contains(tokens.get(at).word());
  }

  private static LocalDate past(int day, LocalDate published) {
    YearMonth month = YearMonth.from(published);
    if (day > published.getDayOfMonth() + SLACK) {
      month = month.minusMonths(1);
    }
    return onDay(month, day).orElseGet(() -> published);
  }

  private static LocalDate future(int day, LocalDate published) {
    YearMonth month = YearMonth.from(published);
    if (day < published.getDayOfMonth()) {
      month = month.plusMonths(1);
    }
    return onDay(month, day).orElseGet(() -> published);
  }

  private static Optional<LocalDate> onDay(YearMonth month, int day) {
    return month.isValidDay(day) ? Optional.of(month.atDay(day)) : Optional.empty();
  }
}
