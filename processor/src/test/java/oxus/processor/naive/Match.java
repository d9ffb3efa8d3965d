package oxus.processor.naive;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import oxus.schemas.BorderEvent;
import oxus.schemas.EventType;
import oxus.schemas.PlaceKind;
import oxus.schemas.PlaceRef;
import oxus.theatre.Policy;

/** Where a report belongs: step 2 of docs/judgement.md. */
record Match(Policy policy) {

  Optional<Account> home(Heard heard, List<Account> incidents) {
    for (Account incident : incidents) {
      if (incident.reports.stream().anyMatch(known -> isCopy(known, heard.report()))) {
        return Optional.of(incident);
      }
    }
    return fitting(heard, incidents);
  }

  boolean isCopy(BorderEvent one, BorderEvent other) {
    return saysTheSame(one, other) && isOneVoice(one, other);
  }

  boolean saysTheSame(BorderEvent one, BorderEvent other) {
    return what(one).equals(what(other));
  }

  private static List<Object> what(BorderEvent report) {
    return List.of(
        report.getType(),
        report.getStatus(),
        report.getReliability(),
        report.getOccurredFrom(),
        report.getOccurredTo(),
        report.getInitiator(),
        report.getTarget(),
        report.getFigure(),
        report.getScopes(),
        report.getPlaces().stream().map(PlaceRef::getId).toList());
  }

  boolean isOneVoice(BorderEvent one, BorderEvent other) {
    return Heard.desk(one).equals(Heard.desk(other))
        || (one.getClaimant().isPresent() && one.getClaimant().equals(other.getClaimant()))
        || Heard.nearlyTheSameText(one, other, policy.grading().independence().nearIdentical());
  }

  /** The best of the incidents that agree. */
  Optional<Account> fitting(Heard heard, List<Account> incidents) {
    BorderEvent report = heard.report();
    List<Account> fitting = new ArrayList<>(incidents);
    fitting.removeIf(incident -> !agrees(seen(incident, heard), heard));
    return fitting.stream()
        .min(
            Comparator.comparing((Account incident) -> heard.isJudged() && incident.isRumour)
                .thenComparing(incident -> !sharePlace(seen(incident, heard), report))
                .thenComparing(incident -> seen(incident, heard).type != report.getType())
                .thenComparing(incident -> gap(seen(incident, heard), report))
                .thenComparing(incident -> seen(incident, heard).reports.get(0).getId()));
  }

  /** A source that can be judged does not see what others say beside its like. */
  private static Account seen(Account incident, Heard by) {
    return by.isJudged() ? incident.judged : incident;
  }

  private boolean agrees(Account incident, Heard heard) {
    EventType type = heard.report().getType();
    return isKin(incident.type, type)
        && gap(incident, heard.report()) <= policy.incidents().toleranceFor(type).toDays()
        && agreeInActors(incident, heard.report())
        && agreeInPlace(incident, heard);
  }

  private boolean isKin(EventType one, EventType other) {
    return one == other
        || policy.incidents().kin().stream()
            .anyMatch(group -> group.contains(one) && group.contains(other));
  }

  /** Whole days from the end of the one to the begin of the other; 0 when they meet. */
  private static long gap(Account incident, BorderEvent report) {
    long before = ChronoUnit.DAYS.between(incident.exact.getOccurredTo(), report.getOccurredFrom());
    long after = ChronoUnit.DAYS.between(report.getOccurredTo(), incident.exact.getOccurredFrom());
    return Math.max(0, Math.max(before, after));
  }

  private static boolean agreeInActors(Account incident, BorderEvent report) {
    if (incident.actors.isEmpty() || report.getInitiator().isEmpty()) {
      return true;
    }
    String doer = report.getInitiator().get();
    if (report.getType() == EventType.TALKS) {
      return incident.actors.contains(doer)
          || report.getTarget().filter(incident.actors::contains).isPresent();
    }
    return incident.actors.get(0).equals(doer);
  }

  private static boolean agreeInPlace(Account incident, Heard heard) {
    boolean bothPlaced = !incident.places.isEmpty() && !heard.report().getPlaces().isEmpty();
    return bothPlaced
        ? sharePlace(incident, heard.report())
        : incident.relation == heard.relation();
  }

  private static boolean sharePlace(Account incident, BorderEvent report) {
    for (PlaceRef one : narrow(incident.places)) {
      for (PlaceRef other : narrow(report.getPlaces())) {
        boolean isInside =
            one.getWithin().equals(Optional.of(other.getId()))
                || other.getWithin().equals(Optional.of(one.getId()));
        if (one.getId().equals(other.getId()) || (isInside && incident.type == report.getType())) {
          return true;
        }
      }
    }
    return false;
  }

  private static List<PlaceRef> narrow(List<PlaceRef> places) {
    List<PlaceRef> narrow = places.stream().filter(place -> !isWide(place)).toList();
    return narrow.isEmpty() ? places : narrow;
  }

  static boolean isWide(PlaceRef place) {
    PlaceKind kind = place.getKind();
    return kind == PlaceKind.PROVINCE || kind == PlaceKind.RIVER || kind == PlaceKind.COUNTRY;
  }
}
