package oxus.theatre;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import oxus.schemas.EventType;
import oxus.schemas.PlaceKind;
import oxus.schemas.Relation;
import oxus.schemas.ReportStatus;
import oxus.schemas.ThreatLevel;
import oxus.theatre.Policy.Condition;
import oxus.theatre.Policy.Incidents;
import oxus.theatre.Policy.Levels;
import oxus.theatre.Policy.Magnitude;
import oxus.theatre.Policy.Rule;
import oxus.theatre.Policy.TypeWeight;
import oxus.theatre.Policy.Weights;

/**
 * Reads {@code policy.yaml}; every key is required or documented as optional, an unknown one is a
 * problem.
 */
final class PolicyReader {
  private static final BigDecimal MICRO = BigDecimal.valueOf(1_000_000);

  private PolicyReader() {}

  /** The policy; not to be used when there are new problems. */
  static Policy read(String file, String text, Collection<String> sectors, List<Problem> problems) {
    int before = problems.size();
    Yaml yaml = Yaml.parse(file, text, problems);
    if (problems.size() == before) {
      List<String> keys =
          new ArrayList<>(
              List.of("format", "name", "grid", "levels", "weights", "incidents", "rules"));
      keys.addAll(GradingReader.SECTIONS);
      yaml.only(keys.toArray(String[]::new));
    }
    if (problems.size() == before && !yaml.isThere()) {
      yaml.problem("the file is empty", "begin with a copy of the shipped policy.yaml");
    }
    Duration grid = grid(yaml.get("grid"));
    Levels levels = levels(yaml.get("levels"), grid);
    Weights weights = weights(yaml.get("weights"));
    Incidents incidents = incidents(yaml.get("incidents"));
    List<Rule> rules = yaml.get("rules").items().stream().map(rule -> rule(rule, sectors)).toList();
    Grading grading = GradingReader.read(yaml);
    return new Policy(
        TheatreFiles.versionOf(text), text, grid, levels, weights, incidents, rules, grading);
  }

  /** Whole minutes, so that every point of it is an instant that a record can have. */
  private static Duration grid(Yaml yaml) {
    Duration grid = positive(yaml);
    boolean isWhole = grid.equals(Duration.ofMinutes(grid.toMinutes()));
    if (!isWhole || grid.compareTo(Duration.ofDays(1)) > 0) {
      yaml.problem(
          "grid '" + yaml.text() + "' is no whole number of minutes up to a day",
          "write it as PT15M");
      return Duration.ZERO;
    }
    return grid;
  }

  private static Levels levels(Yaml yaml, Duration grid) {
    yaml.only("up", "down", "dwell", "expiry", "expired");
    Map<ThreatLevel, Long> up = thresholds(yaml.get("up"));
    Map<ThreatLevel, Long> down = thresholds(yaml.get("down"));
    for (Map.Entry<ThreatLevel, Long> threshold : down.entrySet()) {
      if (threshold.getValue() > up.getOrDefault(threshold.getKey(), Long.MAX_VALUE)) {
        yaml.get("down")
            .problem(
                "the down threshold of " + threshold.getKey() + " is above its up threshold",
                "lower it");
      }
    }
    Duration dwell = positive(yaml.get("dwell"));
    if (grid.compareTo(Duration.ZERO) > 0 && dwell.toMillis() % grid.toMillis() != 0) {
      yaml.get("dwell")
          .problem("dwell " + dwell + " is not a multiple of grid " + grid, "round it");
    }
    return new Levels(
        up,
        down,
        dwell,
        positive(yaml.get("expiry")),
        yaml.get("expired").choice(ThreatLevel.class));
  }

  private static Map<ThreatLevel, Long> thresholds(Yaml yaml) {
    yaml.only("MODERATE", "SUBSTANTIAL", "SEVERE", "CRITICAL");
    Map<ThreatLevel, Long> thresholds = new EnumMap<>(ThreatLevel.class);
    long below = 0;
    for (ThreatLevel level : ThreatLevel.values()) {
      if (level == ThreatLevel.LOW) {
        continue;
      }
      long score = micro(yaml.get(level.name()));
      if (score <= below && yaml.find(level.name()).isPresent()) {
        yaml.get(level.name())
            .problem("threshold of " + level + " is not above the one before", "raise it");
      }
      thresholds.put(level, score);
      below = score;
    }
    return thresholds;
  }

  private static Weights weights(Yaml yaml) {
    yaml.only(
        "types",
        "placeKinds",
        "statuses",
        "shares",
        "credibility",
        "magnitudes",
        "disputed",
        "planGrace",
        "relief");
    return new Weights(
        types(yaml.get("types")),
        factors(yaml.get("placeKinds"), PlaceKind.class, false),
        factors(yaml.get("statuses"), ReportStatus.class, true),
        factors(yaml.get("shares"), Relation.class, true),
        credibility(yaml.get("credibility")),
        magnitudes(yaml.get("magnitudes")),
        fraction(yaml.get("disputed")),
        yaml.get("planGrace").duration(),
        fraction(yaml.get("relief")));
  }

  private static Map<EventType, TypeWeight> types(Yaml yaml) {
    Map<EventType, TypeWeight> types = new EnumMap<>(EventType.class);
    yaml.only(
        Arrays.stream(EventType.values())
            .filter(type -> type != EventType.OTHER)
            .map(Enum::name)
            .toArray(String[]::new));
    for (EventType type : EventType.values()) {
      if (type != EventType.OTHER) {
        Yaml entry = yaml.get(type.name()).only("base", "halfLife", "why");
        types.put(
            type,
            new TypeWeight(
                entry.get("base").number().doubleValue(), positive(entry.get("halfLife"))));
      }
    }
    return types;
  }

