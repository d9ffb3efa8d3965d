package oxus.ingest.evaluate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** An evaluation for people: a table of types with a total, then what is counted per article. */
public final class EvaluationTable {
  private EvaluationTable() {}

  public static List<String> of(Evaluation evaluation) {
    TextTable table =
        new TextTable(
            "type",
            "gold",
            "found",
            "right",
            "wrong",
            "again",
            "precision",
            "recall",
            "F1",
            "scope",
            "dates",
            "status");
    evaluation.byType().forEach((type, tally) -> table.add(row(type.name(), tally)));
    table.add(row("total", evaluation.total()));
    List<String> lines = new ArrayList<>(table.lines());
    lines.add("");
    lines.addAll(articles(evaluation));
    return lines;
  }

  /** Every miss, false hit and duplicate, a line each. */
  public static List<String> details(Evaluation evaluation) {
    List<Finding> findings = evaluation.findings();
    int doc = width(findings.stream().map(Finding::doc).toList());
    return findings.stream()
        .map(
            finding ->
                pad(finding.kind(), width(List.of("badlyQuoted")))
                    + "  "
                    + pad(finding.id().orElse(finding.doc()), doc + 3)
                    + "  "
                    + joined(finding.types())
                    + "  "
                    + joined(finding.scopes())
                    + "  "
                    + finding.from()
                    + (finding.to().equals(finding.from()) ? "" : ".." + finding.to())
                    + "  "
                    + joined(finding.statuses())
                    + "  "
                    + TextTable.excerpt(finding.text()))
        .toList();
  }

  private static List<String> row(String name, Tally tally) {
    return List.of(
        name,
        Integer.toString(tally.gold()),
        Integer.toString(tally.found()),
        Integer.toString(tally.right()),
        Integer.toString(tally.wrong()),
        Integer.toString(tally.duplicates()),
        TextTable.share(tally.precision()),
        TextTable.share(tally.recall()),
        TextTable.share(tally.f1()),
        TextTable.share(tally.scope()),
        TextTable.share(tally.dates()),
        TextTable.share(tally.status()));
  }

  private static List<String> articles(Evaluation evaluation) {
    Tally total = evaluation.total();
    return List.of(
        "articles                       " + evaluation.articles().size(),
        "  with nothing to report       "
            + evaluation.quiet()
            + ", left empty "
            + evaluation.quietLeftEmpty(),
        "  with something to report     "
            + evaluation.eventful()
            + ", nothing found in "
            + evaluation.eventfulLeftEmpty(),
        "missed                         " + total.missed(),
        "badly quoted, among the wrong  " + total.badlyQuoted(),
        "optional ones found            " + total.optional(),
        "gold of types left aside       " + evaluation.leftAside());
  }

  private static int width(List<String> words) {
    return words.stream().map(String::length).max(Comparator.naturalOrder()).orElse(0);
  }

  private static String pad(String word, int width) {
    return word + " ".repeat(Math.max(0, width - word.length()));
  }

  private static String joined(List<?> words) {
    return words.stream().map(Object::toString).collect(Collectors.joining("|"));
  }
}
