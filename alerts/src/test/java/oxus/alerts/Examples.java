package oxus.alerts;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import oxus.schemas.AssessmentCause;
import oxus.schemas.BorderEvent;
import oxus.schemas.ChangeReason;
import oxus.schemas.CitedReport;
import oxus.schemas.Contribution;
import oxus.schemas.Coverage;
import oxus.schemas.EventType;
import oxus.schemas.PlaceKind;
import oxus.schemas.Precision;
import oxus.schemas.Relation;
import oxus.schemas.Reliability;
import oxus.schemas.ReportStatus;
import oxus.schemas.RuleHeld;
import oxus.schemas.SectorAssessment;
import oxus.schemas.ThreatLevel;
import oxus.schemas.ThreatLevelChange;
import oxus.theatre.Actors;
import oxus.theatre.Border;
import oxus.theatre.Gazetteer;
import oxus.theatre.Grading;
import oxus.theatre.Place;
import oxus.theatre.Policy;
import oxus.theatre.Position;
import oxus.theatre.Sector;
import oxus.theatre.Sources;
import oxus.theatre.Theatre;

/** A small invented theatre and what may happen in it; tests change what they care about. */
public final class Examples {
  public static final Instant NOON = Instant.parse("2021-06-22T12:00:00Z");

  private Examples() {}

  public static Theatre theatre() {
    return new Theatre(
        "XX",
        "Three rivers",
        List.of(new Border("XA-XB", List.of("XA", "XB"), List.of("A–B border"))),
        List.of(
            sector("XA-XB/NORTH", "North ford", new Position(60, 38), new Position(62, 38.4)),
            sector("XA-XB/SOUTH", "South ford", new Position(62, 38.4), new Position(64, 37)),
            new Sector("XA-XC/EAST", "East pass", "XA-XC", "a pass", List.of(), List.of())),
        new Gazetteer(List.of(crossing())),
        new Actors(List.of()),
        new Sources(List.of()),
        policy(),
        "ba9876543210");
  }

  /** Thresholds that the level charts show; nothing else of it is asked for here. */
  private static Policy policy() {
    Map<ThreatLevel, Long> up =
        Map.of(
            ThreatLevel.MODERATE, 2_000_000L,
            ThreatLevel.SUBSTANTIAL, 4_000_000L,
            ThreatLevel.SEVERE, 6_000_000L,
            ThreatLevel.CRITICAL, 9_000_000L);
    return new Policy(
        "0123456789ab",
        "name: example",
        Duration.ofMinutes(15),
        new Policy.Levels(up, up, Duration.ofDays(3), Duration.ofDays(60), ThreatLevel.LOW),
        new Policy.Weights(
            new EnumMap<>(EventType.class),
            new EnumMap<>(PlaceKind.class),
            new EnumMap<>(ReportStatus.class),
            new EnumMap<>(Relation.class),
            List.of(),
            Map.of(),
            1,
            Duration.ZERO,
            0),
        new Policy.Incidents(Duration.ZERO, Map.of(), List.of(), 1, 1, 1, 0),
        List.of(),
        Grading.USUAL);
  }

  private static Sector sector(String id, String name, Position... line) {
    return new Sector(id, name, "XA-XB", "around the " + name, List.of(), List.of(line));
  }

  private static Place crossing() {
    return new Place(
        "stone-bridge",
        "Stone bridge",
        List.of("Stone bridge"),
        PlaceKind.CROSSING,
        "XA",
        Optional.of(new Position(61, 38.2)),
        Optional.empty(),
        List.of("XA-XB/NORTH"),
        List.of());
  }

  public static ThreatLevelChange change(
      String sector, long sequence, ThreatLevel from, ThreatLevel to) {
    return changed(sector, sequence, from, to).build();
  }