  private static <E extends Enum<E>> Map<E, Double> factors(Yaml yaml, Class<E> type, boolean all) {
    Map<E, Double> factors = new EnumMap<>(type);
    yaml.only(Arrays.stream(type.getEnumConstants()).map(Enum::name).toArray(String[]::new));
    for (E key : type.getEnumConstants()) {
      Optional<Yaml> value = all ? Optional.of(yaml.get(key.name())) : yaml.find(key.name());
      factors.put(key, value.map(PolicyReader::factor).orElse(1.0));
    }
    return factors;
  }

  private static List<Double> credibility(Yaml yaml) {
    yaml.only("1", "2", "3", "4", "5", "6");
    List<Double> factors = new ArrayList<>(List.of(0.0));
    for (int step = 1; step <= 6; step++) {
      factors.add(factor(yaml.get(Integer.toString(step))));
    }
    return factors;
  }

  private static Map<String, Magnitude> magnitudes(Yaml yaml) {
    Map<String, Magnitude> magnitudes = new LinkedHashMap<>();
    yaml.entries()
        .forEach(
            (unit, entry) -> {
              entry.only("reference", "slope", "least", "most");
              magnitudes.put(
                  unit,
                  new Magnitude(
                      factor(entry.get("reference")),
                      factor(entry.get("slope")),
                      factor(entry.get("least")),
                      factor(entry.get("most"))));
            });
    return magnitudes;
  }

  private static Incidents incidents(Yaml yaml) {
    yaml.only(
        "tolerance",
        "tolerances",
        "kin",
        "keptReports",
        "shownContributions",
        "shownReports",
        "forgottenBelow");
    Map<EventType, Duration> tolerances = new LinkedHashMap<>();
    yaml.get("tolerances")
        .entries()
        .forEach(
            (type, value) -> {
              if (Arrays.stream(EventType.values()).noneMatch(known -> known.name().equals(type))) {
                value.problem("'" + type + "' is no EventType", "use a type of docs/glossary.md");
                return;
              }
              tolerances.put(EventType.valueOf(type), value.duration());
            });
    List<List<EventType>> kin =
        yaml.get("kin").items().stream()
            .map(group -> group.items().stream().map(type -> type.choice(EventType.class)).toList())
            .toList();
    return new Incidents(
        yaml.get("tolerance").duration(),
        tolerances,
        kin,
        count(yaml.get("keptReports")),
        count(yaml.get("shownContributions")),
        count(yaml.get("shownReports")),
        micro(yaml.get("forgottenBelow")));
  }

  private static Rule rule(Yaml yaml, Collection<String> sectors) {
    yaml.only("id", "meaning", "sectors", "all", "within", "floor", "lasts");
    List<Yaml> named = yaml.find("sectors").map(Yaml::items).orElse(List.of());
    for (Yaml sector : named) {
      if (!sectors.contains(sector.text())) {
        sector.problem(
            "sector '"
                + sector.text()
                + "' of rule '"
                + yaml.get("id").text()
                + "' is not in the theatre",
            "use one of " + String.join(", ", sectors));
      }
    }
    List<Yaml> conditions = yaml.get("all").items();
    if (conditions.isEmpty()) {
      yaml.problem("rule '" + yaml.get("id").text() + "' has no condition", "add one under all");
    }
    return new Rule(
        yaml.get("id").text(),
        yaml.get("meaning").text(),
        named.stream().map(Yaml::text).toList(),
        conditions.stream().map(PolicyReader::condition).toList(),
        positive(yaml.get("within")),
        yaml.get("floor").choice(ThreatLevel.class),
        positive(yaml.get("lasts")));
  }

  private static Condition condition(Yaml yaml) {
    yaml.only("types", "placeKinds", "relations");
    return new Condition(
        choices(yaml.get("types"), EventType.class),
        yaml.find("placeKinds").map(kinds -> choices(kinds, PlaceKind.class)).orElse(List.of()),
        yaml.find("relations").map(kinds -> choices(kinds, Relation.class)).orElse(List.of()));
  }

  private static <E extends Enum<E>> List<E> choices(Yaml yaml, Class<E> type) {
    return yaml.items().stream().map(item -> item.choice(type)).toList();
  }

  private static double factor(Yaml yaml) {
    double factor = yaml.number().doubleValue();
    if (factor < 0) {
      yaml.problem("'" + yaml.text() + "' is negative", "write zero or more");
    }
    return factor;
  }

  private static double fraction(Yaml yaml) {
    double fraction = factor(yaml);
    if (fraction >= 1) {
      yaml.problem("'" + yaml.text() + "' is not a share", "write a number from 0 to below 1");
    }
    return fraction;
  }

  static int count(Yaml yaml) {
    int count = yaml.number().intValue();
    if (count < 1 && yaml.isThere()) {
      yaml.problem("'" + yaml.text() + "' is no count", "write a whole number from 1");
    }
    return count;
  }

  static Duration positive(Yaml yaml) {
    Duration duration = yaml.duration();
    if (yaml.isThere() && (duration.isNegative() || duration.isZero())) {
      yaml.problem(
          "duration '" + yaml.text() + "' is not above zero", "write it as PT15M, PT72H or P7D");
    }
    return duration;
  }

  static long micro(Yaml yaml) {
    return yaml.number().multiply(MICRO).longValue();
  }
}
