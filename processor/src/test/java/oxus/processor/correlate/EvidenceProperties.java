package oxus.processor.correlate;

import static org.assertj.core.api.Assertions.assertThat;
import static oxus.processor.Report.report;
import static oxus.processor.SmallTheatre.FARM;
import static oxus.processor.SmallTheatre.policyWith;
import static oxus.processor.correlate.VoicesTest.heard;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import org.apache.avro.specific.SpecificRecord;
import oxus.processor.Report;
import oxus.processor.correlate.Histories.History;
import oxus.schemas.BorderEvent;
import oxus.schemas.EventType;
import oxus.schemas.Incident;
import oxus.schemas.Reliability;
import oxus.schemas.ReportStatus;
import oxus.schemas.SectorState;
import oxus.schemas.ThreatLevel;
import oxus.schemas.Tick;
import oxus.theatre.Policy;

/** What no history, no copy and no crowd of unknown sources can do to a judgement. */
@Domain(Histories.class)
@Domain(DomainContext.Global.class)
class EvidenceProperties {
  private static final int TRIES = 700;
  private static final int CHEAP_TRIES = 2500;
  private static final String SEED = "20210622";

  /** Holds all reports of a history, so that nothing but copies is ever dropped. */
  private static final Policy ROOMY = policyWith("keptReports: 6", "keptReports: 20");

  @Property(tries = TRIES, seed = SEED)
  void noNumberOfUnknownSourcesLowersALevelOrRaisesItAboveModerate(
      @ForAll("judged") History clean,
      @ForAll("unjudged") List<Report> noise,
      @ForAll @IntRange(max = 139) int sixHours) {
    Instant until = Histories.BEGIN.plus(Duration.ofHours(6L * sixHours));

    Map<String, ThreatLevel> quiet = levels(clean, until);
    Map<String, ThreatLevel> loud = levels(clean.and(noise), until);

    quiet.forEach(
        (sector, level) -> {
          ThreatLevel most = Collections.max(List.of(level, ThreatLevel.MODERATE));
          assertThat(loud.get(sector)).isBetween(level, most);
        });
  }

  /** The level by evidence of every sector at a time. */
  private static Map<String, ThreatLevel> levels(History history, Instant until) {
    List<Report> known =
        history.reports().stream()
            .filter(told -> !told.event().getKnownAt().isAfter(until))
            .toList();
    FoldedLog log = FoldedLog.log();
    if (!known.isEmpty()) {
      List<SpecificRecord> records = History.of(known).closed();
      log.addAll(records.subList(0, records.size() - 1)).add(new Tick(until));
    }
    Map<String, ThreatLevel> levels = new TreeMap<>();
    states(log).forEach(state -> levels.put(state.getSector(), state.getHeld()));
    return levels;
  }

  private static Collection<SectorState> states(FoldedLog log) {
    return log.states().sectors().stream()
        .map(sector -> log.states().load(sector).orElseThrow())
        .toList();
  }

  @Property(tries = TRIES, seed = SEED)
  void copiesOfAReportChangeNothing(
      @ForAll History history,
      @ForAll @IntRange(max = 13) int which,
      @ForAll("copies") int count,
      @ForAll long choices) {
    Report original = history.reports().get(which % history.reports().size());
    List<Report> copies = copies(original, count, new Random(choices));

    assertThat(weights(history.and(copies))).isEqualTo(weights(history));
  }

  @Example
  void tenThousandCopiesOfAReportChangeNothing() {
    Report original = report("e").at(FARM).claimedBy("army").text(42).unsettled();
    History history =
        History.of(List.of(original, original.named("f").by("other").claimedBy("militia")));

    assertThat(weights(history.and(copies(original, 10_000, new Random(1)))))
        .isEqualTo(weights(history));
  }

  @Provide
  Arbitrary<Integer> copies() {
    return Arbitraries.frequencyOf(
        Tuple.of(8, Arbitraries.integers().between(1, 10)), Tuple.of(1, Arbitraries.of(30, 100)));
  }

  /** By the same outlet again, or by one that credits its desk. */
  private static List<Report> copies(Report original, int count, Random random) {
    List<Report> copies = new ArrayList<>();
    BorderEvent event = original.event();
    for (int number = 0; number < count; number++) {
      Report copy = original.named("zz-copy-" + number);
      copies.add(
          random.nextBoolean()
              ? copy
              : copy.by("copier-" + number % 50, event.getReliability()).wire(Voices.desk(event)));
    }
    return copies;
  }

  /** Of every incident: strength, grade, when it was fresh. */
  private static Map<String, String> weights(History history) {
    FoldedLog log = FoldedLog.under(ROOMY);
    List<SpecificRecord> records = history.closed();
    log.addAll(records.subList(0, records.size() - 1)).tick(history.last());
    Map<String, String> weights = new TreeMap<>();
    for (SectorState state : states(log)) {
      for (Incident incident : state.getIncidents()) {
        weights.put(
            state.getSector() + " " + incident.getId(),
            String.join(
                " ",
                Long.toString(incident.getStrength()),
                incident.getGrade(),
                incident.getOccurredTo().toString(),
                incident.getRaisedAt().map(Instant::toString).orElse("never")));
      }
      weights.put(state.getSector(), state.getHeld() + " " + state.getSupported());
    }
    return weights;
  }

  @Property(tries = TRIES, seed = SEED)
  void aSourceThatConfirmsNeverLowersWhatItConfirms(
      @ForAll("judged") History history,
      @ForAll @IntRange(max = 13) int which,
      @ForAll("grades") Reliability grade) {
    Report told = history.reports().get(which % history.reports().size());
    if (told.event().getStatus() != ReportStatus.REPORTED) {
      return;
    }
    Report more = told.named("zz-more").by("new-source", grade).alone().known(history.last());

    Map<String, Long> before = strengths(told, history);
    Map<String, Long> after = strengths(told, history.and(List.of(more)));

    before.forEach(
        (sector, strength) -> {
          if (strength > 0) {
            assertThat(after.get(sector)).isGreaterThanOrEqualTo(strength);
          }
        });
  }

