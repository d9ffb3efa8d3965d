package oxus.standalone.backtest;

import java.util.Locale;

/**
 * A drawing in the making: shapes as lines of SVG, numbers to a tenth, the same on every machine.
 */
final class Svg {
  static final String INK = "#14202b";

  private final StringBuilder lines = new StringBuilder();

  Svg(int width, int height, String title, String description) {
    line(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" viewBox=\"0 0 %d %d\" font-family=\"system-ui, 'Liberation Sans', sans-serif\">",
        width, height);
    line("<title>%s</title>", Markup.text(title));
    line("<desc>%s</desc>", Markup.text(description));
    line("<rect width=\"100%%\" height=\"100%%\" fill=\"#ffffff\"/>");
  }

  /** Shapes up to {@link #close} belong together; the title is shown to who points at them. */
  void open(String title) {
    line("<g><title>%s</title>", Markup.text(title));
  }

  void close() {
    line("</g>");
  }

  void rectangle(double x, double y, double wide, double tall, String fill) {
    line(
        "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" fill=\"%s\"/>",
        x, y, wide, tall, fill);
  }

  /** A line; {@code look} holds its attributes. */
  void stroke(double x1, double y1, double x2, double y2, String look) {
    line("<path d=\"M%.1f %.1fL%.1f %.1f\" %s/>", x1, y1, x2, y2, look);
  }

  void triangle(double x, double base, double tip, String fill) {
    line(
        "<path d=\"M%.1f %.1fH%.1fL%.1f %.1fZ\" fill=\"%s\" stroke=\"%s\"/>",
        x - 5, base, x + 5, x, tip, fill, INK);
  }

  /** Words; {@code anchor} is start, middle or end. */
  void text(double x, double y, String anchor, double size, String words) {
    line(
        "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\" font-size=\"%.1f\">%s</text>",
        x, y, anchor, size, Markup.text(words));
  }

  private void line(String form, Object... values) {
    lines.append(String.format(Locale.ROOT, form, values)).append('\n');
  }

  @Override
  public String toString() {
    return lines + "</svg>\n";
  }
}
