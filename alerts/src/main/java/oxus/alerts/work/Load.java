package oxus.alerts.work;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import oxus.schemas.ChangeReason;
import oxus.schemas.ThreatLevel;
import oxus.schemas.ThreatLevelChange;

/**
 * What the changes ask of the people who watch them, after EEMUA 191: more than one alarm in ten
 * minutes, chattering and standing alarms wear operators out.
 *
 * @param at the time that this is about
 * @param byHour changes of the last 24 hours, the oldest hour first
 * @param mostInTenMinutes of the last 24 hours
 * @param chattering change ids of a move that turns the one before round within six hours, though
 *     no new evidence came
 * @param stale change ids of high levels that were acknowledged more than a day ago and still stand
 * @param unacknowledged change ids of rises that nobody has acknowledged and that still stand
 */
public record Load(
    Instant at,
    List<Integer> byHour,
    int mostInTenMinutes,
    List<String> chattering,
    List<String> stale,
    List<String> unacknowledged,
    int acknowledged,
    Optional<Duration> medianToAcknowledge,
    Optional<Duration> slowToAcknowledge) {

  private static final int HOURS = 24;
  private static final Duration CHATTER = Duration.ofHours(6);
  private static final Duration STALE = Duration.ofHours(24);
  private static final Duration BURST = Duration.ofMinutes(10);

  public Load {
    byHour = List.copyOf(byHour);
    chattering = List.copyOf(chattering);
    stale = List.copyOf(stale);
    unacknowledged = List.copyOf(unacknowledged);
  }

  /** Changes in any order; live, times to acknowledge are from the change to the deed. */
  public static Load of(List<ThreatLevelChange> changes, Work work, Instant at) {
    List<ThreatLevelChange> inOrder =
        changes.stream()
            .filter(change -> !change.getAt().isAfter(at))
            .sorted(
                Comparator.comparing(ThreatLevelChange::getAt)
                    .thenComparing(ThreatLevelChange::getSector)
                    .thenComparing(ThreatLevelChange::getSequence))
            .toList();
    List<Instant> recent =
        inOrder.stream()
            .map(ThreatLevelChange::getAt)
            .filter(time -> time.isAfter(at.minus(Duration.ofHours(HOURS))))
            .toList();
    List<ThreatLevelChange> standing = standing(inOrder);
    List<Duration> delays = delays(inOrder, work);
    return new Load(
        at,
        byHour(recent, at),
        most(recent),
        chattering(inOrder),
        stale(standing, work, at),
        standing.stream()
            .filter(change -> isOpen(change, work))
            .map(ThreatLevelChange::getChangeId)
            .toList(),
        delays.size(),
        quantile(delays, 50),
        quantile(delays, 90));
  }

  /** How many rises wait for someone. */
  public int open() {
    return unacknowledged.size();
  }

  public int lastHour() {
    return byHour.get(HOURS - 1);
  }

  public int lastDay() {
    return byHour.stream().mapToInt(Integer::intValue).sum();
  }

  private static List<Integer> byHour(List<Instant> recent, Instant at) {
    int[] counts = new int[HOURS];
    for (Instant time : recent) {
      int hoursAgo = (int) Duration.between(time, at).toHours();
      counts[HOURS - 1 - Math.min(hoursAgo, HOURS - 1)]++;
    }
    return Arrays.stream(counts).boxed().toList();
  }

  private static int most(List<Instant> recent) {
    int most = 0;
    int first = 0;
    for (int last = 0; last < recent.size(); last++) {
      while (!recent.get(first).plus(BURST).isAfter(recent.get(last))) {
        first++;
      }
      most = Math.max(most, last - first + 1);
    }
    return most;
  }

  private static List<String> chattering(List<ThreatLevelChange> inOrder) {
    Map<String, ThreatLevelChange> before = new LinkedHashMap<>();
    List<String> found = new ArrayList<>();
    for (ThreatLevelChange change : inOrder) {
      ThreatLevelChange last = before.put(change.getSector(), change);
      if (last != null && turnsRound(last, change)) {
        found.add(change.getChangeId());
      }
    }
    return found;
  }

  /** Evidence that comes may turn a level round; time alone that does is chatter. */
  private static boolean turnsRound(ThreatLevelChange last, ThreatLevelChange change) {
    boolean isSoon = last.getAt().plus(CHATTER).isAfter(change.getAt());
    boolean isByEvidence =
        change.getReason() == ChangeReason.SCORE_ROSE
            || change.getReason() == ChangeReason.RULE_HOLDS;
    return isSoon && !isByEvidence && isRise(last) != isRise(change);
  }

  static boolean isRise(ThreatLevelChange change) {
    return change.getTo().compareTo(change.getFrom()) > 0;
  }

  /** The latest change of each sector that stands above the lowest level. */
  private static List<ThreatLevelChange> standing(List<ThreatLevelChange> inOrder) {
    Map<String, ThreatLevelChange> latest = new LinkedHashMap<>();
    inOrder.forEach(change -> latest.put(change.getSector(), change));
    return latest.values().stream().filter(change -> change.getTo() != ThreatLevel.LOW).toList();
  }

  private static boolean isOpen(ThreatLevelChange change, Work work) {
    return isRise(change) && work.change(change.getChangeId()).acknowledged().isEmpty();
  }

  private static List<String> stale(List<ThreatLevelChange> standing, Work work, Instant at) {
    return standing.stream()
        .filter(change -> change.getTo().compareTo(ThreatLevel.SUBSTANTIAL) >= 0)
        .filter(
            change ->
                work.change(change.getChangeId())
                    .acknowledged()
                    .filter(action -> action.getAt().plus(STALE).isBefore(at))
                    .isPresent())
        .map(ThreatLevelChange::getChangeId)
        .toList();
  }

  private static List<Duration> delays(List<ThreatLevelChange> changes, Work work) {
    List<Duration> delays = new ArrayList<>();
    for (ThreatLevelChange change : changes) {
      work.change(change.getChangeId())
          .acknowledged()
          .map(action -> Duration.between(change.getAt(), action.getAt()))
          .ifPresent(delay -> delays.add(delay.isNegative() ? Duration.ZERO : delay));
    }
    return delays.stream().sorted().toList();
  }

  private static Optional<Duration> quantile(List<Duration> sorted, int percent) {
    return sorted.isEmpty()
        ? Optional.empty()
        : Optional.of(sorted.get((sorted.size() * percent + 99) / 100 - 1));
  }
}
