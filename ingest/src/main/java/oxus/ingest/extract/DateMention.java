package oxus.ingest.extract;

import org.jspecify.annotations.Nullable;

/**
 * A date found in a sentence.
 *
 * @param from index of its first token
 * @param to index behind its last token
 * @param past what it means for something that has happened: nearest before publication
 * @param future what it means for a plan: nearest after publication
 * @param anchored true when it counts from another date or event: "two years later"
 * @param onset of "since July": July, when what has lasted since then came about
 */
record DateMention(
    int from, int to, Interval past, Interval future, boolean anchored, @Nullable Interval onset) {

  DateMention(int from, int to, Interval past, Interval future) {
    this(from, to, past, future, false);
  }

  DateMention(int from, int to, Interval past, Interval future, boolean anchored) {
    this(from, to, past, future, anchored, null);
  }
}
