package oxus.alerts.console;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The time that a chart covers, laid out from its left to its right edge with a small margin. */
record TimeAxis(Instant from, Instant to) {
  private static final List<Integer> DAY_STEPS = List.of(1, 2, 7, 14, 28, 56, 91, 182, 364);
  private static final double MARGIN = 0.03;

  /** From the first to the last of these moments, an hour at least; empty when there are none. */
  static Optional<TimeAxis> over(List<Instant> moments) {
    Optional<Instant> from = moments.stream().min(Instant::compareTo);
    Optional<Instant> to = moments.stream().max(Instant::compareTo);
    if (from.isEmpty() || to.isEmpty()) {
      return Optional.empty();
    }
    Instant least = from.get().plus(Duration.ofHours(1));
    return Optional.of(new TimeAxis(from.get(), to.get().isBefore(least) ? least : to.get()));
  }

  double x(Instant at) {
    double share =
        (double) Duration.between(from, at).toMillis() / Duration.between(from, to).toMillis();
    double width = LevelChart.RIGHT - LevelChart.LEFT;
    return LevelChart.LEFT + width * (MARGIN + share * (1 - 2 * MARGIN));
  }

  double x(LocalDate day) {
    return x(day.atStartOfDay(ZoneOffset.UTC).toInstant());
  }

  /** The first moments of days or weeks, evenly apart, at most so many. */
  List<LocalDate> days(int most) {
    LocalDate first = LocalDate.ofInstant(from, ZoneOffset.UTC);
    LocalDate last = LocalDate.ofInstant(to, ZoneOffset.UTC);
    long length = last.toEpochDay() - first.toEpochDay() + 1;
    int step = DAY_STEPS.stream().filter(days -> length / days < most).findFirst().orElse(728);
    List<LocalDate> days = new ArrayList<>();
    for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(step)) {
      days.add(day);
    }
    return days;
  }
}
