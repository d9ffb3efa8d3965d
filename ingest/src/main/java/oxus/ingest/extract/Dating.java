package oxus.ingest.extract;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import oxus.schemas.Precision;
import oxus.schemas.ReportStatus;

/**
 * Says when an event occurred: by the date of its clause, else by the day that its paragraph tells
 * of, else by the day of publication.
 */
final class Dating {
  private static final Set<String> DUE =
      Set.of("due", "scheduled", "planned", "slated", "upcoming");
  private static final long HISTORY_DAYS = 365;
  private static final long PLAN_DAYS = 200;
  private static final int BOUNDARY = 10;

  private final LocalDate published;
  private Optional<Interval> paragraphDay = Optional.empty();
  private int paragraph = -1;
  private boolean background;

  Dating(LocalDate published) {
    this.published = published;
  }

  /**
   * When, and by what.
   *
   * @param mention the date's words, if the sentence has one
   */
  record When(Interval interval, Optional<DateMention> mention) {
    boolean isDated() {
      return mention.isPresent();
    }
  }

  /** Moves on to a sentence. */
  void enter(Reading reading) {
    boolean same = reading.sentence().paragraph() == paragraph;
    background = isBackground(reading, same);
    paragraph = reading.sentence().paragraph();
    if (!same) {
      paragraphDay = opening(reading);
    }
  }

  /** {@code June 22 — …}: a paragraph that opens with a day tells of that day. */
  private static Optional<Interval> opening(Reading reading) {
    return reading.dates().stream()
        .filter(date -> date.from() == 0 && !date.anchored())
        .map(DateMention::past)
        .filter(day -> day.precision() == Precision.DAY)
        .findFirst();
  }

  /** All dates of the sentence long past, or none behind such a sentence of its paragraph. */
  boolean isBackground() {
    return background;
  }

  boolean isHistory(Interval interval) {
    return interval.to().isBefore(published.minusDays(HISTORY_DAYS));
  }

  When of(Reading reading, Mention at, Trigger trigger, ReportStatus status) {
    Optional<DateMention> date = nearest(reading, at, status);
    if (date.isEmpty()) {
      return new When(told(reading, trigger, status), date);
    }
    DateMention found = date.get();
    Interval interval = status == ReportStatus.PLANNED ? found.future() : found.past();
    if (status == ReportStatus.REPORTED && !found.anchored()) {
      paragraphDay = Optional.of(interval);
    }
    return new When(interval, date);
  }

  private boolean isBackground(Reading reading, boolean sameParagraph) {
    if (reading.dates().stream().allMatch(DateMention::anchored)) {
      return sameParagraph && background;
    }
    return reading.dates().stream().allMatch(date -> date.anchored() || isHistory(date.past()));
  }

  /** In a paragraph that tells of a day, what follows in the past tense happened on that day. */
  private Interval told(Reading reading, Trigger trigger, ReportStatus status) {
    boolean past = trigger.form() == Form.PAST || trigger.form() == Form.PAST_OR_PARTICIPLE;
    boolean perfect = false;
    for (Token token : reading.sentence().tokens()) {
      perfect |= token.is("has") || token.is("have");
    }
    return past && !perfect && status == ReportStatus.REPORTED && paragraphDay.isPresent()
        ? paragraphDay.get()
        : new Interval(published, published, Precision.UNKNOWN);
  }

  /** The date of the trigger's clause, else the nearest of the sentence. */
  private Optional<DateMention> nearest(Reading reading, Mention at, ReportStatus status) {
    DateMention best = null;
    int nearest = Integer.MAX_VALUE;
    for (DateMention date : reading.dates()) {
      if (status == ReportStatus.REPORTED && (isOfPlan(reading, date) || isLimitAhead(date))) {
        continue;
      }
      int gap = date.from() >= at.to() ? date.from() - at.to() : at.from() - date.to();
      int distance = Math.max(0, gap) + BOUNDARY * reading.boundaries(date.from(), at.from());
      if (distance < nearest) {
        nearest = distance;
        best = date;
      }
    }
    return Optional.ofNullable(best);
  }

  /** {@code until September}: says nothing of when something happened. */
  private static boolean isLimitAhead(DateMention date) {
    return date.past().precision() == Precision.UNKNOWN;
  }

  /** {@code due in August}, or a month that without a year would lie long before publication. */
  private boolean isOfPlan(Reading reading, DateMention date) {
    for (int i = Math.max(0, date.from() - 3); i < date.from(); i++) {
      if (DUE.contains(reading.sentence().token(i).word())) {
        return true;
      }
    }
    boolean yearless = !date.past().equals(date.future());
    return yearless && date.past().to().isBefore(published.minusDays(PLAN_DAYS));
  }
}
