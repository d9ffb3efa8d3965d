package oxus.processor.naive;

import static oxus.schemas.ReportStatus.DENIED;
import static oxus.schemas.ReportStatus.PLANNED;
import static oxus.schemas.ReportStatus.REPORTED;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import oxus.schemas.BorderEvent;
import oxus.schemas.EventType;
import oxus.schemas.PlaceRef;
import oxus.schemas.Relation;
import oxus.schemas.Reliability;
import oxus.schemas.ReportStatus;
import oxus.theatre.Policy;
import oxus.theatre.Policy.Magnitude;

/**
 * What an incident's reports say together, whatever the time, and what it weighs at one: steps 4
 * and 5 of docs/judgement.md. {@code judged} is the same without sources that cannot be judged;
 * itself where only they speak.
 */
final class Account {
  final Happening happening;
  final List<BorderEvent> reports;
  final List<BorderEvent> basis;
  final List<BorderEvent> denials;
  final List<BorderEvent> telling;
  final boolean isUnjudged;
  final boolean isRumour;
  final ReportStatus status;
  final EventType type;
  final Relation relation;
  final BorderEvent exact;
  final List<PlaceRef> places = new ArrayList<>();
  final List<String> actors = new ArrayList<>();
  final String placeText;
  final List<String> voices;
  final List<String> deniers;
  final int denial;
  final Reliability reliability;
  final int credibility;
  final long strength;
  final @Nullable Instant raisedAt;
  final Account judged;
  private final Policy policy;

  Account(Happening happening, Policy policy) {
    this.happening = happening;
    this.policy = policy;
    int bits = policy.grading().independence().nearIdentical();
    reports = happening.told().stream().map(Heard::report).toList();
    List<BorderEvent> affirmed =
        reports.stream().filter(each -> each.getStatus() != DENIED).toList();
    List<BorderEvent> tellers = affirmed.stream().filter(Heard::isJudged).toList();
    isUnjudged = tellers.isEmpty();
    isRumour = reports.stream().noneMatch(Heard::isJudged);
    basis = isUnjudged ? affirmed : tellers;
    denials =
        reports.stream()
            .filter(each -> each.getStatus() == DENIED && Heard.isJudged(each))
            .toList();
    status =
        basis.stream().map(BorderEvent::getStatus).min(Comparator.naturalOrder()).orElse(DENIED);
    telling = basis.stream().filter(each -> each.getStatus() == status).toList();
    List<BorderEvent> exactOnes = telling.isEmpty() ? reports : telling;
    type = exactOnes.get(0).getType();
    exact = exactOnes.stream().min(Comparator.comparing(Account::days)).orElseThrow();
    relation = closest();
    List<BorderEvent> spoken = basis.isEmpty() ? reports : basis;
    spoken.forEach(this::addPlaces);
    addActors(spoken);
    placeText =
        spoken.stream()
            .map(BorderEvent::getPlaceText)
            .filter(text -> !text.isEmpty())
            .findFirst()
            .orElse("");

    voices = new Clusters(basis, bits).voices();
    Clusters denying = new Clusters(denials, bits);
    deniers = denying.voices();
    Map<String, Integer> weights = new TreeMap<>();
    for (BorderEvent each : denials) {
      weights.merge(
          denying.voice(each), policy.grading().denials().weight(each.getStake()), Math::max);
    }
    denial = weights.values().stream().max(Comparator.naturalOrder()).orElse(0);
    int steps = weights.values().stream().mapToInt(each -> each).sum() / 1000;
    reliability =
        (basis.isEmpty() ? reports : basis)
            .stream().map(Heard::standing).min(Comparator.naturalOrder()).orElseThrow();
    credibility = credibility(steps);
    strength = strength();
    raisedAt = raisedAt(tellers, bits);
    List<Heard> others = happening.told().stream().filter(Heard::isJudged).toList();
    boolean isMixed = !others.isEmpty() && others.size() < reports.size();
    judged = isMixed ? new Account(happening.with(others), policy) : this;
  }

  private static long days(BorderEvent report) {
    return ChronoUnit.DAYS.between(report.getOccurredFrom(), report.getOccurredTo());
  }

  private Relation closest() {
    List<Relation> relations = new ArrayList<>();
    for (Heard heard : happening.told()) {
      if (heard.isJudged() || isRumour) {
        relations.add(heard.relation());
      }
    }
    relations.sort(
        Comparator.comparing((Relation each) -> -policy.weights().share(each))
            .thenComparing(Comparator.naturalOrder()));
    return relations.get(0);
  }

