package oxus.processor.naive;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import oxus.schemas.BorderEvent;
import oxus.schemas.GradeStep;
import oxus.schemas.Ruling;
import oxus.schemas.RulingKind;
import oxus.theatre.Grading.Bounds;
import oxus.theatre.Policy;

/** A sector's incidents, and what is remembered of those that it keeps no more: steps 1, 2, 9. */
final class Memory {
  private final String sector;
  private Policy policy;
  private List<Account> incidents = new ArrayList<>();
  private final List<String> archive = new ArrayList<>();
  private final List<String> archivedRumours = new ArrayList<>();
  private List<Ear> ears = new ArrayList<>();

  Memory(String sector, Policy policy) {
    this.sector = sector;
    this.policy = policy;
  }

  void adopt(Policy other) {
    policy = other;
    incidents.replaceAll(incident -> account(incident.happening));
  }

  private Account account(Happening incident) {
    return new Account(incident, policy);
  }

  List<Account> incidents() {
    return List.copyOf(incidents);
  }

  List<Ear> ears() {
    return List.copyOf(ears);
  }

  void forget(Instant time) {
    List<Account> gone = new ArrayList<>(incidents);
    gone.removeIf(incident -> incident.isRemembered(time));
    drop(gone);
  }

  private void drop(List<Account> gone) {
    incidents.removeAll(gone);
    gone.forEach(incident -> archive(incident.happening.told()));
  }

  void archive(Collection<Heard> gone) {
    int bound = policy.grading().bounds().archived();
    for (Heard heard : gone) {
      List<String> ids = heard.isJudged() ? archive : archivedRumours;
      ids.add(heard.report().getId());
      while (ids.size() > bound) {
        ids.remove(0);
      }
    }
  }

  private boolean isKnown(BorderEvent report, List<String> before) {
    List<String> dropped = Heard.isJudged(report) ? archive : archivedRumours;
    return incidents.stream().anyMatch(incident -> incident.happening.holds(report.getId()))
        || before.contains(Heard.isJudged(report) + report.getId())
        || dropped.contains(report.getId());
  }

  /** Takes reports of one time in, and says whether one that can be judged was news. */
  boolean take(List<Heard> reports, Instant time, List<Analyst> rulings) {
    // what reports of this time crowd out of the archive counts as known until all are in
    List<String> before = new ArrayList<>();
    archive.forEach(id -> before.add(true + id));
    archivedRumours.forEach(id -> before.add(false + id));
    forget(time);
    boolean isNews = false;
    for (Heard heard : reports) {
      Analyst.Word word = Analyst.on(heard.report().getId(), rulings);
      Optional<Heard> right = word.correct(heard, sector);
      if (right.isPresent() && !isKnown(heard.report(), before)) {
        isNews |= heard.isJudged();
        place(right.get(), word);
        hear(right.get());
      }
    }
    Bounds bounds = policy.grading().bounds();
    dropBeyond(bounds.rumours(), true, time);
    dropBeyond(bounds.incidents(), false, time);
    return isNews;
  }

  private void place(Heard heard, Analyst.Word word) {
    Optional<Account> home = home(heard, word);
    if (home.isEmpty()) {
      Happening opened = new Happening(id(heard, word), List.of(heard), 0, List.of(), List.of());
      incidents.add(account(ruled(opened, word.rulings())));
      return;
    }
    Happening before = home.get().happening;
    List<Heard> all = new ArrayList<>(before.told());
    all.add(heard);
    int uncounted = before.uncounted();
    if (all.size() > policy.incidents().keptReports()) {
      Heard least = leastTelling(all);
      all.remove(least);
      archive(List.of(least));
      uncounted++;
    }
    Happening merged =
        new Happening(before.id(), all, uncounted, before.grades(), before.rulings());
    incidents.set(incidents.indexOf(home.get()), account(ruled(merged, word.rulings())));
  }

  private Optional<Account> home(Heard heard, Analyst.Word word) {
    Match match = new Match(policy);
    if (word.placed().isEmpty()) {
      return match.home(heard, incidents);
    }
    Ruling placed = word.placed().get();
    if (placed.getKind() == RulingKind.SPLIT) {
      return incidents.stream()
          .filter(incident -> incident.happening.rulings().contains(placed.getId()))
          .filter(incident -> !incident.happening.id().equals(placed.getIncident().orElse("")))
          .filter(incident -> placed.getEvents().stream().anyMatch(incident.happening::holds))
          .findFirst();
    }
    return incidents.stream()
        .filter(incident -> incident.happening.id().equals(placed.getIncident().orElse("")))
        .findFirst()
        .or(() -> match.fitting(heard, incidents));
  }

