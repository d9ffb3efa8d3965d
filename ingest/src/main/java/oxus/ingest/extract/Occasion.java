package oxus.ingest.extract;

import java.util.Set;
import oxus.schemas.EventType;

/**
 * Tells where a meeting is only named as the occasion on which something was said: {@code he said
 * at the conference}, {@code in an interview she said}.
 */
final class Occasion {
  /**
   * How far behind the verb of saying the occasion may begin: {@code told reporters on Friday at}.
   */
  private static final int SAID_REACH = 4;

  private static final int LENGTH = 9;
  private static final int START = 6;
  private static final Set<String> AT = Set.of("at", "during");
  private static final Set<String> TWO_SIDES = Set.of("with", "between");
  private static final Set<String> FOR_THE_PRESS = Set.of("interview", "briefing");
  private static final Set<String> OCCASIONS =
      Set.of("meeting", "conference", "session", "summit", "forum", "assembly", "gathering");
  private static final Set<String> LEADS = Set.of("in", "at", "during", "speaking");

  private Occasion() {}

  /** Whether the trigger of talks tells of no more than where something was said. */
  static boolean ofSpeech(Reading reading, Trigger trigger, Mention at) {
    if (trigger.rule().type() != EventType.TALKS || !reading.has(Kind.SAYING.bit())) {
      return false;
    }
    // Words alone would take the next best word of the sentence for the trigger.
    if (trigger.rule().id().equals(WeighedRules.ID)) {
      return beginsForThePress(reading.sentence()) || isSaidThere(reading, Integer.MAX_VALUE);
    }
    return !trigger.form().isVerb() && isSaidThere(reading, at.from());
  }

  private static boolean beginsForThePress(Sentence sentence) {
    if (sentence.size() == 0 || !LEADS.contains(sentence.token(0).word())) {
      return false;
    }
    for (int i = 1; i < Math.min(sentence.size(), START); i++) {
      if (FOR_THE_PRESS.contains(sentence.token(i).word())) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether a verb of saying is followed by an occasion.
   *
   * @param token what stands no further behind the occasion's beginning than its name is long; the
   *     largest number for anywhere
   */
  private static boolean isSaidThere(Reading reading, int token) {
    for (Mention mention : reading.mentions()) {
      int to = Math.min(reading.sentence().size(), mention.to() + SAID_REACH);
      for (int i = mention.to(); mention.is(Kind.SAYING) && i < to; i++) {
        boolean near = token == Integer.MAX_VALUE || (i < token && token - i < LENGTH);
        if (near && AT.contains(reading.sentence().token(i).word()) && isOccasion(reading, i)) {
          return true;
        }
      }
    }
    return false;
  }

  /** One meeting of many, not one between two sides. */
  private static boolean isOccasion(Reading reading, int from) {
    boolean occasion = false;
    for (int i = from; i < Math.min(reading.sentence().size(), from + LENGTH); i++) {
      String word = reading.sentence().token(i).word();
      occasion |= OCCASIONS.contains(word);
      if (TWO_SIDES.contains(word)) {
        return false;
      }
    }
    return occasion;
  }
}
