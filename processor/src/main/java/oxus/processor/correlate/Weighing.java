package oxus.processor.correlate;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import oxus.schemas.BorderEvent;
import oxus.schemas.EventType;
import oxus.schemas.Incident;
import oxus.schemas.PlaceRef;
import oxus.schemas.Relation;
import oxus.schemas.ReportStatus;
import oxus.theatre.Policy;
import oxus.theatre.Policy.Magnitude;
import oxus.theatre.Policy.Weights;

/**
 * What an incident weighs: base × place kind × status × magnitude × share × credibility, halved
 * every half-life after it occurred. {@link StrictMath} and a rounding to micro-units make it the
 * same number on every machine.
 */
record Weighing(Policy policy) {
  private static final double MICRO = 1_000_000;
  private static final double DENIAL_UNIT = 1000;

  /** Weight before decay, micro-units. */
  long strength(
      EventType type,
      ReportStatus status,
      Relation relation,
      List<PlaceRef> places,
      Grade grade,
      List<BorderEvent> telling) {
    Weights weights = policy.weights();
    double strength =
        weights.type(type).base()
            * places.stream()
                .mapToDouble(place -> weights.placeKind(place.getKind()))
                .max()
                .orElse(1)
            * weights.status(status)
            * magnitude(telling)
            * weights.share(relation)
            * weights.credibility().get(grade.credibility())
            * (1 - (1 - weights.disputed()) * grade.denial() / DENIAL_UNIT);
    return Math.round(strength * MICRO);
  }

  /** A weight halved every half-life from {@code ends} on, all in epoch milliseconds. */
  static long faded(long strength, long ends, long halfLife, long expires, long time) {
    if (time >= expires) {
      return 0;
    }
    if (time <= ends) {
      return strength;
    }
    double halves = (double) (time - ends) / halfLife;
    return Math.round(strength * StrictMath.pow(2, -halves));
  }

  /** Weight at a time, micro-units; 0 for a plan whose date passed unconfirmed. */
  long at(Instant time, Incident incident) {
    return faded(
        incident.getStrength(),
        endOf(incident.getOccurredTo()).toEpochMilli(),
        halfLife(incident).toMillis(),
        expires(incident).map(Instant::toEpochMilli).orElse(Remembered.NEVER),
        time.toEpochMilli());
  }

  Duration halfLife(Incident incident) {
    return policy.weights().type(incident.getType()).halfLife();
  }

  /** When a plan stops counting, unless it was confirmed. */
  Optional<Instant> expires(Incident incident) {
    if (incident.getStatus() != ReportStatus.PLANNED) {
      return Optional.empty();
    }
    return Optional.of(endOf(incident.getOccurredTo()).plus(policy.weights().planGrace()));
  }

  /** The end of a UTC day. */
  static Instant endOf(LocalDate day) {
    return day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  /** The largest factor that a figure of the telling reports gives. */
  private double magnitude(List<BorderEvent> reports) {
    return reports.stream()
        .flatMap(report -> report.getFigure().stream())
        .flatMap(
            figure ->
                policy.weights().magnitude(figure.getUnit()).stream()
                    .map(scale -> magnitude(scale, figure.getMax().or(figure::getMin).orElse(0L))))
        .max(Comparator.naturalOrder())
        .orElse(1.0);
  }

  private static double magnitude(Magnitude scale, long number) {
    if (number <= 0) {
      return 1;
    }
    double factor = 1 + scale.slope() * StrictMath.log10(number / scale.reference());
    return Math.min(scale.most(), Math.max(scale.least(), factor));
  }
}
