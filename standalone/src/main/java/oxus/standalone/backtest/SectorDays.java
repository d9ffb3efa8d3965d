package oxus.standalone.backtest;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import oxus.schemas.ThreatLevel;
import oxus.standalone.backtest.Facts.Bearing;

/**
 * Days of sectors by the highest level of the day, from the first report's day to the last one's.
 *
 * @param at how many days each level was the highest
 * @param quiet days on which, and for two weeks before, no report raised anything in the sector or
 *     on its border
 * @param quietSevere of these, how many were at SEVERE or above at any moment
 */
public record SectorDays(Map<ThreatLevel, Integer> at, int quiet, int quietSevere) {
  private static final int MEMORY = 14;

  public SectorDays {
    at = new EnumMap<>(at);
  }

  static SectorDays of(LevelRun run, Facts facts) {
    Map<ThreatLevel, Integer> at = new EnumMap<>(ThreatLevel.class);
    for (ThreatLevel level : ThreatLevel.values()) {
      at.put(level, 0);
    }
    int quiet = 0;
    int quietSevere = 0;
    for (LevelHistory history : run.histories()) {
      TreeSet<LocalDate> raised = raised(facts.of(history.sector()));
      for (LocalDate day : facts.days()) {
        ThreatLevel level = history.highest(Facts.startOf(day), Facts.startOf(day.plusDays(1)));
        at.merge(level, 1, Integer::sum);
        if (raised.subSet(day.minusDays(MEMORY), true, day, true).isEmpty()) {
          quiet++;
          quietSevere += level.compareTo(ThreatLevel.SEVERE) >= 0 ? 1 : 0;
        }
      }
    }
    return new SectorDays(at, quiet, quietSevere);
  }

  private static TreeSet<LocalDate> raised(List<Bearing> reports) {
    TreeSet<LocalDate> days = new TreeSet<>();
    reports.stream().filter(Bearing::raises).forEach(report -> days.add(Facts.day(report.known())));
    return days;
  }

  int all() {
    return at.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** Days at this level or above. */
  int from(ThreatLevel level) {
    return at.entrySet().stream()
        .filter(entry -> entry.getKey().compareTo(level) >= 0)
        .mapToInt(Map.Entry::getValue)
        .sum();
  }
}
