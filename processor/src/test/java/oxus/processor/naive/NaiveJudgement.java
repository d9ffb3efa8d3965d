package oxus.processor.naive;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import oxus.processor.naive.Moment.Question;
import oxus.schemas.BorderEvent;
import oxus.schemas.LevelOverride;
import oxus.schemas.PolicyChange;
import oxus.schemas.Relation;
import oxus.schemas.Ruling;
import oxus.schemas.SectorAssessment;
import oxus.schemas.SectorLogEntry;
import oxus.schemas.Tick;
import oxus.schemas.Withdrawal;
import oxus.theatre.Policy;

/** Judges the log of one sector the slow way: docs/judgement.md, step by step. */
final class NaiveJudgement {
  private final String sector;
  private final Function<PolicyChange, Policy> policies;
  private final Memory memory;
  private final List<Analyst> rulings = new ArrayList<>();
  private final List<SectorLogEntry> pending = new ArrayList<>();
  private final List<SectorAssessment> assessments = new ArrayList<>();
  private Policy policy;
  private boolean isSeen;
  private Instant now = Instant.EPOCH;
  private @Nullable LevelOverride override;
  private Standing standing = Standing.BLANK;

  NaiveJudgement(String sector, Policy initial, Function<PolicyChange, Policy> policies) {
    this.sector = sector;
    this.policies = policies;
    this.policy = initial;
    this.memory = new Memory(sector, initial);
  }

  List<SectorAssessment> of(List<SectorLogEntry> log) {
    for (SectorLogEntry entry : log) {
      if (entry.getSector().orElse(sector).equals(sector)) {
        isSeen |= entry.getSector().isPresent();
        take(entry, entry.getRecord());
      }
    }
    return List.copyOf(assessments);
  }

  private void take(SectorLogEntry entry, Object record) {
    if (record instanceof BorderEvent) {
      report(entry);
    } else if (record instanceof Tick tick) {
      tick(tick.getAt());
    } else if (record instanceof LevelOverride bound) {
      comeTo(bound.getAt());
      override = bound;
      standing = standing.bounded(true);
      now = Heard.later(now, bound.getAt());
      judge(now, true, true, bound.getId());
    } else if (record instanceof Withdrawal withdrawal) {
      withdraw(withdrawal);
    } else if (record instanceof Ruling ruling) {
      obey(new Analyst(ruling, entry.getBearing()));
    } else if (record instanceof PolicyChange change) {
      adopt(change);
    }
  }

  private void report(SectorLogEntry entry) {
    if (now.isBefore(entry.getAt())) {
      comeTo(entry.getAt());
    }
    now = Heard.later(now, entry.getAt());
    pending.add(entry);
    if (entry.getSettles()) {
      settle();
    }
  }

  private void tick(Instant time) {
    // a tick closes only what was known by then
    boolean closes = pending.stream().noneMatch(entry -> entry.getAt().isAfter(time));
    if (closes) {
      comeTo(time);
    }
  }

  /** Settles what is pending, then judges every grid point up to a time. */
  private void comeTo(Instant time) {
    settle();
    if (assessments.isEmpty()) {
      return;
    }
    Instant point = Moment.onGrid(now.plusMillis(1), policy);
    for (; !point.isAfter(time); point = point.plus(policy.grid())) {
      judge(point, false, true, "deadline");
    }
  }

  private void settle() {
    if (pending.isEmpty()) {
      return;
    }
    List<SectorLogEntry> batch = new ArrayList<>(pending);
    pending.clear();
    batch.sort(Comparator.comparing(entry -> reported(entry).getId()));
    List<Heard> reports =
        batch.stream()
            .map(each -> new Heard(reported(each), each.getRelation().orElse(Relation.OWN)))
            .toList();
    boolean isNews = memory.take(reports, now, rulings);
    memory.grade(now);
    judge(now, true, isNews, trigger(batch.stream().map(each -> reported(each).getId()).toList()));
  }

  private static BorderEvent reported(SectorLogEntry entry) {
    return (BorderEvent) entry.getRecord();
  }

  /** The first report, among these, of the incident that weighs most before it fades. */
  private String trigger(List<String> ids) {
    Optional<Account> heaviest =
        memory.incidents().stream()
            .filter(incident -> ids.stream().anyMatch(incident.happening::holds))
            .min(
                Comparator.comparing((Account account) -> -Math.abs(account.strength))
                    .thenComparing(account -> account.happening.id()));
    if (ids.size() == 1 || heaviest.isEmpty()) {
      return ids.get(0);
    }
    return heaviest.get().reports.stream()
        .map(BorderEvent::getId)
        .filter(ids::contains)
        .findFirst()
        .orElseThrow();
  }

  private void withdraw(Withdrawal withdrawal) {
    comeTo(withdrawal.getAt());
    List<Heard> gone =
        memory.takeOut(
            report ->
                report.getArticleKey().equals(withdrawal.getArticleKey())
                    && withdrawal
                        .getArticleRevision()
                        .orElse(report.getArticleRevision())
                        .equals(report.getArticleRevision()),
            List.of());
    if (!gone.isEmpty()) {
      now = Heard.later(now, withdrawal.getAt());
      memory.archive(gone);
      memory.grade(now);
      boolean isNews = gone.stream().anyMatch(Heard::isJudged);
      judge(now, true, isNews, "withdrawal of " + withdrawal.getArticleKey());
    }
  }

  private void obey(Analyst analyst) {
    Ruling ruling = analyst.ruling();
    if (rulings.stream().anyMatch(each -> each.ruling().getId().equals(ruling.getId()))) {
      return;
    }
    comeTo(ruling.getAt());
    rulings.add(analyst);
    while (rulings.size() > policy.grading().bounds().rulings()) {
      rulings.remove(0);
    }
    List<Heard> about =
        memory.takeOut(
            report -> ruling.getEvents().contains(report.getId()), List.of(ruling.getId()));
    if (!about.isEmpty()) {
      now = Heard.later(now, ruling.getAt());
      memory.take(about.stream().sorted().toList(), now, rulings);
      memory.grade(now);
      judge(now, true, true, "ruling " + ruling.getId());
    }
  }

  private void adopt(PolicyChange change) {
    comeTo(change.getAt());
    policy = policies.apply(change);
    memory.adopt(policy);
    if (isSeen) {
      now = Heard.later(now, change.getAt());
      memory.grade(now);
      judge(now, true, true, "policy " + policy.version());
    }
  }

  private void judge(Instant time, boolean isRecord, boolean isNews, String trigger) {
    memory.forget(time);
    Moment moment =
        new Moment(
            new Question(
                sector,
                policy,
                time,
                isRecord,
                isNews,
                memory.incidents(),
                memory.ears(),
                override,
                standing));
    standing = moment.after;
    override = moment.override;
    if (moment.tells) {
      now = time;
      assessments.add(moment.assessment(assessments.size() + 1, trigger));
    }
  }
}
