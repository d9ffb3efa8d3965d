package oxus.ingest.extract;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the dates of a sentence and resolves them against the day of publication. */
final class DateFinder {
  private static final Set<String> RANGE =
      Set.of("-", "–", "to", "and", "until", "till", "through");
  private static final Set<String> BEFORE_YEAR =
      Set.of(
          "in",
          "since",
          "of",
          "from",
          "until",
          "by",
          "during",
          "before",
          "after",
          "around",
          "between",
          "to",
          "early",
          "late",
          "(",
          "year",
          "back",
          "till",
          "throughout");

  private final Dates dates;

  DateFinder(LocalDate published) {
    this.dates = new Dates(published);
  }

  List<DateMention> find(List<Token> tokens) {
    List<DateMention> found = new ArrayList<>();
    int at = 0;
    while (at < tokens.size()) {
      DateMention mention = at(tokens, at);
      if (mention == null) {
        at++;
        continue;
      }
      found.add(mention);
      at = mention.to();
    }
    return List.copyOf(found);
  }

  private @Nullable DateMention at(List<Token> tokens, int at) {
    DateMention absolute = absolute(tokens, at);
    if (absolute != null) {
      return linked(tokens, absolute);
    }
    DateMention partial = partial(tokens, at);
    if (partial != null) {
      return linked(tokens, partial);
    }
    DateMention monthDay = MonthDays.at(tokens, at, dates.published());
    return monthDay != null ? linked(tokens, monthDay) : relative(tokens, at);
  }

  /** {@code since June}, {@code before 5 July}: the word before a date changes its meaning. */
  private DateMention linked(List<Token> tokens, DateMention date) {
    String before = date.from() > 0 ? tokens.get(date.from() - 1).word() : "";
    if (before.equals("since")) {
      Interval since = date.past().through(dates.today());
      return new DateMention(date.from(), date.to(), since, since);
    }
    return date;
  }

  // --- absolute: a day of a month -------------------------------------------------------------

  private @Nullable DateMention absolute(List<Token> tokens, int at) {
    Token token = tokens.get(at);
    if (token.shape() == Token.Shape.NUMBER) {
      DateMention written = digits(tokens, at);
      return written != null ? written : dayFirst(tokens, at);
    }
    return Dates.month(token) > 0 ? monthFirst(tokens, at) : null;
  }

  /** {@code 2021-08-15}, {@code 15.08.2021}, {@code 15/08/2021}. */
  private @Nullable DateMention digits(List<Token> tokens, int at) {
    String word = tokens.get(at).word();
    if (word.length() == 10 && word.charAt(2) == '.' && word.charAt(5) == '.') {
      return exact(at, at + 1, word.substring(6), word.substring(3, 5), word.substring(0, 2));
    }
    if (at + 4 >= tokens.size()) {
      return null;
    }
    String mark = tokens.get(at + 1).word();
    if (!tokens.get(at + 3).is(mark)) {
      return null;
    }
    String middle = tokens.get(at + 2).word();
    String last = tokens.get(at + 4).word();
    if (mark.equals("-") && word.length() == 4) {
      return exact(at, at + 5, word, middle, last);
    }
    return mark.equals("/") && last.length() == 4 ? exact(at, at + 5, last, middle, word) : null;
  }

  private static @Nullable DateMention exact(
      int from, int to, String year, String month, String day) {
    Optional<LocalDate> date =
        Dates.exact(Dates.number(year), Dates.number(month), Dates.number(day));
    if (date.isEmpty()) {
      return null;
    }
    Interval interval = Interval.day(date.get());
    return new DateMention(from, to, interval, interval);
  }

  /** {@code 22 June}, {@code 22nd of June 2021}, {@code 5-7 July}, {@code 30 June to 2 July}. */
  private @Nullable DateMention dayFirst(List<Token> tokens, int at) {
    int day = Dates.day(tokens.get(at).word());
    if (day == 0) {
      return null;
    }
    int next = is(tokens, at + 1, "of") ? at + 2 : at + 1;
    int month = monthAt(tokens, next);
    if (month > 0) {
      return withEnd(tokens, at, day, month, next + 1);
    }
    if (next + 1 < tokens.size() && RANGE.contains(tokens.get(next).word())) {
      int second = Dates.day(tokens.get(next + 1).word());
      int after = is(tokens, next + 2, "of") ? next + 3 : next + 2;
      int shared = monthAt(tokens, after);
      if (second > 0 && shared > 0) {
        return span(tokens, at, new int[] {day, shared, second, shared}, after + 1);
      }
    }
    return null;
  }

  private @Nullable DateMention withEnd(List<Token> tokens, int at, int day, int month, int next) {
    if (next + 2 < tokens.size() && isRange(tokens, next)) {
      int second = Dates.day(tokens.get(next + 1).word());
      int other = monthAt(tokens, next + 2);
      if (second > 0 && other > 0) {
        return span(tokens, at, new int[] {day, month, second, other}, next + 3);
      }
    }
    return span(tokens, at, new int[] {day, month, day, month}, next);
  }

  private static boolean isRange(List<Token> tokens, int at) {
    return RANGE.contains(tokens.get(at).word()) && !tokens.get(at).is("and");
  }

