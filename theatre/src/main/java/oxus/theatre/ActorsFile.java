package oxus.theatre;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import oxus.theatre.Actor.Kind;
import oxus.theatre.Actor.Role;

/** Reads and checks {@code actors.yaml}. */
final class ActorsFile {
  private final Map<String, String> ownerOfSpelling = new LinkedHashMap<>();
  private final Map<String, String> ownerOfAdjective = new LinkedHashMap<>();

  private ActorsFile() {}

  static List<Actor> read(String file, String text, List<Problem> problems) {
    ActorsFile actors = new ActorsFile();
    List<Actor> read = new ArrayList<>();
    Yaml.parse(file, text, problems)
        .entries()
        .forEach((id, actor) -> read.add(actors.actor(id, actor)));
    return read;
  }

  private Actor actor(String id, Yaml actor) {
    actor.only("name", "kind", "country", "spellings", "adjectives", "roles");
    if (!Names.isId(id)) {
      actor.problem("'" + id + "' is no id", "write it in lower case with dashes: al-qaeda");
    }
    Kind kind = actor.get("kind").choice(Kind.class);
    List<Yaml> adjectives = listIn(actor, "adjectives");
    adjectives.forEach(adjective -> claim(id, adjective, ownerOfAdjective));
    return new Actor(
        id,
        actor.get("name").text(),
        spellings(id, actor),
        kind,
        country(id, kind, actor),
        adjectives.stream().map(Yaml::text).toList(),
        roles(id, listIn(actor, "roles")));
  }

  private List<String> spellings(String id, Yaml actor) {
    List<String> spellings = new ArrayList<>();
    claim(id, actor.get("name"), ownerOfSpelling);
    spellings.add(actor.get("name").text());
    for (Yaml spelling : listIn(actor, "spellings")) {
      claim(id, spelling, ownerOfSpelling);
      spellings.add(spelling.text());
    }
    return spellings;
  }

  private static void claim(String id, Yaml word, Map<String, String> owners) {
    String owner = owners.putIfAbsent(Gazetteer.fold(word.text()), id);
    if (owner != null) {
      word.problem(
          "'" + word.text() + "' of actor '" + id + "' is taken by '" + owner + "'",
          "leave it to one of them, once");
    }
  }

  private static Optional<String> country(String id, Kind kind, Yaml actor) {
    Optional<Yaml> country = actor.find("country");
    if (country.isEmpty() && (kind == Kind.STATE || kind == Kind.ORGAN)) {
      actor.problem("'" + id + "' has no country", "add its code, as in country: TJ");
    }
    country
        .filter(code -> !Names.isCountry(code.text()))
        .ifPresent(
            code ->
                code.problem(
                    "'" + code.text() + "' is no country code", "write two capitals, ISO 3166"));
    return country.map(Yaml::text);
  }

  private static List<Role> roles(String id, List<Yaml> roles) {
    List<Role> read = new ArrayList<>();
    for (Yaml role : roles) {
      Role current = role(role.only("role", "from", "to"));
      for (Role earlier : read) {
        if (overlap(earlier, current)) {
          role.problem(
              "'" + id + "' is both " + earlier.role() + " and " + current.role() + " for a time",
              "let the one end on the day before the other begins");
        }
      }
      read.add(current);
    }
    return read;
  }

  private static Role role(Yaml role) {
    Role read =
        new Role(
            role.get("role").text(),
            role.find("from").flatMap(ActorsFile::date),
            role.find("to").flatMap(ActorsFile::date));
    if (first(read).isAfter(last(read))) {
      role.problem("the role ends before it begins", "swap from and to");
    }
    return read;
  }

  private static Optional<LocalDate> date(Yaml date) {
    try {
      return Optional.of(LocalDate.parse(date.text()));
    } catch (DateTimeException e) {
      date.problem("'" + date.text() + "' is no date", "write it as 2021-08-15");
      return Optional.empty();
    }
  }

  private static boolean overlap(Role one, Role other) {
    return !first(one).isAfter(last(other)) && !first(other).isAfter(last(one));
  }

  private static LocalDate first(Role role) {
    return role.from().orElse(LocalDate.MIN);
  }

  private static LocalDate last(Role role) {
    return role.to().orElse(LocalDate.MAX);
  }

  private static List<Yaml> listIn(Yaml actor, String key) {
    return actor.find(key).map(Yaml::items).orElse(List.of());
  }
}
