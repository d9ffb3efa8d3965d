package oxus.ingest.extract;

/**
 * A word, number or mark of a sentence.
 *
 * @param word in lower case
 * @param start offset of its first character in the clean text
 * @param end offset behind its last character
 * @param shape how it is written
 */
record Token(String word, int start, int end, Shape shape) {

  enum Shape {
    LOWER,
    CAPITAL,
    UPPER,
    NUMBER,
    MARK
  }

  boolean isWord() {
    return shape != Shape.MARK && shape != Shape.NUMBER;
  }

  boolean isCapital() {
    return shape == Shape.CAPITAL || shape == Shape.UPPER;
  }

  boolean is(String other) {
    return word.equals(other);
  }
}
