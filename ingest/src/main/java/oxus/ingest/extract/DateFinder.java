package oxus.ingest.extract;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import oxus.schemas.Precision;

/**
 * Finds the dates of an article, sentence by sentence from its start, and resolves them against the
 * day of publication or the date that the text told last.
 */
final class DateFinder {
  private final Dates dates;
  private @Nullable Told told;
  private int sentence;

  DateFinder(LocalDate published) {
    this.dates = new Dates(published);
  }

  /** The dates of the next sentence. */
  List<DateMention> find(List<Token> tokens) {
    DatedLine line = new DatedLine(tokens, dates);
    List<DateMention> found = new ArrayList<>();
    sentence++;
    int at = 0;
    while (at < tokens.size()) {
      DateMention date = DateWords.canStart(tokens.get(at)) ? at(line, at) : null;
      if (date == null) {
        at++;
        continue;
      }
      found.add(remembered(line, date));
      at = date.to();
    }
    return List.copyOf(found);
  }

  private DateMention remembered(DatedLine line, DateMention date) {
    if (!DateLimits.isLimit(line, date) && !isStretch(date) && !isFlashback(date)) {
      told = new Told(date, sentence);
    }
    return date.anchored() ? date : DateLimits.of(line, date);
  }

  /** {@code the past two months}: no text counts on from there. */
  private boolean isStretch(DateMention date) {
    return date.past().to().equals(dates.published()) && date.past().precision() != Precision.DAY;
  }

  /** {@code a week earlier}: the text soon returns to the date that it told before. */
  private boolean isFlashback(DateMention date) {
    return date.anchored()
        && told != null
        && date.past().from().isBefore(told.date().past().from());
  }

  private @Nullable DateMention at(DatedLine line, int at) {
    DateMention date = CalendarSpans.at(line, at);
    date = date != null ? date : Periods.at(line, at, Told.near(told, sentence, Unit.WEEK));
    date = date != null ? date : PointedDates.at(line, at, Told.near(told, sentence, Unit.DAY));
    date = date != null ? date : MonthDays.at(line, at, Told.near(told, sentence, Unit.WEEK));
    date = date != null ? date : Weekdays.at(line, at);
    date = date != null ? date : CountedDates.at(line, at, told, sentence);
    return date != null ? date : DayWords.at(line, at);
  }
}
