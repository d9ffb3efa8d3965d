package oxus.alerts.escalate;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import oxus.schemas.AssessmentCause;
import oxus.schemas.Contribution;
import oxus.schemas.Coverage;
import oxus.schemas.EventType;
import oxus.schemas.FellBelow;
import oxus.schemas.LevelOverride;
import oxus.schemas.Relation;
import oxus.schemas.ReportStatus;
import oxus.schemas.RuleHeld;
import oxus.schemas.SectorAssessment;
import oxus.schemas.ThreatLevel;

/**
 * An assessment as a test tells it; what the test leaves out is ordinary: sector WEST at score 6 by
 * a seized crossing, on a record, dwell a day. Each word makes a copy.
 */
final class Assessment {
  static final Instant NOON = Instant.parse("2021-06-22T12:00:00Z");

  private final List<Consumer<SectorAssessment.Builder>> words;

  private Assessment(List<Consumer<SectorAssessment.Builder>> words) {
    this.words = List.copyOf(words);
  }

  static Assessment at(Instant time) {
    return new Assessment(List.of())
        .with(
            assessment ->
                assessment
                    .setSector("XA-XB/WEST")
                    .setSequence(9)
                    .setTrigger("seizure-1")
                    .setFellBelow(new ArrayList<>())
                    .setExpired(false)
                    .setDwell(Duration.ofDays(1).toMillis())
                    .setContributions(List.of(seizure()))
                    .setRules(new ArrayList<>())
                    .setPolicy("0123456789ab")
                    .setCoverage(Coverage.NORMAL)
                    .setNear(List.of()))
        .because(AssessmentCause.RECORD)
        .score(6)
        .indicating(ThreatLevel.LOW)
        .on(time);
  }

  private static Contribution seizure() {
    return new Contribution(
        "seizure-1",
        EventType.BORDER_SEIZURE,
        ReportStatus.REPORTED,
        Relation.OWN,
        "Bridge",
        LocalDate.parse("2021-06-22"),
        LocalDate.parse("2021-06-22"),
        6_000_000L,
        "B2",
        2,
        2,
        false,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  Assessment on(Instant time) {
    return with(assessment -> assessment.setAt(time));
  }

  Assessment because(AssessmentCause cause) {
    return with(assessment -> assessment.setCause(cause));
  }

  Assessment score(double score) {
    return with(assessment -> assessment.setScore(Math.round(score * 1_000_000)));
  }

  /** Indicates a level, and so supports it. */
  Assessment indicating(ThreatLevel level) {
    return with(assessment -> assessment.setIndicated(level).setSupported(level));
  }

  Assessment supporting(ThreatLevel level) {
    return with(assessment -> assessment.setSupported(level));
  }

  Assessment fell(ThreatLevel level, Instant since) {
    return with(assessment -> assessment.getFellBelow().add(new FellBelow(level, since)));
  }

  Assessment expired() {
    return with(assessment -> assessment.setExpired(true));
  }

  Assessment rule(String id, ThreatLevel floor) {
    RuleHeld rule =
        new RuleHeld(
            id, "What " + id + " means", floor, NOON, List.of("seizure-1"), 1_000_000L, List.of());
    return with(assessment -> assessment.getRules().add(rule));
  }

  Assessment floor(ThreatLevel floor) {
    return with(
        assessment ->
            assessment.setOverride(
                new LevelOverride(
                    "o-1", "XA-XB/WEST", floor, null, NOON, NOON, "duty officer", "a tip")));
  }

  Assessment ceiling(ThreatLevel ceiling) {
    return with(
        assessment ->
            assessment.setOverride(
                new LevelOverride(
                    "o-1", "XA-XB/WEST", null, ceiling, NOON, NOON, "duty officer", "a drill")));
  }

  SectorAssessment record() {
    SectorAssessment.Builder assessment = SectorAssessment.newBuilder();
    words.forEach(word -> word.accept(assessment));
    return assessment.build();
  }

  private Assessment with(Consumer<SectorAssessment.Builder> word) {
    List<Consumer<SectorAssessment.Builder>> longer = new ArrayList<>(words);
    longer.add(word);
    return new Assessment(longer);
  }
}
