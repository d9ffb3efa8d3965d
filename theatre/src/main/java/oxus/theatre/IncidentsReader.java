package oxus.theatre;

import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import oxus.schemas.EventType;
import oxus.theatre.Policy.Incidents;

/** Reads when reports are of one incident: the {@code incidents} of a policy. */
final class IncidentsReader {
  private IncidentsReader() {}

  static Incidents read(Yaml yaml) {
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
        Quantities.count(yaml.get("keptReports")),
        Quantities.count(yaml.get("shownContributions")),
        Quantities.count(yaml.get("shownReports")),
        Quantities.micro(yaml.get("forgottenBelow")));
  }
}
