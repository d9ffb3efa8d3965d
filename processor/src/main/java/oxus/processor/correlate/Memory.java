package oxus.processor.correlate;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import oxus.processor.correlate.RuleWatch.Finding;
import oxus.schemas.Incident;
import oxus.schemas.RuleHeld;

/**
 * What a sector remembers: its incidents, each with what follows from it, and what the rules come
 * to. The next one takes over what no change of incidents concerns, so that a report costs what it
 * changes; reckoned from scratch it would be the same.
 */
final class Memory {
  private final String sector;
  private final RuleCheck rules;
  private final List<Remembered> remembered;
  private final List<Incident> incidents;

  /** By rule, in the policy's order; null: not asked yet since an incident changed. */
  private final @Nullable Finding[] findings;

  private final Optional<Instant> raisedAt;
  private final long forgets;
  private final long keptUntil;
  private final boolean plans;

  Memory(String sector, List<Remembered> remembered, RuleCheck rules) {
    this(sector, remembered, rules, new Finding[rules.watches().size()]);
  }

  private Memory(
      String sector, List<Remembered> remembered, RuleCheck rules, @Nullable Finding[] findings) {
    this.sector = sector;
    this.rules = rules;
    this.remembered = List.copyOf(remembered);
    List<Incident> all = new ArrayList<>(remembered.size());
    long firstForgotten = Remembered.NEVER;
    long surelyKept = Remembered.NEVER;
    boolean anyPlan = false;
    for (Remembered each : remembered) {
      all.add(each.incident());
      firstForgotten = Math.min(firstForgotten, each.forgets());
      surelyKept = Math.min(surelyKept, each.memory().surelyUntil());
      anyPlan |= each.expires() != Remembered.NEVER;
    }
    this.incidents = List.copyOf(all);
    this.raisedAt = raisedAt(remembered);
    this.forgets = firstForgotten;
    this.keptUntil = surelyKept;
    this.plans = anyPlan;
    this.findings = findings;
  }

  String sector() {
    return sector;
  }

  List<Incident> incidents() {
    return incidents;
  }

  List<Remembered> remembered() {
    return remembered;
  }

  /** When the latest raising report came that can be judged. */
  Optional<Instant> raisedAt() {
    return raisedAt;
  }

  static Optional<Instant> raisedAt(List<Remembered> incidents) {
    Instant latest = null;
    for (Remembered each : incidents) {
      Optional<Instant> raised = each.incident().getRaisedAt();
      if (raised.isPresent() && (latest == null || raised.get().isAfter(latest))) {
        latest = raised.get();
      }
    }
    return Optional.ofNullable(latest);
  }

  /** When the next plan expires after a time or the next incident is forgotten. */
  long ends(long time) {
    long first = forgets;
    for (Remembered each : plans ? remembered : List.<Remembered>of()) {
      first = each.expires() > time ? Math.min(first, each.expires()) : first;
    }
    // rounding may keep an incident a moment longer than reckoned; then the next point decides
    return Math.max(time + 1, first);
  }

  /** Without what is forgotten by a time: a function of time alone. */
  Memory at(long time) {
    if (time < keptUntil) {
      return this;
    }
    for (Remembered each : remembered) {
      if (!each.isKept(time)) {
        List<Remembered> kept = new ArrayList<>(remembered);
        kept.removeIf(one -> !one.isKept(time));
        return with(kept, time);
      }
    }
    return this;
  }

  /** With these incidents from a time on; those that it knew are the same objects. */
  Memory with(List<Remembered> next, long time) {
    return new Memory(sector, next, rules, findings(Instead.of(remembered, next), time));
  }

  /** What is known of the rules that still holds with other incidents from a time on. */
  private @Nullable Finding[] findings(Instead instead, long time) {
    List<Remembered> changed = instead.changes(rules);
    @Nullable Finding[] left = findings.clone();
    for (int rule = 0; rule < left.length; rule++) {
      RuleWatch watch = rules.watches().get(rule);
      for (Remembered each : changed) {
        if (watch.matters(each, time)) {
          left[rule] = null;
          break;
        }
      }
    }
    return left;
  }

  /** The rules that hold at a time, in a list of the caller's own. */
  List<RuleHeld> holding(Instant time) {
    return holding(time, remembered, findings);
  }

  /** The rules that would hold at a time with other incidents. */
  List<RuleHeld> holding(Instant time, Instead instead) {
    return holding(time, instead.incidents(), findings(instead, time.toEpochMilli()));
  }

  private List<RuleHeld> holding(
      Instant time, List<Remembered> incidents, @Nullable Finding[] known) {
    long millis = time.toEpochMilli();
    List<RuleHeld> holding = new ArrayList<>();
    for (int rule = 0; rule < findings.length; rule++) {
      RuleWatch watch = rules.watches().get(rule);
      if (watch.watches(sector)) {
        Finding finding = known[rule];
        if (finding == null || !finding.isValid(millis)) {
          finding = watch.find(incidents, millis);
          known[rule] = finding;
        }
        Optional<RuleHeld> held = finding.held();
        if (held.isPresent() && held.get().getUntil().isAfter(time)) {
          holding.add(held.get());
        }
      }
    }
    return holding;
  }
}
