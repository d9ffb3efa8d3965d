package oxus.processor.correlate;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import oxus.schemas.EventType;
import oxus.schemas.Figure;
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
  private static final long SECONDS_A_DAY = 86_400;

  /** Weight before decay, micro-units. */
  long strength(
      EventType type,
      ReportStatus status,
      Relation relation,
      List<PlaceRef> places,
      Grade grade,
      List<Told> telling) {
    Weights weights = policy.weights();
    double strength =
        weights.type(type).base()
            * placeKind(places)
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
    return strength == 0 ? 0 : Halving.of(strength, time - ends, halfLife);
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
    return endOf(day.toEpochDay());
  }

  /** The end of a UTC day, counted since 1970. */
  static Instant endOf(long day) {
    return Instant.ofEpochSecond((day + 1) * SECONDS_A_DAY);
  }

  /** The largest factor that a figure of the telling reports gives. */
  private double magnitude(List<Told> reports) {
    Optional<Double> largest = Optional.empty();
    for (Told report : reports) {
      Figure figure = report.figure();
      if (figure != null) {
        Optional<Double> factor = magnitude(figure);
        boolean isLarger =
            factor.isPresent() && factor.get().compareTo(largest.orElse(factor.get())) >= 0;
        largest = isLarger ? factor : largest;
      }
    }
    return largest.orElse(1.0);
  }

  private Optional<Double> magnitude(Figure figure) {
    return policy
        .weights()
        .magnitude(figure.getUnit())
        .map(scale -> magnitude(scale, figure.getMax().or(figure::getMin).orElse(0L)));
  }

  /** The largest factor of a place, of whatever kind; 1 without places. */
  private double placeKind(List<PlaceRef> places) {
    double largest = places.isEmpty() ? 1 : Double.NEGATIVE_INFINITY;
    for (PlaceRef place : places) {
      largest = Math.max(largest, policy.weights().placeKind(place.getKind()));
    }
    return largest;
  }

  private static double magnitude(Magnitude scale, long number) {
    if (number <= 0) {
      return 1;
    }
    double factor = 1 + scale.slope() * StrictMath.log10(number / scale.reference());
    return Math.min(scale.most(), Math.max(scale.least(), factor));
  }
}