  private String id(Heard heard, Analyst.Word word) {
    String id = heard.report().getId();
    boolean isTaken = incidents.stream().anyMatch(incident -> incident.happening.id().equals(id));
    boolean isLeft = word.placed().flatMap(Ruling::getIncident).equals(Optional.of(id));
    return isTaken || isLeft ? id + "/" + word.placed().map(Ruling::getId).orElse("again") : id;
  }

  private Heard leastTelling(List<Heard> all) {
    int bits = policy.grading().independence().nearIdentical();
    Clusters clusters = new Clusters(all.stream().map(Heard::report).toList(), bits);
    return all.stream()
        .max(
            Comparator.comparing((Heard heard) -> isCopy(heard, all))
                .thenComparing(heard -> !heard.isJudged())
                .thenComparing(
                    heard ->
                        all.stream().filter(each -> isHeardWith(each, heard, clusters)).count())
                .thenComparing(Comparator.naturalOrder()))
        .orElseThrow();
  }

  private static boolean isHeardWith(Heard one, Heard other, Clusters clusters) {
    return one.isJudged() == other.isJudged()
        && one.report().getStatus() == other.report().getStatus()
        && clusters.voice(one.report()).equals(clusters.voice(other.report()));
  }

  private boolean isCopy(Heard heard, List<Heard> all) {
    BorderEvent report = heard.report();
    return all.stream()
        .map(Heard::report)
        .anyMatch(
            other ->
                !other.getId().equals(report.getId())
                    && Heard.standing(other) == Heard.standing(report)
                    && other.getClaimant().equals(report.getClaimant())
                    && new Match(policy).isCopy(report, other));
  }

  private void hear(Heard heard) {
    if (!heard.isJudged() || !Heard.isNear(heard.relation())) {
      return;
    }
    Ear ear = new Ear(Heard.desk(heard.report()), heard.report().getKnownAt());
    if (ears.stream()
        .anyMatch(each -> each.desk().equals(ear.desk()) && each.at().isAfter(ear.at()))) {
      return;
    }
    ears.removeIf(each -> each.desk().equals(ear.desk()));
    ears.add(ear);
    ears.sort(Comparator.comparing(Ear::at).reversed().thenComparing(Ear::desk));
    int most = policy.grading().coverage().normal();
    ears = new ArrayList<>(ears.subList(0, Math.min(most, ears.size())));
  }

  private void dropBeyond(int bound, boolean rumours, Instant time) {
    drop(
        incidents.stream()
            .filter(incident -> incident.isRumour == rumours)
            .sorted(
                Comparator.comparing((Account incident) -> -Math.abs(incident.judged.weight(time)))
                    .thenComparing(incident -> incident.happening.id()))
            .skip(bound)
            .toList());
  }

  /** Takes the reports of some events out, and returns them in order. */
  List<Heard> takeOut(Predicate<BorderEvent> which, List<String> ruling) {
    List<Heard> out = new ArrayList<>();
    List<Account> left = new ArrayList<>();
    for (Account incident : incidents) {
      List<Heard> others = new ArrayList<>(incident.happening.told());
      List<Heard> gone = others.stream().filter(heard -> which.test(heard.report())).toList();
      others.removeAll(gone);
      out.addAll(gone);
      if (gone.isEmpty()) {
        left.add(incident);
      } else if (!others.isEmpty()) {
        left.add(account(ruled(incident.happening.with(others), ruling)));
      }
    }
    incidents = left;
    return out;
  }

  private Happening ruled(Happening incident, List<String> rulings) {
    List<String> all = new ArrayList<>(incident.rulings());
    rulings.stream().filter(each -> !all.contains(each)).forEach(all::add);
    return all.size() == incident.rulings().size()
        ? incident
        : new Happening(
            incident.id(), incident.told(), incident.uncounted(), incident.grades(), latest(all));
  }

  /** Writes down each grade that is not the last one written down. */
  void grade(Instant time) {
    incidents.replaceAll(
        account -> {
          Happening incident = account.happening;
          List<GradeStep> grades = new ArrayList<>(incident.grades());
          if (!grades.isEmpty()
              && grades.get(grades.size() - 1).getGrade().equals(account.grade())) {
            return account;
          }
          grades.add(new GradeStep(time, account.grade(), account.why()));
          return account(
              new Happening(
                  incident.id(),
                  incident.told(),
                  incident.uncounted(),
                  latest(grades),
                  incident.rulings()));
        });
  }

  private <T> List<T> latest(List<T> all) {
    int bound = policy.grading().bounds().history();
    return all.subList(Math.max(0, all.size() - bound), all.size());
  }
}
