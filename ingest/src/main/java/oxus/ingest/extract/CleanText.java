package oxus.ingest.extract;

/**
 * A text made easy to match, with the way back to the original: for each of its characters, where
 * that stood.
 */
final class CleanText {
  private final String original;
  private final String text;
  private final int[] origin;

  /**
   * @param origin index into the original of each character of the text, and one more for its end
   */
  CleanText(String original, String text, int[] origin) {
    this.original = original;
    this.text = text;
    this.origin = origin.clone();
  }

  String original() {
    return original;
  }

  String text() {
    return text;
  }

  /** Index into the original of the character at this index of the clean text. */
  int start(int index) {
    return origin[index];
  }

  /** Index into the original just behind the character before this index of the clean text. */
  int end(int index) {
    if (index == 0) {
      return 0;
    }
    int last = origin[index - 1];
    boolean pair = Character.isHighSurrogate(original.charAt(last)) && last + 1 < original.length();
    return last + (pair ? 2 : 1);
  }
}
