package oxus.standalone.story;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import oxus.schemas.LevelState;
import oxus.schemas.SectorAssessment;
import oxus.schemas.ThreatLevel;
import oxus.schemas.ThreatLevelChange;
import oxus.standalone.replay.PurePipeline.Judged;

/** What has come out of the pipeline so far. */
final class Seen {
  private final Map<String, Judged> latest = new TreeMap<>();
  private final Map<String, List<ThreatLevelChange>> changes = new TreeMap<>();

  void add(Judged judged) {
    String sector = judged.assessment().getSector();
    latest.put(sector, judged);
    judged
        .change()
        .ifPresent(change -> changes.computeIfAbsent(sector, key -> new ArrayList<>()).add(change));
  }

  ThreatLevel level(String sector) {
    return Optional.ofNullable(latest.get(sector))
        .map(Judged::level)
        .map(LevelState::getLevel)
        .orElse(ThreatLevel.LOW);
  }

  /** The sector's last assessment; none before anything bore on it. */
  Optional<SectorAssessment> assessment(String sector) {
    return Optional.ofNullable(latest.get(sector)).map(Judged::assessment);
  }

  List<ThreatLevelChange> changes(String sector) {
    return List.copyOf(changes.getOrDefault(sector, List.of()));
  }
}
