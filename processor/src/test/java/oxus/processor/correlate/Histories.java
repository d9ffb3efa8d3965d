package oxus.processor.correlate;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.domains.DomainContextBase;
import org.apache.avro.specific.SpecificRecord;
import oxus.processor.Report;
import oxus.processor.SmallTheatre;
import oxus.schemas.BorderEvent;
import oxus.schemas.EventType;
import oxus.schemas.PlaceRef;
import oxus.schemas.Reliability;
import oxus.schemas.ReportStatus;
import oxus.schemas.Tick;

/**
 * Two weeks of made-up news: several outlets, crossing stories, plans, denials and late reports.
 */
public final class Histories extends DomainContextBase {
  static final Instant BEGIN = Instant.parse("2021-06-20T00:00:00Z");
  static final Instant END = Instant.parse("2021-07-25T00:00:00Z");

  private static final int DAYS = 12;

  /** Reports by knowledge time; at most one of each id. */
  record History(List<Report> reports) {
    History {
      reports = List.copyOf(reports);
    }

    History and(List<Report> more) {
      List<Report> all = new ArrayList<>(reports);
      all.addAll(more);
      return of(all);
    }

    static History of(List<Report> reports) {
      List<Report> sorted = new ArrayList<>(reports);
      // a stable sort: reports of one time keep the order that the test gave them
      sorted.sort(Comparator.comparing(report -> report.event().getKnownAt()));
      return new History(sorted);
    }

    /** The last knowledge time. */
    Instant last() {
      return reports.get(reports.size() - 1).event().getKnownAt();
    }

    /** As a replay has it: each knowledge time closed by a tick, and time going on to the end. */
    List<SpecificRecord> closed() {
      return ticking(Duration.ofDays(1000));
    }

    /** The same with further ticks at every multiple of a duration. */
    List<SpecificRecord> ticking(Duration every) {
      List<SpecificRecord> records = new ArrayList<>();
      Instant tick = BEGIN.plus(every);
      Instant open = BEGIN;
      for (Report told : reports) {
        BorderEvent report = told.event();
        if (report.getKnownAt().isAfter(open)) {
          records.add(new Tick(open));
        }
        for (; tick.isBefore(report.getKnownAt()); tick = tick.plus(every)) {
          records.add(new Tick(tick));
        }
        open = report.getKnownAt();
        records.add(report);
      }
      records.add(new Tick(open));
      for (; tick.isBefore(END); tick = tick.plus(every)) {
        records.add(new Tick(tick));
      }
      records.add(new Tick(END));
      return records;
    }
  }

  @Provide
  Arbitrary<History> histories() {
    return reports("e", Reliability.A, Reliability.B, Reliability.D, Reliability.F)
        .map(History::of);
  }

  /** Reports by sources of these grades. */
  static Arbitrary<List<Report>> reports(String prefix, Reliability... grades) {
    return drafts(grades)
        .list()
        .ofMinSize(1)
        .ofMaxSize(14)
        .map(
            drafts -> {
              List<Report> named = new ArrayList<>();
              for (Report draft : drafts) {
                named.add(draft.named(prefix + named.size()));
              }
              return named;
            });
  }

  private static Arbitrary<Report> drafts(Reliability... grades) {
    return Combinators.combine(
            Arbitraries.of(
                EventType.BORDER_SEIZURE,
                EventType.TERRITORY_SEIZURE,
                EventType.ARMED_CLASH,
                EventType.CROSS_BORDER_ATTACK,
                EventType.TROOP_CROSSING,
                EventType.TALKS,
                EventType.RECAPTURE,
                EventType.REFUGEE_RETURN),
            Arbitraries.frequency(
                Tuple.of(7, ReportStatus.REPORTED),
                Tuple.of(1, ReportStatus.PLANNED),
                Tuple.of(1, ReportStatus.THREATENED),
                Tuple.of(2, ReportStatus.DENIED)),
            Arbitraries.of(
                SmallTheatre.WEST,
                SmallTheatre.WEST,
                SmallTheatre.EAST,
                SmallTheatre.SOUTH,
                SmallTheatre.BORDER,
                SmallTheatre.THEATRE),
            Arbitraries.of(
                List.<PlaceRef>of(),
                List.of(SmallTheatre.BRIDGE),
                List.of(SmallTheatre.BRIDGE_DISTRICT),
                List.of(SmallTheatre.MILL),
                List.of(SmallTheatre.BRIDGE, SmallTheatre.MILL)),
            knownAt(),
            Arbitraries.integers().between(-4, 3),
            Arbitraries.integers().between(0, 2),
            told(grades))
        .as(
            (type, status, scope, places, knownAt, shift, length, told) -> {
              LocalDate from = LocalDate.ofInstant(knownAt, ZoneOffset.UTC).plusDays(shift);
              return at(told, places)
                  .type(type)
                  .status(status)
                  .in(scope)
                  .known(knownAt)
                  .between(from, from.plusDays(length));
            });
  }

  private static Report at(Report report, List<PlaceRef> places) {
    return places.isEmpty() ? report : report.at(places.toArray(new PlaceRef[0]));
  }

  /** On the grid and off it, and often the same time twice. */
  private static Arbitrary<Instant> knownAt() {
    return Combinators.combine(
            Arbitraries.integers().between(0, DAYS),
            Arbitraries.of(0, 6, 12),
            Arbitraries.of(0, 0, 15, 37))
        .as(
            (day, hour, minute) ->
                BEGIN.plus(Duration.ofDays(day).plusHours(hour).plusMinutes(minute)));
  }

  private static Arbitrary<Report> told(Reliability... grades) {
    return Combinators.combine(
            Arbitraries.of(grades),
            Arbitraries.of("one", "two", "three"),
            Arbitraries.of("", "", "", "agency"),
            Arbitraries.of("", "", "raiders", "army"),
            Arbitraries.of(0, 0, 10, 5000))
        .as(
            (grade, outlet, agency, actor, soldiers) -> {
              Report told = Report.report("draft").by(outlet + "-" + grade, grade).unsettled();
              Report credited = agency.isEmpty() ? told : told.wire(agency + "-" + grade);
              Report done = actor.isEmpty() ? credited : credited.doneBy(actor);
              return soldiers == 0 ? done : done.figure(soldiers, "soldiers");
            });
  }
}
