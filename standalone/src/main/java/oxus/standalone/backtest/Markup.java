package oxus.standalone.backtest;

/** Text that stands in SVG and HTML as it is, whatever it holds. */
final class Markup {
  private Markup() {}

  static String text(String text) {
    return text.codePoints()
        .map(point -> point < 0x20 || Character.getType(point) == Character.SURROGATE ? ' ' : point)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString()
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
