package oxus.ingest.extract;

import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import oxus.schemas.Precision;

/** Knows of which day a paragraph tells, so that what follows a dated sentence is of that day. */
final class ParagraphDay {
  private static final Set<String> LABEL_MARKS = Set.of(":", "—", "–", ".");

  /** What is told next of a longer time than this was not all of it then. */
  private static final long LONGEST_DAYS = 20;

  private final DateSense sense;
  private Optional<Interval> day = Optional.empty();
  private Optional<Interval> before = Optional.empty();
  private int paragraph = -1;
  private boolean labelled;
  private boolean headingOnly;

  ParagraphDay(DateSense sense) {
    this.sense = sense;
  }

  /** Moves on to a sentence; true when it is of the paragraph of the one before. */
  boolean enter(Reading reading) {
    boolean same = reading.sentence().paragraph() == paragraph;
    paragraph = reading.sentence().paragraph();
    Optional<Interval> label = label(reading);
    if (same) {
      day = before.or(() -> day);
    } else {
      boolean underHeading = labelled && headingOnly;
      day = label.or(() -> underHeading ? day : opening(reading));
      labelled = label.isPresent() || underHeading;
    }
    before = labelled ? Optional.empty() : onlyDay(reading);
    headingOnly = !same && label.isPresent() && isAll(reading, reading.dates().get(0));
    return same;
  }

  Optional<Interval> day() {
    return day;
  }

  /** Whether the paragraph stands under a date of its own, as in a chronicle. */
  boolean isLabelled() {
    return labelled;
  }

  /** Takes the date of an event that the paragraph told. */
  void tell(Interval interval) {
    boolean exact = ChronoUnit.DAYS.between(interval.from(), interval.to()) <= LONGEST_DAYS;
    if (exact && !labelled) {
      day = Optional.of(interval);
    }
  }

  /** The day of a sentence that has one date: what its paragraph tells next was then. */
  private Optional<Interval> onlyDay(Reading reading) {
    if (reading.dates().size() != 1) {
      return Optional.empty();
    }
    DateMention date = reading.dates().get(0);
    return isToldDay(reading, date) ? Optional.of(date.past()) : Optional.empty();
  }

  private boolean isToldDay(Reading reading, DateMention date) {
    return !date.anchored()
        && date.onset() == null
        && date.past().precision() == Precision.DAY
        && !sense.isAfterPublication(date.past())
        && !sense.isOfPlan(reading, date)
        && !sense.isMeasure(reading, date);
  }

  /** {@code 29 August.}, {@code Late July —}: a chronicle's mark before what it tells. */
  private Optional<Interval> label(Reading reading) {
    if (reading.dates().isEmpty()) {
      return Optional.empty();
    }
    DateMention first = reading.dates().get(0);
    Sentence sentence = reading.sentence();
    boolean marked =
        first.from() == 0
            && !first.anchored()
            && first.onset() == null
            && (isAll(reading, first) || LABEL_MARKS.contains(sentence.token(first.to()).word()));
    return marked && !sense.isAfterPublication(first.past())
        ? Optional.of(first.past())
        : Optional.empty();
  }

  private static boolean isAll(Reading reading, DateMention date) {
    Sentence sentence = reading.sentence();
    return date.from() == 0
        && (date.to() == sentence.size()
            || (date.to() == sentence.size() - 1 && !sentence.token(date.to()).isWord()));
  }

  /** {@code June 22 — …}: a paragraph that opens with a day tells of that day. */
  private Optional<Interval> opening(Reading reading) {
    return reading.dates().stream()
        .filter(date -> date.from() == 0 && isToldDay(reading, date))
        .map(DateMention::past)
        .findFirst();
  }
}