  private void addPlaces(BorderEvent report) {
    for (PlaceRef place : report.getPlaces()) {
      if (places.stream().noneMatch(known -> known.getId().equals(place.getId()))) {
        places.add(place);
      }
    }
  }

  private void addActors(List<BorderEvent> spoken) {
    spoken.forEach(report -> report.getInitiator().ifPresent(actors::add));
    if (!actors.isEmpty()) {
      spoken.forEach(report -> report.getTarget().ifPresent(actors::add));
    }
  }

  private int credibility(int steps) {
    if (basis.isEmpty()) {
      return 5;
    }
    return reliability == Reliability.F ? 6 : Math.min(5, 4 - Math.min(3, voices.size()) + steps);
  }

  private long strength() {
    Policy.Weights weights = policy.weights();
    double kind = places.isEmpty() ? 1 : -1;
    for (PlaceRef place : places) {
      kind = Math.max(kind, weights.placeKind(place.getKind()));
    }
    double dispute = 1 - (1 - weights.disputed()) * denial / 1000;
    return Math.round(
        weights.type(type).base()
            * kind
            * weights.status(status)
            * magnitude()
            * weights.share(relation)
            * weights.credibility().get(credibility)
            * dispute
            * 1_000_000);
  }

  private double magnitude() {
    List<Double> factors = new ArrayList<>();
    for (BorderEvent report : telling) {
      report
          .getFigure()
          .ifPresent(
              figure ->
                  policy
                      .weights()
                      .magnitude(figure.getUnit())
                      .ifPresent(
                          scale ->
                              factors.add(
                                  factor(scale, figure.getMax().or(figure::getMin).orElse(0L)))));
    }
    return factors.stream().max(Comparator.naturalOrder()).orElse(1.0);
  }

  private static double factor(Magnitude scale, long number) {
    if (number <= 0) {
      return 1;
    }
    double factor = 1 + scale.slope() * StrictMath.log10(number / scale.reference());
    return Math.min(scale.most(), Math.max(scale.least(), factor));
  }

  private @Nullable Instant raisedAt(List<BorderEvent> judged, int bits) {
    if (strength <= 0 || !Heard.isNear(relation)) {
      return null;
    }
    List<BorderEvent> done = judged.stream().filter(each -> each.getStatus() == REPORTED).toList();
    Clusters clusters = new Clusters(done, bits);
    Instant latest = null;
    for (String voice : clusters.voices()) {
      Instant first = null;
      for (BorderEvent report : done) {
        Instant over = Heard.endOf(report.getOccurredTo());
        Instant fresh = report.getKnownAt().isBefore(over) ? report.getKnownAt() : over;
        if (clusters.voice(report).equals(voice) && (first == null || fresh.isBefore(first))) {
          first = fresh;
        }
      }
      latest = first != null && (latest == null || first.isAfter(latest)) ? first : latest;
    }
    return latest;
  }

  Instant over() {
    return Heard.endOf(exact.getOccurredTo());
  }

  boolean isExpiredPlan(Instant time) {
    return status == PLANNED && !time.isBefore(over().plus(policy.weights().planGrace()));
  }

  /** Weight at a time, micro-units. */
  long weight(Instant time) {
    if (isExpiredPlan(time)) {
      return 0;
    }
    if (!time.isAfter(over())) {
      return strength;
    }
    double halves =
        (double) (time.toEpochMilli() - over().toEpochMilli())
            / policy.weights().type(type).halfLife().toMillis();
    return Math.round(strength * StrictMath.pow(2, -halves));
  }

  /** Whether it is still remembered at a time. */
  boolean isRemembered(Instant time) {
    if (judged.strength == 0) {
      return judged.over().plus(policy.levels().expiry()).isAfter(time);
    }
    return time.isBefore(judged.over())
        || Math.abs(judged.weight(time)) >= policy.incidents().forgottenBelow();
  }

  String grade() {
    return reliability.name() + credibility;
  }

  /** For people: why the incident is graded as it is. */
  String why() {
    if (basis.isEmpty()) {
      return "only denied";
    }
    if (credibility == 6) {
      return "only sources that cannot be judged";
    }
    String told = voices.size() == 1 ? "one voice" : voices.size() + " independent voices";
    String stake = denial < 1000 ? ", which has a stake in it" : "";
    return deniers.isEmpty() ? told : told + "; denied by " + String.join(", ", deniers) + stake;
  }
}
