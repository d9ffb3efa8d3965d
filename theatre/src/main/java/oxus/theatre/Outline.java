package oxus.theatre;

import java.util.List;

/**
 * The shape of a country on the map, cut off at the map's edge; a picture, not a legal boundary.
 *
 * @param country ISO 3166 alpha-2 code
 * @param rings closed lines, first point repeated as the last
 */
public record Outline(String country, List<List<Position>> rings) {

  public Outline {
    rings = rings.stream().map(List::copyOf).toList();
  }
}
