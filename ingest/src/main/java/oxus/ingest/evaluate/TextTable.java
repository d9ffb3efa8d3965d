package oxus.ingest.evaluate;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Rows as lines with aligned columns: words to the left, figures to the right. */
final class TextTable {
  private static final int LONGEST_EXCERPT = 110;

  private final List<List<String>> rows = new ArrayList<>();

  TextTable(String... head) {
    rows.add(List.of(head));
  }

  void add(List<String> row) {
    rows.add(List.copyOf(row));
  }

  /** The lines, with a rule under the head and above the last row, which is the sum. */
  List<String> lines() {
    List<Integer> widths =
        IntStream.range(0, rows.get(0).size())
            .mapToObj(
                column -> rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0))
            .toList();
    List<String> lines = new ArrayList<>();
    rows.forEach(row -> lines.add(line(row, widths)));
    String rule = "-".repeat(Collections.max(lines.stream().map(String::length).toList()));
    lines.add(1, rule);
    lines.add(lines.size() - 1, rule);
    return lines;
  }

  private static String line(List<String> row, List<Integer> widths) {
    StringBuilder line = new StringBuilder(row.get(0));
    line.append(" ".repeat(widths.get(0) - row.get(0).length()));
    for (int column = 1; column < row.size(); column++) {
      line.append(" ".repeat(2 + widths.get(column) - row.get(column).length()))
          .append(row.get(column));
    }
    return line.toString();
  }

  /** A share with three digits; a dash where there is nothing to divide by. */
  static String share(Optional<Double> share) {
    return share
        .map(value -> new BigDecimal(value).setScale(3, RoundingMode.HALF_EVEN).toPlainString())
        .orElse("–");
  }

  /** A piece of an article on one line, cut when it is long. */
  static String excerpt(String text) {
    String line = text.replaceAll("\\s+", " ").strip();
    return line.codePointCount(0, line.length()) <= LONGEST_EXCERPT
        ? "«" + line + "»"
        : "«" + line.substring(0, line.offsetByCodePoints(0, LONGEST_EXCERPT)) + "…»";
  }
}
