package oxus.ingest.evaluate;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import oxus.schemas.BorderEvent;
import oxus.schemas.EventType;
import oxus.schemas.Evidence;
import oxus.schemas.Precision;
import oxus.schemas.Reliability;
import oxus.schemas.ReportStatus;
import oxus.schemas.Stake;

/** Extracted events for tests, of which only what is scored differs. */
record Told(
    EventType type,
    ReportStatus status,
    List<String> scopes,
    LocalDate from,
    LocalDate to,
    String quote,
    Optional<Integer> start,
    Optional<Integer> end) {
  private static final LocalDate DAY = LocalDate.parse("2021-07-05");
  private static final Instant PUBLISHED = Instant.parse("2021-07-06T23:59:59Z");

  static Told a(EventType type, String scope, String quote) {
    return new Told(
        type,
        ReportStatus.REPORTED,
        List.of(scope),
        DAY,
        DAY,
        quote,
        Optional.empty(),
        Optional.empty());
  }

  Told on(String first, String last) {
    return new Told(
        type, status, scopes, LocalDate.parse(first), LocalDate.parse(last), quote, start, end);
  }

  Told as(ReportStatus other) {
    return new Told(type, other, scopes, from, to, quote, start, end);
  }

  Told at(int first, int last) {
    return new Told(type, status, scopes, from, to, quote, Optional.of(first), Optional.of(last));
  }

  BorderEvent event() {
    return new BorderEvent(
        "0123456789abcdef",
        "wire:made-up",
        "0123456789abcdef0123456789abcdef",
        "wire",
        "Made-up Wire",
        "wire",
        null,
        Reliability.F,
        null,
        "",
        PUBLISHED,
        PUBLISHED,
        type,
        status,
        scopes,
        List.of(),
        "",
        from,
        to,
        Precision.DAY,
        null,
        null,
        null,
        null,
        null,
        List.of(new Evidence(quote, start.orElse(null), end.orElse(null), true)),
        500,
        "made-up",
        null,
        true,
        null,
        Stake.NONE);
  }
}
