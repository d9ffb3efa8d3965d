package oxus.processor.naive;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.avro.specific.SpecificRecord;
import oxus.processor.Report;
import oxus.processor.SmallTheatre;
import oxus.schemas.BorderEvent;
import oxus.schemas.EventType;
import oxus.schemas.LevelOverride;
import oxus.schemas.PlaceRef;
import oxus.schemas.PolicyChange;
import oxus.schemas.Reliability;
import oxus.schemas.ReportStatus;
import oxus.schemas.Ruling;
import oxus.schemas.RulingKind;
import oxus.schemas.Stake;
import oxus.schemas.ThreatLevel;
import oxus.schemas.Tick;
import oxus.schemas.Withdrawal;
import oxus.theatre.Policy;

/**
 * Some days of made-up records about few things, so that they meet: copies, kin, denials, repeats,
 * revisions, rulings that come too early, late news, and several records of one time.
 */
final class RandomLog {
  private static final Instant BEGIN = Instant.parse("2021-06-20T00:00:00Z");
  private static final int REPORTS = 16;

  private final Random random;
  private final List<Policy> policies;
  private final boolean isReplay;
  private final List<SpecificRecord> records = new ArrayList<>();
  private final List<BorderEvent> told = new ArrayList<>();
  private Instant now = BEGIN;

  RandomLog(long seed, List<Policy> policies) {
    this.random = new Random(seed);
    this.policies = policies;
    this.isReplay = random.nextBoolean();
  }

  /** Records of border events, in their order. */
  List<SpecificRecord> records() {
    int length = 6 + random.nextInt(18);
    for (int number = 0; number < length; number++) {
      if (random.nextInt(3) > 0) {
        pass();
      }
      records.add(record(number));
    }
    records.add(new Tick(now));
    records.add(new Tick(now.plus(Duration.ofDays(1 + random.nextInt(8)))));
    return List.copyOf(records);
  }

  private void pass() {
    if (isReplay) {
      records.add(new Tick(now));
    }
    now = now.plus(Duration.ofMinutes(pick(7, 15, 60, 360, 720, 1000, 1440)));
    if (random.nextInt(6) == 0) {
      LocalDate day = LocalDate.ofInstant(now, ZoneOffset.UTC);
      now = Heard.endOf(day).minusSeconds(1);
    }
  }

  private SpecificRecord record(int number) {
    int kind = random.nextInt(40);
    if (kind == 0) {
      Policy policy = pick(policies);
      return new PolicyChange(policy.version(), policy.text(), sometime(), "chief");
    }
    if (kind <= 2) {
      return new Tick(sometime());
    }
    if (kind == 3) {
      return override(number);
    }
    if (kind <= 5) {
      String revision = random.nextInt(3) == 0 ? null : pick("r1", "r2");
      return new Withdrawal(article(), revision, sometime(), "retracted");
    }
    if (kind <= 10) {
      return ruling(number);
    }
    BorderEvent report = kind <= 13 && !told.isEmpty() ? pick(told) : report();
    told.add(report);
    return report;
  }

  /** Mostly now; at times late, which a record of the future is not. */
  private Instant sometime() {
    return random.nextInt(6) > 0 ? now : now.minus(Duration.ofMinutes(random.nextInt(2000)));
  }

  private LevelOverride override(int number) {
    ThreatLevel floor =
        random.nextInt(3) == 0 ? null : pick(ThreatLevel.SUBSTANTIAL, ThreatLevel.SEVERE);
    ThreatLevel ceiling = random.nextBoolean() ? null : ThreatLevel.CRITICAL;
    return new LevelOverride(
        "override-" + number,
        pick(SmallTheatre.WEST, SmallTheatre.EAST),
        floor,
        ceiling,
        sometime(),
        now.plus(Duration.ofMinutes(pick(-30, 100, 1440, 5000))),
        "duty officer",
        "a tip");
  }

