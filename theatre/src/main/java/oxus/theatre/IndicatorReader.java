package oxus.theatre;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import oxus.schemas.EventType;
import oxus.schemas.PlaceKind;
import oxus.schemas.Relation;
import oxus.schemas.ReportStatus;
import oxus.theatre.Indicator.Least;
import oxus.theatre.Policy.Incidents;
import oxus.theatre.Policy.Weights;

/** Reads what an incident must be, and complains of what none can be. */
final class IndicatorReader {
  static final List<String> KEYS =
      List.of(
          "types",
          "placeKinds",
          "places",
          "relations",
          "actors",
          "statuses",
          "figure",
          "disputed",
          "credibility",
          "sources");

  /** Better than doubtful: what satisfies a rule that says nothing of it. */
  private static final int POSSIBLE = 3;

  /** Contradicted: a disputed incident is no better than that. */
  private static final int IMPROBABLE = 5;

  private final PolicyNames names;
  private final Weights weights;
  private final Incidents incidents;

  IndicatorReader(PolicyNames names, Weights weights, Incidents incidents) {
    this.names = names;
    this.weights = weights;
    this.incidents = incidents;
  }

  Indicator read(Yaml yaml) {
    boolean disputed = yaml.find("disputed").map(IndicatorReader::flag).orElse(false);
    return new Indicator(
        types(yaml.get("types")),
        choices(yaml, "placeKinds", PlaceKind.class),
        named(yaml, "places", "place", "places.csv", placeIds()),
        choices(yaml, "relations", Relation.class),
        named(yaml, "actors", "actor", "actors.yaml", names.actors()),
        statuses(yaml),
        yaml.find("figure").map(this::figure),
        disputed,
        yaml.find("credibility")
            .map(entry -> Quantities.whole(entry, 1, IMPROBABLE))
            .orElse(disputed ? IMPROBABLE : POSSIBLE),
        yaml.find("sources").map(this::sources).orElse(1));
  }

  private Optional<List<String>> placeIds() {
    return names.places().map(places -> places.stream().map(Place::id).toList());
  }

  private static List<EventType> types(Yaml yaml) {
    List<EventType> types =
        yaml.items().stream().map(item -> item.choice(EventType.class)).toList();
    for (Yaml item : yaml.items()) {
      if (item.text().equals(EventType.OTHER.name())) {
        item.problem("no incident is of type OTHER", "name the types that are meant");
      }
    }
    if (types.isEmpty() && yaml.isThere()) {
      yaml.problem("no type is named", "name one of docs/glossary.md");
    }
    return types;
  }

  private static List<ReportStatus> statuses(Yaml yaml) {
    if (yaml.find("statuses").isEmpty()) {
      return List.of(ReportStatus.REPORTED);
    }
    for (Yaml item : yaml.get("statuses").items()) {
      if (item.text().equals(ReportStatus.DENIED.name())) {
        item.problem(
            "an incident that is only denied satisfies no rule",
            "write 'disputed: true' for what is both reported and denied");
      }
    }
    return choices(yaml, "statuses", ReportStatus.class);
  }

  private static <E extends Enum<E>> List<E> choices(Yaml yaml, String key, Class<E> type) {
    return yaml.find(key).map(Yaml::items).orElse(List.of()).stream()
        .map(item -> item.choice(type))
        .toList();
  }

  private static List<String> named(
      Yaml yaml, String key, String kind, String file, Optional<List<String>> known) {
    List<Yaml> items = yaml.find(key).map(Yaml::items).orElse(List.of());
    for (Yaml item : items) {
      if (known.filter(ids -> !ids.contains(item.text())).isPresent()) {
        item.problem(
            kind + " '" + item.text() + "' is not in " + file,
            Nearest.cure(item.text(), known.get()));
      }
    }
    return items.stream().map(Yaml::text).toList();
  }

  /** A unit that the policy cannot weigh is more likely a slip than a wish. */
  private Least figure(Yaml yaml) {
    yaml.only("unit", "least");
    Yaml unit = yaml.get("unit");
    Map<String, ?> known = weights.magnitudes();
    if (unit.isThere() && !known.containsKey(unit.text())) {
      unit.problem(
          "unit '" + unit.text() + "' is not among weights.magnitudes",
          Nearest.cure(unit.text(), known.keySet().stream().sorted().toList()));
    }
    return new Least(Quantities.whole(yaml.get("least"), 1, 1_000_000), unit.text());
  }

  private int sources(Yaml yaml) {
    return Quantities.whole(yaml, 1, Math.max(1, incidents.keptReports()));
  }

  static boolean flag(Yaml yaml) {
    if (!Arrays.asList("true", "false").contains(yaml.text())) {
      yaml.problem("'" + yaml.text() + "' is neither true nor false", "write one of them");
    }
    return yaml.text().equals("true");
  }
}
