package oxus.benchmarks;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import oxus.schemas.BorderEvent;
import oxus.schemas.EventType;
import oxus.schemas.Evidence;
import oxus.schemas.PlaceRef;
import oxus.schemas.Precision;
import oxus.schemas.ReportStatus;
import oxus.schemas.Stake;
import oxus.theatre.Place;
import oxus.theatre.Source;
import oxus.theatre.Theatre;

/**
 * A history that nobody lived through, as a seed makes it: things happen at places of the theatre,
 * and each is told by one to eight sources over the two days after it.
 *
 * @param reportsADay how dense it is
 */
record MadeUpLog(Theatre theatre, long seed, int reportsADay) {
  private static final Instant START = Instant.parse("2021-01-01T00:00:00Z");
  private static final int MOST_TELLINGS = 8;
  private static final Duration LONGEST_DELAY = Duration.ofDays(2);

  /** Reports in the order in which they became known. */
  List<BorderEvent> reports(int count) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Place> places =
        theatre.gazetteer().places().stream()
            .filter(place -> place.scopes().stream().anyMatch(scope -> scope.contains("/")))
            .toList();
    List<EventType> types =
        Arrays.stream(EventType.values()).filter(type -> type != EventType.OTHER).toList();
    Duration step = Duration.ofDays(1).dividedBy(reportsADay);
    List<BorderEvent> reports = new ArrayList<>(count);
    int happening = 0;
    while (reports.size() < count) {
      Instant happened = START.plus(step.multipliedBy(reports.size()));
      Place place = places.get(random.nextInt(places.size()));
      EventType type = types.get(random.nextInt(types.size()));
      int tellings = Math.min(1 + random.nextInt(MOST_TELLINGS), count - reports.size());
      for (int telling = 0; telling < tellings; telling++) {
        Instant known = happened.plusSeconds(random.nextLong(LONGEST_DELAY.toSeconds()));
        Source source =
            theatre.sources().sources().get(random.nextInt(theatre.sources().sources().size()));
        boolean denied = random.nextInt(20) == 0;
        reports.add(
            report(
                "made-up-" + happening + "-" + telling,
                place,
                type,
                source,
                happened,
                known,
                denied));
      }
      happening++;
    }
    reports.sort(Comparator.comparing(BorderEvent::getKnownAt).thenComparing(BorderEvent::getId));
    return reports;
  }

  private static BorderEvent report(
      String id,
      Place place,
      EventType type,
      Source source,
      Instant happened,
      Instant known,
      boolean denied) {
    LocalDate day = LocalDate.ofInstant(happened, ZoneOffset.UTC);
    return new BorderEvent(
        id,
        "example.org/" + id,
        "1",
        source.id(),
        source.name(),
        source.family(),
        null,
        source.reliability(),
        "https://example.org/" + id,
        "A headline of the usual length about " + place.name(),
        known,
        known,
        type,
        denied ? ReportStatus.DENIED : ReportStatus.REPORTED,
        place.scopes(),
        List.of(new PlaceRef(place.id(), place.name(), place.kind(), place.within().orElse(null))),
        place.name(),
        day,
        day,
        Precision.DAY,
        null,
        null,
        null,
        null,
        null,
        List.of(
            new Evidence(
                "A sentence of the usual length says what happened near " + place.name() + ".",
                0,
                60,
                true)),
        900,
        "made-up",
        null,
        true,
        null,
        Stake.NONE);
  }
}
