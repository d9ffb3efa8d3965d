package oxus.alerts.console;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The slider through time of a page, and the steps to either side.
 *
 * @param path of the page that it moves
 * @param at the moment shown; empty: the present
 * @param earlier the moment of the change before
 * @param later the moment of the change after
 */
record TimeTravel(
    String path,
    Optional<Period> period,
    Optional<Instant> at,
    Optional<Instant> earlier,
    Optional<Instant> later) {
  private static final Duration DAY = Duration.ofDays(1);

  static TimeTravel of(
      String path, Optional<Period> period, Optional<Instant> at, List<Posted> changes) {
    Instant shown = at.or(() -> period.map(Period::to)).orElse(Instant.EPOCH);
    List<Instant> moments = changes.stream().map(posted -> posted.change().getAt()).toList();
    return new TimeTravel(
        path,
        period,
        at,
        moments.stream().filter(moment -> moment.isBefore(shown)).max(Instant::compareTo),
        at.isEmpty()
            ? Optional.empty()
            : moments.stream().filter(moment -> moment.isAfter(shown)).min(Instant::compareTo));
  }

  Optional<String> dayEarlier() {
    return period
        .map(whole -> at.orElse(whole.to()).minus(DAY))
        .filter(moment -> !moment.isBefore(period.get().from()))
        .map(this::link);
  }

  Optional<String> dayLater() {
    return at.map(moment -> moment.plus(DAY))
        .filter(moment -> period.isPresent() && !moment.isAfter(period.get().to()))
        .map(this::link);
  }

  String link(Instant moment) {
    return path + "?at=" + moment;
  }

  /** Minutes since the epoch: what a slider counts in. */
  static long minute(Instant moment) {
    return moment.getEpochSecond() / 60;
  }

  /** As a form's field for date and time wants it. */
  static String field(Instant moment) {
    return moment.toString().substring(0, 16);
  }
}
