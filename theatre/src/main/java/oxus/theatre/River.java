package oxus.theatre;

import java.util.List;

/**
 * A river as the map shows it, for orientation: its course in a few dozen points.
 *
 * @param name as shown to people
 * @param line from the source downwards
 */
public record River(String name, List<Position> line) {

  public River {
    line = List.copyOf(line);
  }
}
