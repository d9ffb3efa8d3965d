package oxus.alerts.console;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import oxus.schemas.BorderEvent;
import oxus.schemas.Ruling;

/**
 * Which reports there are and what analysts ruled on them, in bounded space. One thread notes, any
 * thread reads.
 */
public final class ReportRegister {
  private static final int MOST_REPORTS = 500_000;
  private static final int MOST_RULED = 20_000;

  private final int most;
  private final Set<String> reports = new LinkedHashSet<>();
  private final Map<String, List<Ruling>> rulings = new LinkedHashMap<>();
  private boolean forgetful;

  public ReportRegister() {
    this(MOST_REPORTS);
  }

  ReportRegister(int most) {
    this.most = most;
  }

  public synchronized void report(BorderEvent report) {
    reports.add(report.getId());
    if (reports.size() > most) {
      reports.remove(reports.iterator().next());
      forgetful = true;
    }
  }

  /** A repeat of a ruling changes nothing. */
  public synchronized void ruling(Ruling ruling) {
    for (String event : ruling.getEvents()) {
      List<Ruling> before = rulings.getOrDefault(event, List.of());
      if (before.stream().noneMatch(known -> known.getId().equals(ruling.getId()))) {
        List<Ruling> after = new ArrayList<>(before);
        after.add(ruling);
        rulings.put(event, List.copyOf(after));
      }
    }
    if (rulings.size() > MOST_RULED) {
      rulings.remove(rulings.keySet().iterator().next());
    }
  }

  /** True only when there is certainly no such report: what was forgotten may be there. */
  public synchronized boolean lacks(String event) {
    return !forgetful && !reports.contains(event);
  }

  /** The rulings on one report, in the order in which they came. */
  synchronized List<Ruling> rulings(String event) {
    return rulings.getOrDefault(event, List.of());
  }
}
