package oxus.theatre;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import oxus.schemas.ThreatLevel;
import oxus.theatre.Policy.Levels;

/** Reads when a score means a level: the {@code grid} and {@code levels} of a policy. */
final class LevelsReader {
  private LevelsReader() {}

  /** Whole minutes, so that every point of it is an instant that a record can have. */
  static Duration grid(Yaml yaml) {
    Duration grid = Quantities.positive(yaml);
    boolean isWhole = grid.equals(Duration.ofMinutes(grid.toMinutes()));
    if (!isWhole || grid.compareTo(Duration.ofDays(1)) > 0) {
      yaml.problem(
          "grid '" + yaml.text() + "' is no whole number of minutes up to a day",
          "write it as PT15M");
      return Duration.ZERO;
    }
    return grid;
  }

  static Levels read(Yaml yaml, Duration grid) {
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
    Duration dwell = Quantities.positive(yaml.get("dwell"));
    if (grid.compareTo(Duration.ZERO) > 0 && dwell.toMillis() % grid.toMillis() != 0) {
      yaml.get("dwell")
          .problem("dwell " + dwell + " is not a multiple of grid " + grid, "round it");
    }
    return new Levels(
        up,
        down,
        dwell,
        Quantities.positive(yaml.get("expiry")),
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
      long score = Quantities.micro(yaml.get(level.name()));
      if (score <= below && yaml.find(level.name()).isPresent()) {
        yaml.get(level.name())
            .problem("threshold of " + level + " is not above the one before", "raise it");
      }
      thresholds.put(level, score);
      below = score;
    }
    return thresholds;
  }
}
