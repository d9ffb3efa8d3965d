package oxus.processor.naive;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import oxus.processor.naive.Sum.Share;
import oxus.schemas.Distance;
import oxus.schemas.Outlook;
import oxus.schemas.StepDown;
import oxus.schemas.ThreatLevel;
import oxus.schemas.WithoutSource;
import oxus.theatre.Policy;

/** What would move the level: step 12 of docs/judgement.md. */
record Ahead(Moment moment) {
  private static final Duration AHEAD = Duration.ofDays(60);

  Outlook outlook() {
    return new Outlook(without(), up(), down(), decay());
  }

  private Policy policy() {
    return moment.question.policy();
  }

  private List<WithoutSource> without() {
    List<WithoutSource> without = new ArrayList<>();
    sources()
        .forEach(
            (source, name) -> {
              Moment left = new Moment(moment.question.of(leftBy(source)));
              ThreatLevel level = Moment.lower(left.reached(), moment.indicated);
              if (level != moment.indicated) {
                without.add(new WithoutSource(source, name, level, left.sum.total));
              }
            });
    return without.stream()
        .sorted(
            Comparator.comparing(WithoutSource::getLevel)
                .thenComparing(WithoutSource::getScore)
                .thenComparing(WithoutSource::getSource))
        .limit(policy().incidents().shownReports())
        .toList();
  }

  private Map<String, String> sources() {
    Map<String, String> sources = new TreeMap<>();
    moment.sum.shares.stream()
        .filter(share -> share.weight() > 0)
        .sorted(Share.HEAVIEST)
        .limit(policy().incidents().shownContributions())
        .flatMap(share -> share.account().reports.stream())
        .forEach(report -> sources.putIfAbsent(report.getSource(), report.getSourceName()));
    return sources;
  }

  private List<Account> leftBy(String source) {
    List<Account> left = new ArrayList<>();
    for (Account incident : moment.question.incidents()) {
      List<Heard> others = new ArrayList<>(incident.happening.told());
      others.removeIf(heard -> heard.report().getSource().equals(source));
      if (!others.isEmpty()) {
        left.add(new Account(incident.happening.with(others), policy()));
      }
    }
    return left;
  }

  private @Nullable Distance up() {
    ThreatLevel held = moment.after.held();
    if (held == ThreatLevel.CRITICAL) {
      return null;
    }
    ThreatLevel next = Moment.beside(held, 1);
    return new Distance(next, Math.max(0, policy().levels().up(next) - moment.sum.total));
  }

  private @Nullable Distance down() {
    ThreatLevel held = moment.after.held();
    return held == ThreatLevel.LOW
        ? null
        : new Distance(held, Math.max(0, moment.sum.total - policy().levels().down(held)));
  }

  /** Looks at each grid point to come, as if no further record came. */
  private @Nullable StepDown decay() {
    Standing standing = moment.after;
    List<Account> left = moment.question.incidents();
    Instant end = moment.question.time().plus(AHEAD);
    Instant point = Moment.onGrid(moment.question.time().plusMillis(1), policy());
    while (standing.held() != ThreatLevel.LOW && !point.isAfter(end)) {
      Instant now = point;
      left = left.stream().filter(each -> each.isRemembered(now)).toList();
      standing = new Moment(moment.question.later(now, left, standing)).after;
      if (standing.held() != moment.after.held()) {
        return new StepDown(standing.held(), now);
      }
      point = point.plus(policy().grid());
    }
    return null;
  }
}
