package oxus.standalone.replay;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;
import oxus.alerts.escalate.Escalation;
import oxus.processor.correlate.InMemorySectorStates;
import oxus.processor.correlate.PartitionFold;
import oxus.processor.route.Router;
import oxus.schemas.LevelState;
import oxus.schemas.SectorAssessment;
import oxus.schemas.SectorLogEntry;
import oxus.schemas.ThreatLevelChange;
import oxus.theatre.Policy;
import oxus.theatre.Sector;
import oxus.theatre.Theatre;

/**
 * Route, correlate and escalate on one thread, without Kafka: the same core, in the same order, as
 * the brokered pipeline.
 */
public final class PurePipeline {
  private final Router router;
  private final PartitionFold fold;
  private final Map<String, LevelState> levels = new TreeMap<>();
  private final Consumer<Judged> judged;

  /**
   * An assessment and the level state that it led to.
   *
   * @param level the sector's state once the assessment was judged
   * @param change the alert, if the level moved
   */
  public record Judged(
      SectorAssessment assessment, LevelState level, Optional<ThreatLevelChange> change) {}

  public PurePipeline(Theatre theatre, Consumer<Judged> judged) {
    this.router = new Router(theatre);
    this.fold =
        new PartitionFold(
            new InMemorySectorStates(),
            theatre.policy(),
            change ->
                Policy.parse("policy " + change.getVersion(), change.getText(), ids(theatre)));
    this.judged = judged;
  }

  public void accept(SpecificRecord record) {
    for (SectorLogEntry entry : router.route(record).entries()) {
      fold.fold(entry, this::escalate);
    }
  }

  private void escalate(SectorAssessment assessment) {
    LevelState before = levels.computeIfAbsent(assessment.getSector(), Escalation::blank);
    Escalation.Decision decision = Escalation.decide(before, assessment);
    levels.put(assessment.getSector(), decision.state());
    judged.accept(new Judged(assessment, decision.state(), decision.change()));
  }

  private static List<String> ids(Theatre theatre) {
    return theatre.sectors().stream().map(Sector::id).toList();
  }
}
