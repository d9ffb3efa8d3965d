package oxus.alerts.work;

/** Text that people type, made harmless before it is kept: for good, and for every reader. */
public final class PlainText {
  /** More marks than this on one letter spill over the lines around it. */
  private static final int MOST_MARKS = 4;

  private PlainText() {}

  /** Without controls, marks that turn the direction of writing, and heaps of combining marks. */
  public static String of(String text) {
    StringBuilder plain = new StringBuilder();
    int marks = 0;
    for (int c : text.replace("\r\n", "\n").strip().codePoints().toArray()) {
      marks = isMark(c) ? marks + 1 : 0;
      if (marks <= MOST_MARKS && isHarmless(c)) {
        plain.appendCodePoint(c);
      }
    }
    return plain.toString();
  }

  private static boolean isHarmless(int c) {
    boolean isControl = (c < 0x20 && c != '\n') || (c >= 0x7F && c <= 0x9F);
    boolean isDirection =
        (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0x200E || c == 0x200F;
    boolean isHalf = c >= 0xD800 && c <= 0xDFFF;
    boolean isHidden = c == 0xFEFF || (c >= 0xE0000 && c <= 0xE007F);
    return !isControl && !isDirection && !isHalf && !isHidden;
  }

  /** By block, not by the tables of a JDK, which differ from one to the next. */
  private static boolean isMark(int c) {
    return (c >= 0x0300 && c <= 0x036F)
        || (c >= 0x0483 && c <= 0x0489)
        || (c >= 0x1AB0 && c <= 0x1AFF)
        || (c >= 0x1DC0 && c <= 0x1DFF)
        || (c >= 0x20D0 && c <= 0x20FF)
        || (c >= 0xFE20 && c <= 0xFE2F);
  }
}
