package oxus.ingest.imports;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import oxus.schemas.EventType;
import oxus.schemas.ReportStatus;

/**
 * One line of a mapping: rows with these values are events of this type, or are left out and why.
 *
 * @param when the values of columns that make it hold, in the order of the file; a value that ends
 *     with a star is a beginning
 * @param type empty: such rows are left out
 * @param atCrossing the type when it happened at a crossing or post, where that is another one
 * @param byParties the border between the parties' countries is meant, wherever they met
 * @param means what the row says in words, or why it is left out
 */
record TypeRule(
    Map<String, List<String>> when,
    Optional<EventType> type,
    Optional<EventType> atCrossing,
    ReportStatus status,
    boolean byParties,
    String means) {

  TypeRule {
    when = new LinkedHashMap<>(when);
  }

  boolean holds(UnaryOperator<String> cells) {
    return when.entrySet().stream()
        .allMatch(
            condition ->
                condition.getValue().stream()
                    .anyMatch(value -> isLike(cells.apply(condition.getKey()), value)));
  }

  private static boolean isLike(String cell, String value) {
    String got = Columns.key(cell);
    String wanted = Columns.key(value);
    return wanted.endsWith("*")
        ? got.startsWith(wanted.substring(0, wanted.length() - 1))
        : got.equals(wanted);
  }

  /** As a row of a table in a document. */
  String markdown() {
    String conditions =
        when.entrySet().stream()
            .map(
                condition ->
                    "`"
                        + condition.getKey()
                        + "` "
                        + String.join(", ", shown(condition.getValue())))
            .collect(Collectors.joining("; "));
    return "| " + conditions + " | " + becomes() + " | " + means + " |";
  }

  private static List<String> shown(List<String> values) {
    return values.stream().map(value -> value.isEmpty() ? "(empty)" : value).toList();
  }

  private String becomes() {
    return type.map(
            known ->
                known
                    + atCrossing.map(other -> ", at a crossing or post " + other).orElse("")
                    + (status == ReportStatus.REPORTED ? "" : ", " + status)
                    + (byParties ? ", on the border between the parties" : ""))
        .orElse("unmapped");
  }
}
