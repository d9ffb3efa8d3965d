package oxus.standalone.replay;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;
import oxus.alerts.escalate.Escalation;
import oxus.processor.correlate.Assessment;
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
  private final Map<String, LevelState> levels = new HashMap<>();
  private final Consumer<Assessment> taker;

  /**
   * An assessment and the level state that it led to.
   *
   * @param level the sector's state once the assessment was judged
   * @param change the alert, if the level moved
   */
  public record Judged(
      SectorAssessment assessment, LevelState level, Optional<ThreatLevelChange> change) {}

  /** Hands on every assessment, written out whole. */
  public PurePipeline(Theatre theatre, Consumer<Judged> judged) {
    this(theatre, (pipeline, assessment) -> judged.accept(pipeline.whole(assessment)));
  }

  private PurePipeline(Theatre theatre, BiConsumer<PurePipeline, Assessment> taker) {
    this.router = new Router(theatre);
    this.fold =
        new PartitionFold(
            new InMemorySectorStates(),
            theatre.policy(),
            change ->
                Policy.parse("policy " + change.getVersion(), change.getText(), ids(theatre)));
    this.taker = assessment -> taker.accept(this, assessment);
  }

  /**
   * Hands on the changes alone. They are the same, and come much faster: an assessment that moves
   * no level is not explained.
   */
  public static PurePipeline ofChanges(Theatre theatre, Consumer<ThreatLevelChange> changes) {
    return new PurePipeline(
        theatre, (pipeline, assessment) -> pipeline.change(assessment).ifPresent(changes));
  }

  public void accept(SpecificRecord record) {
    for (SectorLogEntry entry : router.route(record).entries()) {
      fold.assess(entry, taker);
    }
  }

  private Judged whole(Assessment assessment) {
    SectorAssessment whole = assessment.whole();
    LevelState before = level(whole.getSector());
    Escalation.Decision decision = Escalation.decide(before, whole);
    levels.put(whole.getSector(), decision.state());
    return new Judged(whole, decision.state(), decision.change());
  }

  /**
   * Decides on what a decision takes, and again on the whole where the level moves. The fold knows
   * where it cannot: it has seen all that the escalation has, from the first record on.
   */
  private Optional<ThreatLevelChange> change(Assessment assessment) {
    if (!assessment.mayMoveTheLevel()) {
      return Optional.empty();
    }
    SectorAssessment brief = assessment.brief();
    LevelState before = level(brief.getSector());
    Escalation.Decision decision = Escalation.decide(before, brief);
    levels.put(brief.getSector(), decision.state());
    return decision.change().isEmpty()
        ? Optional.empty()
        : Escalation.decide(before, assessment.whole()).change();
  }

  private LevelState level(String sector) {
    return levels.computeIfAbsent(sector, Escalation::blank);
  }

  private static List<String> ids(Theatre theatre) {
    return theatre.sectors().stream().map(Sector::id).toList();
  }
}
