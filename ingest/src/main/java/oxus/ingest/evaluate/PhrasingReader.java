package oxus.ingest.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import oxus.schemas.EventType;
import oxus.theatre.Problem;

/**
 * Reads a bank of phrasings: a head {@code type<TAB>sentence}, then one sentence a line. The type
 * {@code -} says that there is no event, {@code A|B} that there are both.
 */
public final class PhrasingReader {
  private static final String HEAD = "type\tsentence";
  private static final String NOTHING = "-";

  /** What a file holds. */
  public record Reading(List<Phrasing> phrasings, List<Problem> problems) {
    public Reading {
      phrasings = List.copyOf(phrasings);
      problems = List.copyOf(problems);
    }
  }

  private PhrasingReader() {}

  /**
   * Reads a file.
   *
   * @param file its name, for messages
   */
  public static Reading read(String file, String text) {
    List<Phrasing> phrasings = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    List<String> lines = text.lines().toList();
    if (lines.isEmpty() || !lines.get(0).strip().equals(HEAD)) {
      problems.add(new Problem(file, 1, "not the head", "begin with type, a tab, sentence"));
      return new Reading(phrasings, problems);
    }
    for (int number = 2; number <= lines.size(); number++) {
      String line = lines.get(number - 1);
      try {
        if (!line.isBlank()) {
          phrasings.add(phrasing(file + ":" + number, line));
        }
      } catch (BadGoldException e) {
        problems.add(new Problem(file, number, e.culprit(), e.cure()));
      }
    }
    return new Reading(phrasings, problems);
  }

  private static Phrasing phrasing(String where, String line) {
    String[] cells = line.split("\t", -1);
    if (cells.length != 2 || cells[1].isBlank()) {
      throw new BadGoldException(
          "not a type and a sentence", "write a type or -, one tab, the sentence");
    }
    String types = cells[0].strip();
    return new Phrasing(where, types.equals(NOTHING) ? List.of() : types(types), cells[1].strip());
  }

  private static List<EventType> types(String cell) {
    return Arrays.stream(cell.split("\\|", -1))
        .map(String::strip)
        .map(GoldTerms::type)
        .distinct()
        .toList();
  }
}
