package oxus.theatre;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What {@code theatre.yaml} says: the theatre's name, its borders and their sectors, these not
 * drawn yet.
 */
record Territory(String id, String name, List<Border> borders, List<Located<Sector>> sectors) {
  private static final Pattern THEATRE_ID = Pattern.compile("[A-Z0-9]+");
  private static final Pattern BORDER_ID = Pattern.compile("[A-Z]{2}-[A-Z]{2}");
  private static final Pattern SECTOR_ID =
      Pattern.compile("[A-Z]{2}-[A-Z]{2}/[A-Z0-9]+(-[A-Z0-9]+)*");
  private static final String NEIGHBOURS = "neighbours";

  static Territory read(String file, String text, List<Problem> problems) {
    Yaml root = Yaml.parse(file, text, problems).only("id", "name", "borders", "sectors");
    String id = root.get("id").text();
    if (!THEATRE_ID.matcher(id).matches()) {
      root.get("id").problem("'" + id + "' is no theatre id", "write it in capitals, as in CA");
    }
    Map<String, Yaml> borders = root.get("borders").entries();
    Map<String, Yaml> sectors = root.get("sectors").entries();
    List<Border> readBorders = new ArrayList<>();
    borders.forEach((key, border) -> readBorders.add(border(key, border)));
    List<Located<Sector>> readSectors = new ArrayList<>();
    sectors.forEach(
        (key, sector) -> {
          readSectors.add(new Located<>(sector(key, sector, borders), file, sector.line()));
          checkNeighbours(key, sector, sectors);
        });
    borders.forEach((key, border) -> checkHasSector(key, border, sectors));
    return new Territory(id, root.get("name").text(), readBorders, readSectors);
  }

  private static Border border(String id, Yaml border) {
    border.only("names");
    if (!BORDER_ID.matcher(id).matches()) {
      border.problem(
          "'" + id + "' is no border id", "write two country codes with a dash, as in TJ-AF");
      return new Border(id, List.of(), List.of());
    }
    return new Border(id, countriesOf(id), border.get("names").texts());
  }

  private static List<String> countriesOf(String border) {
    return List.of(border.substring(0, 2), border.substring(3, 5));
  }

  private static Sector sector(String id, Yaml sector, Map<String, Yaml> borders) {
    sector.only("name", "about", "sides", NEIGHBOURS);
    String border = id.contains("/") ? id.substring(0, id.indexOf('/')) : id;
    if (!SECTOR_ID.matcher(id).matches()) {
      sector.problem(
          "'" + id + "' is no sector id", "write border, slash, name in capitals: TJ-AF/PANJ");
    } else if (!borders.containsKey(border)) {
      sector.problem(
          "sector '" + id + "' lies on border '" + border + "', which is not under borders",
          Nearest.cure(border, borders.keySet()));
    }
    return new Sector(
        id,
        sector.get("name").text(),
        border,
        sector.get("about").text(),
        sides(border, sector.get("sides")),
        sector.get(NEIGHBOURS).texts(),
        List.of());
  }

  private static List<Side> sides(String border, Yaml sides) {
    if (!BORDER_ID.matcher(border).matches()) {
      return List.of();
    }
    List<String> countries = countriesOf(border);
    sides.only(countries.toArray(new String[0]));
    return countries.stream().map(country -> new Side(country, sides.get(country).text())).toList();
  }

  private static void checkNeighbours(String id, Yaml sector, Map<String, Yaml> sectors) {
    for (Yaml neighbour : neighboursOf(sector)) {
      String other = neighbour.text();
      if (other.equals(id)) {
        neighbour.problem("sector '" + id + "' is its own neighbour", "take it off the list");
      } else if (!sectors.containsKey(other)) {
        neighbour.problem(
            "neighbour '" + other + "' of sector '" + id + "' is no sector",
            Nearest.cure(other, sectors.keySet()));
      } else if (neighboursOf(sectors.get(other)).stream()
          .noneMatch(back -> back.text().equals(id))) {
        neighbour.problem(
            "'" + id + "' has neighbour '" + other + "', but not the other way round",
            "add '" + id + "' to the neighbours of '" + other + "' or take it off here");
      }
    }
  }

  /** A list that is missing is reported where the sector is read. */
  private static List<Yaml> neighboursOf(Yaml sector) {
    return sector.find(NEIGHBOURS).map(Yaml::items).orElse(List.of());
  }

  private static void checkHasSector(String id, Yaml border, Map<String, Yaml> sectors) {
    if (sectors.keySet().stream().noneMatch(sector -> sector.startsWith(id + "/"))) {
      border.problem("border '" + id + "' has no sector", "add one under sectors or take it away");
    }
  }
}
