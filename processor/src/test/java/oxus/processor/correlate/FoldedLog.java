package oxus.processor.correlate;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import oxus.processor.Report;
import oxus.processor.SmallTheatre;
import oxus.processor.route.Router;
import oxus.schemas.LevelOverride;
import oxus.schemas.PolicyChange;
import oxus.schemas.Ruling;
import oxus.schemas.RulingKind;
import oxus.schemas.SectorAssessment;
import oxus.schemas.SectorLogEntry;
import oxus.schemas.ThreatLevel;
import oxus.schemas.Tick;
import oxus.schemas.Withdrawal;
import oxus.theatre.Policy;

/** A log that is folded as it is written, and everything that the fold said about it. */
final class FoldedLog {
  private final Router router = new Router(SmallTheatre.theatre());
  private final List<SectorAssessment> assessments = new ArrayList<>();
  private final SectorStates states;
  private final PartitionFold fold;

  private FoldedLog(Policy policy, SectorStates states) {
    this.states = states;
    this.fold = new PartitionFold(states, policy, SmallTheatre::policyOf);
  }

  static FoldedLog log() {
    return under(SmallTheatre.policy());
  }

  static FoldedLog under(Policy policy) {
    return new FoldedLog(policy, new InMemorySectorStates());
  }

  static FoldedLog over(SectorStates states) {
    return new FoldedLog(SmallTheatre.policy(), states);
  }

  FoldedLog add(Report... reports) {
    for (Report report : reports) {
      add(report.event());
    }
    return this;
  }

  FoldedLog add(SpecificRecord record) {
    router.route(record).entries().forEach(this::fold);
    return this;
  }

  FoldedLog addAll(List<? extends SpecificRecord> records) {
    records.forEach(this::add);
    return this;
  }

  FoldedLog tick(Instant at) {
    return add(new Tick(at));
  }

  FoldedLog tick(String at) {
    return tick(Instant.parse(at));
  }

  /** At least this level in WEST. */
  FoldedLog floor(String id, ThreatLevel floor, String at, String until) {
    return add(
        new LevelOverride(
            id,
            SmallTheatre.WEST,
            floor,
            null,
            Instant.parse(at),
            Instant.parse(until),
            "duty officer",
            "a tip"));
  }

  FoldedLog reject(String ruling, String at, String... events) {
    return add(
        new Ruling(
            ruling,
            RulingKind.REJECT,
            List.of(events),
            null,
            List.of(),
            null,
            Instant.parse(at),
            "analyst",
            "a hoax",
            List.of()));
  }

  FoldedLog withdraw(String article, String at) {
    return add(new Withdrawal(article, null, Instant.parse(at), "retracted"));
  }

  FoldedLog adopt(Policy policy, String at) {
    return add(new PolicyChange(policy.version(), policy.text(), Instant.parse(at), "chief"));
  }

  private void fold(SectorLogEntry entry) {
    fold.fold(entry, assessments::add);
  }

  List<SectorAssessment> assessments() {
    return List.copyOf(assessments);
  }

  List<SectorAssessment> assessments(String sector) {
    return assessments.stream()
        .filter(assessment -> assessment.getSector().equals(sector))
        .toList();
  }

  /** The last assessment of WEST. */
  SectorAssessment latest() {
    return latest(SmallTheatre.WEST);
  }

  SectorAssessment latest(String sector) {
    List<SectorAssessment> all = assessments(sector);
    if (all.isEmpty()) {
      throw new AssertionError("sector " + sector + " was never assessed");
    }
    return all.get(all.size() - 1);
  }

  SectorStates states() {
    return states;
  }
}
