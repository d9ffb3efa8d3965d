package oxus.theatre;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import oxus.schemas.EventType;
import oxus.schemas.PlaceKind;
import oxus.schemas.Relation;
import oxus.schemas.ReportStatus;
import oxus.theatre.Policy.Magnitude;
import oxus.theatre.Policy.TypeWeight;
import oxus.theatre.Policy.Weights;

/** Reads what an incident weighs: the {@code weights} of a policy. */
final class WeightsReader {
  private WeightsReader() {}

  static Weights read(Yaml yaml) {
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
        Quantities.fraction(yaml.get("disputed")),
        yaml.get("planGrace").duration(),
        Quantities.fraction(yaml.get("relief")));
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
                entry.get("base").number().doubleValue(),
                Quantities.positive(entry.get("halfLife"))));
      }
    }
    return types;
  }

  private static <E extends Enum<E>> Map<E, Double> factors(Yaml yaml, Class<E> type, boolean all) {
    Map<E, Double> factors = new EnumMap<>(type);
    yaml.only(Arrays.stream(type.getEnumConstants()).map(Enum::name).toArray(String[]::new));
    for (E key : type.getEnumConstants()) {
      Optional<Yaml> value = all ? Optional.of(yaml.get(key.name())) : yaml.find(key.name());
      factors.put(key, value.map(Quantities::factor).orElse(1.0));
    }
    return factors;
  }

  private static List<Double> credibility(Yaml yaml) {
    yaml.only("1", "2", "3", "4", "5", "6");
    List<Double> factors = new ArrayList<>(List.of(0.0));
    for (int step = 1; step <= 6; step++) {
      factors.add(Quantities.factor(yaml.get(Integer.toString(step))));
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
                      Quantities.factor(entry.get("reference")),
                      Quantities.factor(entry.get("slope")),
                      Quantities.factor(entry.get("least")),
                      Quantities.factor(entry.get("most"))));
            });
    return magnitudes;
  }
}
