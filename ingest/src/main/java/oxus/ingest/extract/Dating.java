package oxus.ingest.extract;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import oxus.schemas.EventType;
import oxus.schemas.Precision;
import oxus.schemas.ReportStatus;

/**
 * Says when an event occurred: by the date of its clause, else by the day that its paragraph tells
 * of, else by the day of publication.
 */
final class Dating {
  /** What lasts: said to be so since a day, it came about on that day. */
  private static final Set<EventType> LASTING =
      Set.of(
          EventType.BORDER_CLOSURE,
          EventType.BORDER_REOPENING,
          EventType.BORDER_SEIZURE,
          EventType.TERRITORY_SEIZURE,
          EventType.RECAPTURE);

  /** What is said now, though of what is to come. */
  private static final Set<EventType> SAID =
      Set.of(EventType.ASSURANCE, EventType.HOSTILE_STATEMENT, EventType.ASSISTANCE_REQUEST);

  private static final Set<String> NOW =
      Set.of(
          "is",
          "are",
          "will",
          "now",
          "says",
          "say",
          "currently",
          "still",
          "continue",
          "continues",
          "remain",
          "remains",
          "today");

  private static final int BOUNDARY = 10;

  private final LocalDate published;
  private final DateSense sense;
  private final ParagraphDay paragraph;
  private boolean background;

  Dating(LocalDate published) {
    this.published = published;
    this.sense = new DateSense(published);
    this.paragraph = new ParagraphDay(sense);
  }

  /**
   * When, and by what.
   *
   * @param mention the date's words, if the sentence has one
   * @param ahead true when the only date of what was taken for done lies ahead: it is a plan
   */
  record When(Interval interval, Optional<DateMention> mention, boolean ahead) {
    boolean isDated() {
      return mention.isPresent();
    }
  }

  /** Moves on to a sentence. */
  void enter(Reading reading) {
    background = isBackground(reading, paragraph.enter(reading));
  }

  /** All dates of the sentence long past, or none behind such a sentence of its paragraph. */
  boolean isBackground() {
    return background;
  }

  boolean isHistory(Interval interval) {
    return sense.isHistory(interval);
  }

  When of(Reading reading, Mention at, Trigger trigger, ReportStatus status) {
    Optional<DateMention> date = nearest(reading, at, status);
    if (date.isEmpty()) {
      return ahead(reading, at, trigger, status)
          .orElseGet(() -> new When(told(reading, trigger, status), date, false));
    }
    DateMention found = date.get();
    Interval onset = found.onset();
    if (onset != null && status == ReportStatus.REPORTED && isOnset(reading, found, at, trigger)) {
      return new When(onset, date, false);
    }
    Interval interval = status == ReportStatus.PLANNED ? found.future() : found.past();
    if (status == ReportStatus.REPORTED && !found.anchored()) {
      paragraph.tell(interval);
    }
    return new When(interval, date, false);
  }

  /** {@code shut since July}, but not the reopening of {@code shut since July, it was reopened}. */
  private static boolean isOnset(Reading reading, DateMention since, Mention at, Trigger trigger) {
    EventType type = trigger.rule().type();
    return LASTING.contains(type)
        && reading.boundaries(since.from(), at.from()) == 0
        && (type != EventType.BORDER_REOPENING || since.from() >= at.to());
  }

  private boolean isBackground(Reading reading, boolean sameParagraph) {
    if (reading.dates().stream().allMatch(DateMention::anchored)) {
      return sameParagraph && background;
    }
    return reading.dates().stream()
        .allMatch(date -> date.anchored() || sense.isHistory(date.past()));
  }

  /** In a paragraph that tells of a day, what follows in the past tense happened on that day. */
  private Interval told(Reading reading, Trigger trigger, ReportStatus status) {
    boolean past = trigger.form() == Form.PAST || trigger.form() == Form.PAST_OR_PARTICIPLE;
    boolean perfect = false;
    boolean now = false;
    for (Token token : reading.sentence().tokens()) {
      perfect |= token.is("has") || token.is("have");
      now |= NOW.contains(token.word());
    }
    boolean then = paragraph.isLabelled() || (!perfect && (past || !now));
    return paragraph
        .day()
        .filter(day -> then && status != ReportStatus.PLANNED)
        .orElse(new Interval(published, published, Precision.UNKNOWN));
  }

  /** The date of the trigger's clause, else the nearest of the sentence. */
  private Optional<DateMention> nearest(Reading reading, Mention at, ReportStatus status) {
    DateMention best = null;
    int nearest = Integer.MAX_VALUE;
    for (DateMention date : reading.dates()) {
      if (status == ReportStatus.REPORTED
          && (sense.isOfPlan(reading, date) || DateSense.isLimitAhead(date))) {
        continue;
      }
      if (sense.isMeasure(reading, date) || DateSense.isOfWhom(reading, date, at)) {
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

  /** {@code drills are down for 20 September}: the one date of the clause lies ahead. */
  private Optional<When> ahead(Reading reading, Mention at, Trigger trigger, ReportStatus status) {
    if (status != ReportStatus.REPORTED || SAID.contains(trigger.rule().type())) {
      return Optional.empty();
    }
    boolean only = reading.dates().stream().allMatch(date -> sense.isAhead(reading, date));
    return reading.dates().stream()
        .filter(date -> only || reading.boundaries(date.from(), at.from()) == 0)
        .filter(date -> sense.isAhead(reading, date))
        .findFirst()
        .map(date -> new When(date.future(), Optional.of(date), true));
  }
}
