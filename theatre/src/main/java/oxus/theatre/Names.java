package oxus.theatre;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The rules for ids, names and codes that hold for every table of a theatre. */
final class Names {
  private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
  private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");

  private Names() {}

  static boolean isId(String text) {
    return ID.matcher(text).matches();
  }

  static boolean isCountry(String text) {
    return COUNTRY.matcher(text).matches();
  }

  static String id(Csv.Row row) {
    String id = row.text("id");
    if (!isId(id)) {
      row.problem("'" + id + "' is no id", "write it in lower case with dashes: sher-khan-bandar");
    }
    return id;
  }

  static String required(Csv.Row row, String column) {
    if (row.text(column).isEmpty()) {
      row.problem("'" + row.text("id") + "' has no " + column, "fill the cell");
    }
    return row.text(column);
  }

  static String country(Csv.Row row, String code) {
    if (!isCountry(code)) {
      row.problem(
          "'" + code + "' of '" + row.text("id") + "' is no country code",
          "write two capitals, ISO 3166: AF");
    }
    return code;
  }

  /** The name and the other spellings, each once as spellings compare. */
  static List<String> distinct(Csv.Row row, String name, List<String> others) {
    List<String> spellings = new ArrayList<>(List.of(name));
    Set<String> folded = new LinkedHashSet<>(Set.of(Gazetteer.fold(name)));
    for (String other : others) {
      if (folded.add(Gazetteer.fold(other))) {
        spellings.add(other);
        continue;
      }
      row.problem(
          "'"
              + other
              + "' of '"
              + row.text("id")
              + "' is there already, however it is cased or hyphened",
          "take it off the list");
    }
    return spellings;
  }
}