  public static ThreatLevelChange.Builder changed(
      String sector, long sequence, ThreatLevel from, ThreatLevel to) {
    return ThreatLevelChange.newBuilder()
        .setCoverage(Coverage.NORMAL)
        .setNear(List.of())
        .setChangeId(sector + "#" + sequence)
        .setSector(sector)
        .setSequence(sequence)
        .setFrom(from)
        .setTo(to)
        .setAt(NOON.plusSeconds(3600 * sequence))
        .setReason(ChangeReason.SCORE_ROSE)
        .setExplanation("The score reached 7.5, the threshold of " + to + " is 6.")
        .setScore(7_500_000)
        .setPolicy("0123456789ab")
        .setContributions(
            List.of(
                contribution(EventType.BORDER_SEIZURE, 9_000_000).build(),
                contribution(EventType.TALKS, -1_500_000).build()))
        .setRules(List.of(rule()))
        .setTrigger("event-" + sequence)
        .setAssessment(sequence);
  }

  public static Contribution.Builder contribution(EventType type, long weight) {
    return Contribution.newBuilder()
        .setFigures(List.of())
        .setDeniedBy(List.of())
        .setGrades(List.of())
        .setRulings(List.of())
        .setIncident("incident-of-" + type)
        .setType(type)
        .setStatus(ReportStatus.REPORTED)
        .setRelation(Relation.OWN)
        .setPlace("Stone bridge")
        .setOccurredFrom(LocalDate.parse("2021-06-21"))
        .setOccurredTo(LocalDate.parse("2021-06-22"))
        .setWeight(weight)
        .setGrade("B2")
        .setSources(2)
        .setReportCount(3)
        .setDisputed(false)
        .setReports(List.of(report("the bridge fell before noon").build()));
  }

  public static CitedReport.Builder report(String quote) {
    return CitedReport.newBuilder()
        .setEvent("event-1")
        .setArticleKey("https://news.example/1")
        .setSource("river-post")
        .setSourceName("River Post")
        .setReliability(Reliability.B)
        .setVoice("river-post")
        .setUrl("https://news.example/1?a=1&b=2")
        .setPublishedAt(NOON)
        .setKnownAt(NOON)
        .setStatus(ReportStatus.REPORTED)
        .setQuote(quote)
        .setVerbatim(true);
  }

  private static RuleHeld rule() {
    return RuleHeld.newBuilder()
        .setRule("crossing-lost")
        .setMeaning("A crossing is taken and soldiers flee over it.")
        .setFloor(ThreatLevel.SEVERE)
        .setUntil(NOON.plusSeconds(604_800))
        .setIncidents(List.of("incident-of-BORDER_SEIZURE"))
        .setConditions(List.of())
        .build();
  }

  public static SectorAssessment assessment(String sector, long sequence, long score) {
    return assessed(sector, sequence, score).build();
  }

  public static SectorAssessment.Builder assessed(String sector, long sequence, long score) {
    return SectorAssessment.newBuilder()
        .setCoverage(Coverage.NORMAL)
        .setNear(List.of())
        .setSector(sector)
        .setSequence(sequence)
        .setAt(NOON.plusSeconds(900 * sequence))
        .setCause(AssessmentCause.RECORD)
        .setTrigger("event-" + sequence)
        .setScore(score)
        .setIndicated(ThreatLevel.MODERATE)
        .setSupported(ThreatLevel.MODERATE)
        .setFellBelow(List.of())
        .setExpired(false)
        .setDwell(0)
        .setContributions(List.of(contribution(EventType.ARMED_CLASH, score).build()))
        .setRules(List.of())
        .setPolicy("0123456789ab");
  }

  /** A report as it stands in the log. */
  public static BorderEvent borderEvent(String id) {
    return BorderEvent.newBuilder()
        .setId(id)
        .setArticleKey("https://news.example/" + id)
        .setArticleRevision("0")
        .setSource("river-post")
        .setSourceName("River Post")
        .setPublisherFamily("river-post")
        .setReliability(Reliability.B)
        .setTitle("A bridge is lost")
        .setPublishedAt(NOON)
        .setKnownAt(NOON)
        .setType(EventType.ARMED_CLASH)
        .setStatus(ReportStatus.REPORTED)
        .setScopes(List.of("XA-XB/NORTH"))
        .setPlaces(List.of())
        .setOccurredFrom(LocalDate.parse("2021-06-21"))
        .setOccurredTo(LocalDate.parse("2021-06-21"))
        .setPrecision(Precision.DAY)
        .setEvidence(List.of())
        .setExtractor("hand-coded")
        .build();
  }
}
