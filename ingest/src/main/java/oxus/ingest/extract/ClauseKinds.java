package oxus.ingest.extract;

/** Which kinds of words stand around a trigger, in its clause. */
record ClauseKinds(Reading reading, Mention at) {
  private static final int NOUN_REACH = 9;

  boolean near(Kind kind) {
    return within(kind, at.from() - NOUN_REACH, at.to() + NOUN_REACH);
  }

  boolean before(Kind kind) {
    return within(kind, at.from() - NOUN_REACH, at.from());
  }

  private boolean within(Kind kind, int from, int to) {
    for (Mention mention : reading.mentions()) {
      if (mention.is(kind)
          && !mention.sameSpot(at)
          && mention.from() >= from
          && mention.from() < to
          && reading.boundaries(mention.from(), at.from()) == 0) {
        return true;
      }
    }
    return false;
  }

  boolean inClauseBefore(Kind kind) {
    return within(kind, 0, at.from());
  }

  boolean inSameClause(Kind kind) {
    return within(kind, 0, reading.sentence().size());
  }

  /** Whether the sentence begins with such a word. */
  boolean startsWith(Kind kind) {
    for (Mention mention : reading.mentions()) {
      if (mention.is(kind) && mention.from() <= 2) {
        return true;
      }
    }
    return false;
  }
}
