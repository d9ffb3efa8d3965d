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
  private final Columns columns;

  /** By rule, in the policy's order; null: not asked yet since an incident changed. */
  private final @Nullable Finding[] findings;

  /** The rules that hold from a moment on; null: not asked yet. */
  private @Nullable Standing standing;

  private final long raisedAt;
  private final long forgets;
  private final long keptUntil;

  /** The rules that hold, as long as time changes nothing about them. */
  private record Standing(List<RuleHeld> rules, long from, long until) {}

  Memory(String sector, Columns columns, RuleCheck rules) {
    this(sector, columns, rules, new Finding[rules.watches().size()]);
  }

  private Memory(String sector, Columns columns, RuleCheck rules, @Nullable Finding[] findings) {
    this.sector = sector;
    this.rules = rules;
    this.columns = columns;
    this.raisedAt = columns.raisedAt();
    this.forgets = columns.forgets();
    this.keptUntil = columns.keptUntil();
    this.findings = findings;
  }

  String sector() {
    return sector;
  }

  Columns columns() {
    return columns;
  }

  List<Incident> incidents() {
    return columns.incidents();
  }

  List<Remembered> remembered() {
    return columns.remembered();
  }

  /** Until when all of it is surely remembered, epoch milliseconds. */
  long keptUntil() {
    return keptUntil;
  }

  /** When the latest raising report came that can be judged, epoch milliseconds. */
  long raisedAt() {
    return raisedAt;
  }

  /** When the next plan expires after a time or the next incident is forgotten. */
  long ends(long time) {
    long first = Math.min(forgets, columns.expires(time));
    // rounding may keep an incident a moment longer than reckoned; then the next point decides
    return Math.max(time + 1, first);
  }

  /** Without what is forgotten by a time: a function of time alone. */
  Memory at(long time) {
    if (time < keptUntil) {
      return this;
    }
    List<Remembered> kept = columns.kept(time);
    return kept.size() < columns.size() ? with(columns.with(kept), time) : this;
  }

  /** With these incidents from a time on; those that it knew are the same objects. */
  Memory with(Columns next, long time) {
    Instead instead = Instead.of(columns, next);
    return new Memory(sector, next, rules, findings(instead, time));
  }

  /** What is known of the rules that still holds with other incidents from a time on. */
  private @Nullable Finding[] findings(Instead instead, long time) {
    List<Remembered> changed = instead.changes(rules);
    if (changed.isEmpty()) {
      return findings;
    }
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

  /** The rules that hold at a time. */
  List<RuleHeld> holding(Instant time) {
    long millis = time.toEpochMilli();
    Standing known = standing;
    if (known == null || millis < known.from() || millis >= known.until()) {
      known = standing(time, (watch, at) -> watch.find(columns, at), findings);
      standing = known;
    }
    return known.rules();
  }

  /** The rules that would hold at a time with other incidents. */
  // what no change concerns is the same object
  @SuppressWarnings("ReferenceEquality")
  List<RuleHeld> holding(Instant time, Instead instead) {
    @Nullable Finding[] known = findings(instead, time.toEpochMilli());
    return known == findings
        ? holding(time)
        : standing(time, (watch, at) -> watch.find(instead.incidents(), at), known).rules();
  }

  /** Looks for what a rule comes to among some incidents. */
  private interface Search {
    Finding find(RuleWatch watch, long time);
  }

  private Standing standing(Instant time, Search search, @Nullable Finding[] known) {
    long millis = time.toEpochMilli();
    long until = Remembered.NEVER;
    List<RuleHeld> holding = new ArrayList<>(0);
    for (int rule = 0; rule < findings.length; rule++) {
      RuleWatch watch = rules.watches().get(rule);
      if (watch.watches(sector)) {
        Finding finding = known[rule];
        if (finding == null || !finding.isValid(millis)) {
          finding = search.find(watch, millis);
          known[rule] = finding;
        }
        until = Math.min(until, finding.until());
        Optional<RuleHeld> held = finding.held();
        if (held.isPresent() && held.get().getUntil().isAfter(time)) {
          holding.add(held.get());
          until = Math.min(until, held.get().getUntil().toEpochMilli());
        }
      }
    }
    return new Standing(List.copyOf(holding), millis, until);
  }
}
