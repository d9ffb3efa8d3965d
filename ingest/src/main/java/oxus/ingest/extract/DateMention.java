package oxus.ingest.extract;

/**
 * A date found in a sentence.
 *
 * @param from index of its first token
 * @param to index behind its last token
 * @param past what it means for something that has happened: nearest before publication
 * @param future what it means for a plan: nearest after publication
 * @param anchored true when it counts from another date or event: "two years later"
 */
record DateMention(int from, int to, Interval past, Interval future, boolean anchored) {

  DateMention(int from, int to, Interval past, Interval future) {
    this(from, to, past, future, false);
  }
}
