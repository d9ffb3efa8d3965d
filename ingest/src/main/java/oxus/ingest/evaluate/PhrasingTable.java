package oxus.ingest.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import oxus.ingest.evaluate.PhrasingScore.Count;
import oxus.schemas.EventType;

/** The score of a bank of phrasings for people. */
public final class PhrasingTable {
  private PhrasingTable() {}

  public static List<String> of(PhrasingScore score) {
    TextTable table = new TextTable("type", "found", "of", "share", "wrong type", "false hits");
    score.byType().forEach((type, count) -> table.add(row(type.name(), count)));
    Count total = score.total();
    table.add(row("total", total));
    List<String> lines = new ArrayList<>(table.lines());
    lines.add("");
    lines.add("sentences              " + score.sentences().size());
    lines.add(
        "  that report nothing  " + score.nothing() + ", with a false hit " + total.falseHits());
    return lines;
  }

  /** Every sentence in which anything went wrong, a line each. */
  public static List<String> details(PhrasingScore score) {
    return score.findings().stream()
        .map(
            heard ->
                heard.phrasing().where()
                    + "  wanted "
                    + joined(heard.phrasing().types())
                    + ", came "
                    + joined(heard.came())
                    + "  «"
                    + heard.phrasing().sentence()
                    + "»")
        .toList();
  }

  private static List<String> row(String name, Count count) {
    Optional<Double> share =
        Optional.of(count)
            .filter(some -> some.wanted() > 0)
            .map(some -> (double) some.found() / some.wanted());
    return List.of(
        name,
        Long.toString(count.found()),
        Long.toString(count.wanted()),
        TextTable.share(share),
        Long.toString(count.wrong()),
        Long.toString(count.falseHits()));
  }

  private static String joined(List<EventType> types) {
    return types.isEmpty()
        ? "-"
        : types.stream().map(EventType::name).collect(Collectors.joining("|"));
  }
}