  /** Of the incidents that hold a report, by sector. */
  private static Map<String, Long> strengths(Report told, History history) {
    FoldedLog log = FoldedLog.under(ROOMY);
    List<SpecificRecord> records = history.closed();
    log.addAll(records.subList(0, records.size() - 1));
    Map<String, Long> strengths = new TreeMap<>();
    for (SectorState state : states(log)) {
      state.getIncidents().stream()
          .filter(
              incident ->
                  incident.getReports().stream()
                      .anyMatch(known -> known.getId().equals(told.event().getId())))
          .forEach(incident -> strengths.put(state.getSector(), incident.getStrength()));
    }
    return strengths;
  }

  @Provide
  Arbitrary<Reliability> grades() {
    return Arbitraries.of(Reliability.A, Reliability.C, Reliability.E);
  }

  @Property(tries = TRIES, seed = SEED)
  void moreThatRaisesNeverLowersAScore(
      @ForAll History history,
      @ForAll("raising") EventType type,
      @ForAll("grades") Reliability by) {
    Report more =
        report("zz-more")
            .type(type)
            .by("new-source", by)
            .known(history.last())
            .on(history.last().toString().substring(0, 10))
            .at(FARM)
            .unsettled();

    Map<String, Long> before = scores(history);
    Map<String, Long> after = scores(history.and(List.of(more)));

    before.forEach((sector, score) -> assertThat(after.get(sector)).isGreaterThanOrEqualTo(score));
  }

  private static Map<String, Long> scores(History history) {
    FoldedLog log = FoldedLog.under(ROOMY);
    List<SpecificRecord> records = history.closed();
    log.addAll(records.subList(0, records.size() - 1));
    Map<String, Long> scores = new TreeMap<>();
    for (SectorState state : states(log)) {
      scores.put(state.getSector(), Score.at(history.last(), state.getIncidents(), ROOMY).total());
    }
    return scores;
  }

  @Provide
  Arbitrary<EventType> raising() {
    return Arbitraries.of(
        EventType.TERROR_ATTACK, EventType.MOBILISATION, EventType.MILITANT_PRESENCE);
  }

  @Provide
  Arbitrary<History> judged() {
    return Histories.reports("j", Reliability.A, Reliability.B, Reliability.E).map(History::of);
  }

  @Provide
  Arbitrary<List<Report>> unjudged() {
    return Histories.reports("f", Reliability.F);
  }

  @Property(tries = CHEAP_TRIES, seed = SEED)
  void neitherOrderNorNumberOfCopiesShowsInTheVoices(
      @ForAll("telling") List<Report> told, @ForAll long shuffle) {
    List<BorderEvent> reports = events(told);
    List<BorderEvent> more = new ArrayList<>(reports);
    for (int index = 0; index < reports.size(); index++) {
      more.add(told.get(index).named("zz-" + index).event());
    }
    Collections.shuffle(more, new Random(shuffle));

    Voices voices = Voices.of(heard(reports), 3);
    Voices again = Voices.of(heard(more), 3);

    assertThat(again.names()).isEqualTo(voices.names());
    assertThat(reports)
        .allSatisfy(each -> assertThat(again.of(heard(each))).isEqualTo(voices.of(heard(each))));
  }

  @Property(tries = CHEAP_TRIES, seed = SEED)
  void aDeskOfItsOwnIsAlwaysOneVoiceMore(@ForAll("telling") List<Report> told) {
    List<BorderEvent> reports = events(told);
    List<BorderEvent> more = new ArrayList<>(reports);
    more.add(report("zz").by("new-source").event());

    assertThat(Voices.of(heard(more), 3).count())
        .isEqualTo(Voices.of(heard(reports), 3).count() + 1);
  }

  @Property(tries = CHEAP_TRIES, seed = SEED)
  void whateverSharesADeskIsOneVoice(@ForAll("telling") List<Report> told) {
    List<BorderEvent> reports = events(told);
    Voices voices = Voices.of(heard(reports), 3);

    for (BorderEvent one : reports) {
      for (BorderEvent other : reports) {
        boolean sameText =
            one.getSignature().isPresent() && one.getSignature().equals(other.getSignature());
        if (Voices.desk(one).equals(Voices.desk(other)) || sameText) {
          assertThat(voices.of(heard(one))).isEqualTo(voices.of(heard(other)));
        }
      }
    }
  }

  private static List<BorderEvent> events(List<Report> told) {
    List<BorderEvent> events = new ArrayList<>();
    for (int index = 0; index < told.size(); index++) {
      events.add(told.get(index).named("e" + index).event());
    }
    return events;
  }

  @Provide
  Arbitrary<List<Report>> telling() {
    Arbitrary<String> names = Arbitraries.of("herald", "post", "times", "agency", "army");
    return Combinators.combine(
            names,
            names.optional(0.3),
            names.optional(0.4),
            Arbitraries.of(0L, 1L, 7L, 255L, 65535L).optional(0.3))
        .as(EvidenceProperties::told)
        .list()
        .ofMinSize(1)
        .ofMaxSize(8);
  }

  private static Report told(
      String outlet, Optional<String> wire, Optional<String> claimant, Optional<Long> text) {
    Report told = report("e").by(outlet);
    told = wire.isPresent() ? told.wire(wire.get()) : told;
    told = claimant.isPresent() ? told.claimedBy(claimant.get()) : told;
    return text.isPresent() ? told.text(text.get()) : told;
  }
}
