package oxus.ingest.extract;

/** The grammatical form in which a trigger stands. */
enum Form {
  BASE,
  THIRD,
  PAST,
  PARTICIPLE,
  /** Regular verbs do not tell: {@code captured}. */
  PAST_OR_PARTICIPLE,
  /** {@code shut}, {@code put}: base, past and participle in one. */
  ANY,
  GERUND,
  NOUN,
  PHRASE;

  boolean isVerb() {
    return this != NOUN && this != PHRASE;
  }

  boolean canBePassive() {
    return this == PARTICIPLE || this == PAST_OR_PARTICIPLE || this == ANY;
  }
}