  /** {@code June 22}, {@code Aug. 15, 2021}, {@code July 5-8}, {@code June 30 to July 2}. */
  private @Nullable DateMention monthFirst(List<Token> tokens, int at) {
    int month = Dates.month(tokens.get(at));
    int next = is(tokens, at + 1, ".") ? at + 2 : at + 1;
    int day = next < tokens.size() ? Dates.day(tokens.get(next).word()) : 0;
    if (day == 0 || isYear(tokens, next)) {
      return null;
    }
    int end = next + 1;
    if (end + 1 < tokens.size() && RANGE.contains(tokens.get(end).word())) {
      int second = Dates.day(tokens.get(end + 1).word());
      if (second > day && !isCount(tokens, end + 2)) {
        return span(tokens, at, new int[] {day, month, second, month}, end + 2);
      }
      int other = monthAt(tokens, end + 1);
      int otherDay = end + 2 < tokens.size() ? Dates.day(tokens.get(end + 2).word()) : 0;
      if (other > 0 && otherDay > 0) {
        return span(tokens, at, new int[] {day, month, otherDay, other}, end + 3);
      }
    }
    return span(tokens, at, new int[] {day, month, day, month}, end);
  }

  /** After {@code and 40} a noun may follow: then it was not a day. */
  private static boolean isCount(List<Token> tokens, int at) {
    return at < tokens.size()
        && tokens.get(at).shape() == Token.Shape.LOWER
        && isPlural(tokens, at);
  }

  private static boolean isPlural(List<Token> tokens, int at) {
    return tokens.get(at).word().endsWith("s");
  }

  private @Nullable DateMention span(List<Token> tokens, int from, int[] days, int end) {
    int comma = is(tokens, end, ",") ? end + 1 : end;
    boolean dated = isYear(tokens, comma);
    int year = dated ? Dates.number(tokens.get(comma).word()) : 0;
    Optional<Interval> past = dates.span(days, year, false);
    Optional<Interval> future = dates.span(days, year, true);
    if (past.isEmpty() || future.isEmpty()) {
      return null;
    }
    return new DateMention(from, dated ? comma + 1 : end, past.get(), future.get());
  }

  // --- partial: a month, a season, a year ------------------------------------------------------

  private @Nullable DateMention partial(List<Token> tokens, int at) {
    Token token = tokens.get(at);
    int month = Dates.month(token);
    if (month > 0) {
      return monthAlone(tokens, at, month);
    }
    if (isYear(tokens, at) && at > 0 && BEFORE_YEAR.contains(tokens.get(at - 1).word())) {
      return year(tokens, at);
    }
    return token.word().length() == 5 && token.word().endsWith("0s") ? decade(token, at) : null;
  }

  private static @Nullable DateMention decade(Token token, int at) {
    int year = Dates.number(token.word().substring(0, 4));
    if (year < 1800 || year > 2100) {
      return null;
    }
    Interval decade =
        Interval.between(LocalDate.of(year, 1, 1), LocalDate.of(year, 1, 1).plusYears(10));
    return new DateMention(at, at + 1, decade, decade);
  }

  private @Nullable DateMention year(List<Token> tokens, int at) {
    int year = Dates.number(tokens.get(at).word());
    int last = year;
    int end = at + 1;
    if (end + 1 < tokens.size()
        && RANGE.contains(tokens.get(end).word())
        && isYear(tokens, end + 1)) {
      last = Math.max(year, Dates.number(tokens.get(end + 1).word()));
      end += 2;
    }
    Interval interval = Interval.between(LocalDate.of(year, 1, 1), LocalDate.of(last, 12, 31));
    return new DateMention(at, end, interval, interval);
  }

  private @Nullable DateMention monthAlone(List<Token> tokens, int at, int month) {
    int end = is(tokens, at + 1, ".") && tokens.get(at).word().length() < 5 ? at + 2 : at + 1;
    int lastMonth = month;
    if (end + 1 < tokens.size() && RANGE.contains(tokens.get(end).word())) {
      int other = monthAt(tokens, end + 1);
      boolean dayFollows = end + 2 < tokens.size() && Dates.day(tokens.get(end + 2).word()) > 0;
      if (other > 0 && !dayFollows) {
        lastMonth = other;
        end += 2;
      }
    }
    int comma = is(tokens, end, ",") ? end + 1 : end;
    boolean dated = isYear(tokens, comma);
    int year = dated ? Dates.number(tokens.get(comma).word()) : 0;
    int part = Dates.part(tokens, at);
    Interval past = dates.months(month, lastMonth, year, part, false);
    Interval future = dates.months(month, lastMonth, year, part, true);
    boolean next = at > 0 && tokens.get(at - 1).is("next");
    return new DateMention(at, dated ? comma + 1 : end, next ? future : past, future);
  }

  // --- relative to publication -----------------------------------------------------------------

  private @Nullable DateMention relative(List<Token> tokens, int at) {
    return RelativeDates.at(tokens, at, dates);
  }

  private static int monthAt(List<Token> tokens, int at) {
    return at < tokens.size() ? Dates.month(tokens.get(at)) : 0;
  }

  private static boolean isYear(List<Token> tokens, int at) {
    if (at >= tokens.size() || tokens.get(at).word().length() != 4) {
      return false;
    }
    int year = Dates.number(tokens.get(at).word());
    return year >= 1800 && year <= 2100;
  }

  private static boolean is(List<Token> tokens, int at, String word) {
    return at < tokens.size() && tokens.get(at).is(word);
  }
}
