package oxus.alerts.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import oxus.schemas.ActionKind;
import oxus.schemas.LevelOverride;
import oxus.schemas.OperatorAction;
import oxus.schemas.ThreatLevel;

class WorkProperties {
  private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");

  /** A click of someone: who, what and on which of two sectors. */
  record Click(String actor, int order, String sector, int request) {}

  @Property(tries = 200)
  void givesTheSameStateWhenTheLogIsReadAgainWithRepeats(@ForAll("clicks") List<Click> clicks) {
    Work written = new Work();
    List<OperatorAction> log = write(written, clicks);

    Work read = new Work();
    for (OperatorAction action : log) {
      read.apply(action);
      read.apply(action);
    }

    assertThat(read.broken()).isEmpty();
    assertThat(read.sequence()).isEqualTo(log.size());
    assertThat(read.bounds()).isEqualTo(written.bounds());
    assertThat(read.silences()).isEqualTo(written.silences());
    assertThat(read.change("A#1")).isEqualTo(written.change("A#1"));
    assertThat(Chain.verify(log)).isEmpty();
  }

  @Property(tries = 200)
  void bindsTheHighestLevelOnlyWithTwoPeople(@ForAll("clicks") List<Click> clicks) {
    Work work = new Work();
    List<LevelOverride> controls = new ArrayList<>();
    int number = 0;
    for (Click click : clicks) {
      Verdict verdict = work.decide(request(work, click, number++));
      if (verdict instanceof Verdict.Accepted accepted) {
        work.apply(accepted.action());
        accepted.control().map(LevelOverride.class::cast).ifPresent(controls::add);
      }
    }

    assertThat(controls)
        .filteredOn(control -> control.getUntil().isAfter(control.getAt()))
        .filteredOn(control -> control.getFloor().equals(Optional.of(ThreatLevel.CRITICAL)))
        .allSatisfy(
            control -> {
              String[] names = control.getWho().split(", approved by ", -1);
              assertThat(names).hasSize(2);
              assertThat(names[0]).isNotEqualTo(names[1]);
            });
  }

  @Property(tries = 100)
  void doesEachRequestOnceHoweverOftenItIsSent(@ForAll("clicks") List<Click> clicks) {
    Work work = new Work();

    List<OperatorAction> log = write(work, clicks);
    write(work, clicks);

    assertThat(log).extracting(OperatorAction::getId).doesNotHaveDuplicates();
  }

  private static List<OperatorAction> write(Work work, List<Click> clicks) {
    List<OperatorAction> log = new ArrayList<>();
    for (Click click : clicks) {
      if (work.decide(request(work, click, click.request())) instanceof Verdict.Accepted accepted) {
        work.apply(accepted.action());
        log.add(accepted.action());
      }
    }
    return log;
  }

  private static Request request(Work work, Click click, int number) {
    return new Request(
        "r" + number, click.actor(), "supervisor", START, START, "because", order(work, click));
  }

  private static Order order(Work work, Click click) {
    String change = click.sector() + "#1";
    Instant until = START.plus(Duration.ofHours(1));
    List<LevelBound> bounds = work.bounds();
    String bound = bounds.isEmpty() ? "none" : bounds.get(bounds.size() - 1).id();
    return switch (click.order()) {
      case 0 -> new Order.Acknowledge(change, click.sector());
      case 1 -> new Order.Assign(change, click.sector(), "dana");
      case 2 -> new Order.Note(change, click.sector());
      case 3 -> new Order.Hush(click.sector(), ThreatLevel.SEVERE, until);
      case 4 -> new Order.Unsilence(click.sector());
      case 5 -> floor(click, ThreatLevel.CRITICAL, until);
      case 6 -> floor(click, ThreatLevel.SEVERE, until);
      case 7 -> new Order.Decide(ActionKind.APPROVE, bound);
      case 8 -> new Order.Decide(ActionKind.REFUSE, bound);
      default -> new Order.Decide(ActionKind.LIFT, bound);
    };
  }

  private static Order floor(Click click, ThreatLevel level, Instant until) {
    return new Order.Bound(click.sector(), Optional.of(level), Optional.empty(), until);
  }

  @Provide
  Arbitrary<List<Click>> clicks() {
    return Combinators.combine(
            Arbitraries.of("anna", "ben", "cleo"),
            Arbitraries.integers().between(0, 9),
            Arbitraries.of("A", "B"),
            Arbitraries.integers().between(0, 30))
        .as(Click::new)
        .list()
        .ofMaxSize(40);
  }
}