  private Ruling ruling(int number) {
    RulingKind kind = pick(RulingKind.values());
    List<String> events = random.nextBoolean() ? List.of(id()) : List.of(id(), id());
    List<BorderEvent> carried = new ArrayList<>();
    if (kind == RulingKind.RESCOPE && random.nextBoolean()) {
      told.stream()
          .filter(each -> events.contains(each.getId()))
          .findFirst()
          .ifPresent(carried::add);
    }
    return new Ruling(
        "ruling-" + random.nextInt(number + 3),
        kind,
        events,
        kind == RulingKind.RETYPE ? type() : null,
        kind == RulingKind.RESCOPE ? List.of(scope()) : List.of(),
        kind == RulingKind.MERGE || kind == RulingKind.SPLIT ? id() : null,
        sometime(),
        "analyst",
        "so it was",
        carried);
  }

  private String id() {
    return "e" + random.nextInt(REPORTS);
  }

  private String article() {
    return "https://herald.example/a" + random.nextInt(6);
  }

  private String scope() {
    return pick(
        SmallTheatre.WEST,
        SmallTheatre.WEST,
        SmallTheatre.WEST,
        SmallTheatre.EAST,
        SmallTheatre.BORDER,
        SmallTheatre.THEATRE);
  }

  private EventType type() {
    return pick(
        EventType.BORDER_SEIZURE,
        EventType.BORDER_SEIZURE,
        EventType.TERRITORY_SEIZURE,
        EventType.ARMED_CLASH,
        EventType.ARMED_CLASH,
        EventType.CROSS_BORDER_ATTACK,
        EventType.TROOP_CROSSING,
        EventType.REFUGEE_FLOW,
        EventType.REFUGEE_RETURN,
        EventType.TALKS,
        EventType.RECAPTURE);
  }

  private BorderEvent report() {
    String id = random.nextInt(8) > 0 ? "e" + told.size() % REPORTS : id();
    LocalDate from = LocalDate.ofInstant(now, ZoneOffset.UTC).plusDays(random.nextInt(5) - 3);
    Report report =
        Report.report(id)
            .ofArticle(article(), pick("r1", "r1", "r2"))
            .type(type())
            .status(
                pick(
                    ReportStatus.REPORTED,
                    ReportStatus.REPORTED,
                    ReportStatus.REPORTED,
                    ReportStatus.REPORTED,
                    ReportStatus.REPORTED,
                    ReportStatus.PLANNED,
                    ReportStatus.PLANNED,
                    ReportStatus.THREATENED,
                    ReportStatus.DENIED,
                    ReportStatus.DENIED))
            .in(scope())
            .known(sometime())
            .between(from, from.plusDays(pick(0, 0, 0, 1, 2)));
    Report placed = at(said(report));
    return (isReplay && random.nextInt(10) > 0 ? placed.unsettled() : placed).event();
  }

  private Report at(Report report) {
    List<PlaceRef> places =
        pick(
            List.<PlaceRef>of(),
            List.of(),
            List.of(SmallTheatre.BRIDGE),
            List.of(SmallTheatre.BRIDGE_DISTRICT),
            List.of(SmallTheatre.MILL),
            List.of(SmallTheatre.FARM),
            List.of(SmallTheatre.MILL, SmallTheatre.BRIDGE));
    return places.isEmpty() ? report : report.at(places.toArray(PlaceRef[]::new));
  }

  private Report said(Report report) {
    int outlet = random.nextInt(6);
    Report said =
        report.by(
            pick("ash", "birch", "cedar", "daily", "echo", "flag") + random.nextInt(2),
            pick(Reliability.A, Reliability.B, Reliability.C, Reliability.E, Reliability.F));
    said =
        outlet == 0 ? said.wire("agency", pick(Reliability.A, Reliability.C, Reliability.F)) : said;
    said = outlet == 1 ? said.wire("ash0") : said;
    said = outlet == 2 ? said.claimedBy(pick("army", "raiders", "birch1", "agency")) : said;
    said = outlet == 2 ? said.staking(pick(Stake.values())) : said;
    said = random.nextInt(4) == 0 ? said.text(pick(0L, 1L, 7L, 31L, 1023L, -1L)) : said;
    said = random.nextInt(3) == 0 ? said.doneBy(pick("raiders", "army")) : said;
    said = random.nextInt(5) == 0 ? said.doneTo(pick("raiders", "army")) : said;
    return random.nextInt(3) == 0
        ? said.figure(pick(0, 10, 100, 150, 5000), pick("soldiers", "soldiers", "killed"))
        : said;
  }

  @SafeVarargs
  private <T> T pick(T... choices) {
    return choices[random.nextInt(choices.length)];
  }

  private <T> T pick(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
