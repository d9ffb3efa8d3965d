package oxus.ingest.extract;

import java.util.List;

/**
 * One step of reading an article, for people who ask why: an event found, or what was left aside
 * and why.
 *
 * @param passage the sentence that it is about, in the article's own characters
 * @param start offset of the passage's first character in the body, in code points
 * @param trigger the words that set the rule off; empty when a whole sentence was left aside
 * @param rule id of the rule, and empty when none was asked
 * @param reason why, in words
 * @param details what the event was made of: arguments, place, date, confidence; one line each
 */
public record Note(
    Outcome outcome,
    String passage,
    int start,
    String trigger,
    String rule,
    String reason,
    List<String> details) {

  public Note {
    details = List.copyOf(details);
  }

  /** Why a whole article gave nothing. */
  static Note ofArticle(String reason) {
    return new Note(Outcome.SKIPPED, "", 0, "", "", reason, List.of());
  }

  /** What became of a trigger or a sentence. */
  public enum Outcome {
    /** It gave an event. */
    FOUND,
    /** All the words of a sentence tell of an event that no rule found. */
    WEIGHED,
    /** It tells of an event that was told before. */
    MERGED,
    /** A rule's trigger that gave no event. */
    DISCARDED,
    /** A sentence that was not read for events. */
    SKIPPED
  }
}
