package oxus.alerts.console;

import java.util.List;

/**
 * The situation at one moment in words, for paper: the page and the PDF say the same.
 *
 * @param exercise whether nothing of it is real
 */
public record SituationReport(String title, String at, boolean exercise, List<Section> sections) {

  public SituationReport {
    sections = List.copyOf(sections);
  }

  /** A heading with its lines; never empty: where there is nothing, a line says so. */
  public record Section(String heading, List<String> lines) {
    public Section {
      lines = List.copyOf(lines);
    }

    static Section of(String heading, List<String> lines, String otherwise) {
      return new Section(heading, lines.isEmpty() ? List.of(otherwise) : lines);
    }
  }
}
