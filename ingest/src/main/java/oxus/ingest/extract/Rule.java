package oxus.ingest.extract;

import java.util.List;
import java.util.Optional;
import oxus.schemas.EventType;
import oxus.schemas.ReportStatus;

/**
 * What words, with what arguments, mean which event. Read from the rule files.
 *
 * @param order rank among the rules: where two fit equally well, the lower wins
 * @param subject who must have done it; for a passive the {@code by}-agent, which may be left out
 * @param object what it must have been done to
 * @param near one mask per further argument that must stand in the same clause
 * @param not kinds that must not stand in the clause
 * @param notWords words that must not stand close to the trigger
 * @param words words of which one must stand close to the trigger; none: no such demand
 * @param status what every match is, whatever its grammar
 * @param future what to make of plans: an event with status PLANNED, or nothing
 * @param bearing how the event finds its scope
 * @param mutual true for verbs whose two sides may both stand before it: {@code A and B met}
 * @param named true when a passive must name who did it: only that tells the rule from another
 * @param weight added to the score: below zero for a rule that only stands in when no other fits
 */
record Rule(
    String id,
    int order,
    EventType type,
    Slot subject,
    Slot object,
    List<Long> near,
    long not,
    List<String> notWords,
    List<String> words,
    Optional<ReportStatus> status,
    Future future,
    Bearing bearing,
    boolean mutual,
    boolean named,
    int weight,
    List<String> positive,
    List<String> negative) {

  Rule {
    near = List.copyOf(near);
    notWords = List.copyOf(notWords);
    words = List.copyOf(words);
    positive = List.copyOf(positive);
    negative = List.copyOf(negative);
  }

  /** What a rule makes of its trigger in the future tense. */
  enum Future {
    PLANNED,
    NOTHING
  }

  /** How an event finds its scope. */
  enum Bearing {
    /** It needs a place or a border near the theatre. */
    PLACE,
    /** It is between parties: the border between their countries, or the whole theatre. */
    PARTIES
  }

  /**
   * An argument of a rule.
   *
   * @param mask the kinds that fit; 0: the rule has no such argument
   * @param required false when the rule also fits without it
   */
  record Slot(long mask, boolean required) {
    static final Slot NONE = new Slot(0, false);

    boolean exists() {
      return mask != 0;
    }
  }
}
