package oxus.theatre;

import java.util.List;

/**
 * One area of responsibility, whole.
 *
 * @param id scope id of the whole theatre, for example {@code CA}
 * @param outlines the countries of its map
 * @param rivers the rivers of its map
 * @param version first 12 hex digits of SHA-256 over all the theatre's files: two runs with one
 *     version saw the same data
 */
public record Theatre(
    String id,
    String name,
    List<Border> borders,
    List<Sector> sectors,
    List<Outline> outlines,
    List<River> rivers,
    Gazetteer gazetteer,
    Actors actors,
    Sources sources,
    Policy policy,
    String version) {

  public Theatre {
    borders = List.copyOf(borders);
    sectors = List.copyOf(sectors);
    outlines = List.copyOf(outlines);
    rivers = List.copyOf(rivers);
  }

  /** A theatre without a map. */
  public Theatre(
      String id,
      String name,
      List<Border> borders,
      List<Sector> sectors,
      Gazetteer gazetteer,
      Actors actors,
      Sources sources,
      Policy policy,
      String version) {
    this(
        id, name, borders, sectors, List.of(), List.of(), gazetteer, actors, sources, policy,
        version);
  }

  /** The same theatre judged under another policy. */
  public Theatre under(Policy other) {
    return new Theatre(
        id, name, borders, sectors, outlines, rivers, gazetteer, actors, sources, other, version);
  }
}
