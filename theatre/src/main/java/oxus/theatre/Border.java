package oxus.theatre;

import java.util.List;

/**
 * A pair of neighbouring countries.
 *
 * @param id for example {@code TJ-AF}
 * @param countries two ISO 3166 alpha-2 codes, in the order of the id
 * @param names phrases that mean this border: "Tajik-Afghan border", "Afghan-Tajik frontier"
 */
public record Border(String id, List<String> countries, List<String> names) {

  public Border {
    countries = List.copyOf(countries);
    names = List.copyOf(names);
  }
}
