package oxus.alerts.deliver;

/**
 * Text of others made fit for feeds that people read: one line, nothing that steers a terminal or
 * turns the direction of what stands around it, no towers of accents, bounded. The exact text is in
 * the JSON.
 */
final class PlainText {
  /** Stands where a character was that may not leave. */
  private static final int REPLACED = 0xFFFD;

  /** No script needs more on one letter. */
  private static final int MOST_MARKS = 4;

  private PlainText() {}

  /**
   * The text as one line.
   *
   * @param most characters (code points) that it may have; what is beyond is cut and the cut shown
   */
  static String of(String text, int most) {
    StringBuilder out = new StringBuilder();
    int length = 0;
    int marks = 0;
    boolean spaced = true;
    for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
      int point = replaced(text.codePointAt(at));
      marks = isMark(point) ? marks + 1 : 0;
      boolean isRepeatedSpace = point == ' ' && spaced;
      if (isRepeatedSpace || marks > MOST_MARKS) {
        continue;
      }
      if (length == most) {
        return out.toString().strip() + "…";
      }
      out.appendCodePoint(point);
      length++;
      spaced = point == ' ';
    }
    return out.toString().strip();
  }

  private static int replaced(int point) {
    if (point == '\t' || point == '\n' || point == '\r' || point == 0x2028 || point == 0x2029) {
      return ' ';
    }
    return isControl(point) || isTurning(point) || isNoCharacter(point) ? REPLACED : point;
  }

  private static boolean isControl(int point) {
    return point < 0x20 || (point >= 0x7F && point < 0xA0);
  }

  /** Embeddings, overrides and isolates; the tags that hide text. */
  private static boolean isTurning(int point) {
    return (point >= 0x202A && point <= 0x202E)
        || (point >= 0x2066 && point <= 0x2069)
        || (point >= 0xE0000 && point <= 0xE007F);
  }

  /** What XML cannot carry, and what Unicode keeps from interchange. */
  private static boolean isNoCharacter(int point) {
    return (point >= 0xD800 && point <= 0xDFFF)
        || (point >= 0xFDD0 && point <= 0xFDEF)
        || (point & 0xFFFE) == 0xFFFE;
  }

  /** The blocks of combining marks, as ranges, since tables of Unicode differ between JDKs. */
  private static boolean isMark(int point) {
    return (point >= 0x0300 && point <= 0x036F)
        || (point >= 0x0483 && point <= 0x0489)
        || (point >= 0x0591 && point <= 0x05BD)
        || (point >= 0x064B && point <= 0x065F)
        || (point >= 0x0E34 && point <= 0x0E3A)
        || (point >= 0x0E47 && point <= 0x0E4E)
        || (point >= 0x1AB0 && point <= 0x1AFF)
        || (point >= 0x1DC0 && point <= 0x1DFF)
        || (point >= 0x20D0 && point <= 0x20FF)
        || (point >= 0xFE00 && point <= 0xFE0F)
        || (point >= 0xFE20 && point <= 0xFE2F);
  }
}
