package oxus.theatre;

import java.util.List;

/**
 * A stretch of a border around one or more crossings: the unit that has a threat level.
 *
 * @param id border id, slash, name: {@code TJ-AF/PANJ}
 * @param name as shown to people
 * @param border id of its border
 * @param about what the stretch is, in one line
 * @param sides what lies on either side of it, in the order of the border's countries
 * @param neighbours ids of the adjacent sectors, either side
 * @param line the stretch of the border line, west to east or north to south; a picture, not a
 *     legal boundary
 */
public record Sector(
    String id,
    String name,
    String border,
    String about,
    List<Side> sides,
    List<String> neighbours,
    List<Position> line) {

  public Sector {
    sides = List.copyOf(sides);
    neighbours = List.copyOf(neighbours);
    line = List.copyOf(line);
  }

  /** A sector of which the sides are not described. */
  public Sector(
      String id,
      String name,
      String border,
      String about,
      List<String> neighbours,
      List<Position> line) {
    this(id, name, border, about, List.of(), neighbours, line);
  }

  Sector along(List<Position> drawn) {
    return new Sector(id, name, border, about, sides, neighbours, drawn);
  }
}
