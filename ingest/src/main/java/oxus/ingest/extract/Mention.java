package oxus.ingest.extract;

/**
 * A phrase of the lexicon or the theatre, found in a sentence.
 *
 * @param from index of its first token
 * @param to index behind its last token
 */
record Mention(int from, int to, Entry entry) {

  boolean is(long mask) {
    return entry.is(mask);
  }

  boolean is(Kind kind) {
    return entry.is(kind.bit());
  }

  Mention also(Kind kind) {
    return new Mention(from, to, entry.and(Entry.ofKind(kind)));
  }

  boolean sameSpot(Mention other) {
    return from == other.from;
  }
}
