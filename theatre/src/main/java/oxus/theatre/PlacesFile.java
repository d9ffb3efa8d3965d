package oxus.theatre;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import oxus.schemas.PlaceKind;

/** Reads {@code places.csv}: what can be said of a row by itself is said here. */
final class PlacesFile {
  private static final List<String> COLUMNS =
      List.of(
          "id",
          "name",
          "kind",
          "country",
          "longitude",
          "latitude",
          "within",
          "scopes",
          "spellings",
          "context");

  private PlacesFile() {}

  static List<Located<Place>> read(String file, String text, List<Problem> problems) {
    List<Located<Place>> places = new ArrayList<>();
    for (Csv.Row row : Csv.read(file, text, COLUMNS, problems)) {
      places.add(row.locate(place(row)));
    }
    return places;
  }

  private static Place place(Csv.Row row) {
    return new Place(
        Names.id(row),
        Names.required(row, "name"),
        spellings(row),
        kind(row),
        Names.country(row, row.text("country")),
        position(row),
        row.find("within"),
        row.texts("scopes"),
        row.texts("context"));
  }

  private static List<String> spellings(Csv.Row row) {
    return Names.distinct(row, row.text("name"), row.texts("spellings"));
  }

  private static PlaceKind kind(Csv.Row row) {
    for (PlaceKind kind : PlaceKind.values()) {
      if (kind.name().equals(row.text("kind"))) {
        return kind;
      }
    }
    List<String> kinds = Arrays.stream(PlaceKind.values()).map(Enum::name).toList();
    row.problem(
        "'" + row.text("kind") + "' is no kind of place", Nearest.cure(row.text("kind"), kinds));
    return PlaceKind.OTHER;
  }

  private static Optional<Position> position(Csv.Row row) {
    if (row.text("longitude").isEmpty() && row.text("latitude").isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(new Position(degrees(row, "longitude", 180), degrees(row, "latitude", 90)));
  }

  private static double degrees(Csv.Row row, String column, int limit) {
    String text = row.text(column);
    String culprit = column + " '" + text + "' of place '" + row.text("id") + "'";
    try {
      double degrees = Double.parseDouble(text);
      if (!(StrictMath.abs(degrees) <= limit)) {
        row.problem(culprit + " is out of range", "write " + -limit + " to " + limit + " degrees");
      }
      return degrees;
    } catch (NumberFormatException e) {
      row.problem(culprit + " is not a number", "write decimal degrees, as in 68.60");
      return 0;
    }
  }
}
