package oxus.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import oxus.ingest.Scenarios;
import oxus.ingest.scenario.ReplaySequence;
import oxus.schemas.Contribution;
import oxus.schemas.RuleHeld;
import oxus.schemas.RuleNear;
import oxus.schemas.ThreatLevelChange;
import oxus.standalone.replay.PurePipeline;
import oxus.standalone.replay.PurePipeline.Judged;
import oxus.theatre.Theatre;
import oxus.theatre.TheatreLoader;

/** What a change says of itself, over a whole summer. */
class OutlookTest {
  private final List<Judged> judged = judged();

  private static List<Judged> judged() {
    Theatre theatre = TheatreLoader.shipped();
    List<Judged> judged = new ArrayList<>();
    PurePipeline pipeline = new PurePipeline(theatre, judged::add);
    new ReplaySequence(
            theatre.policy(), Optional.empty(), Optional.of(Instant.parse("2021-10-15T00:00:00Z")))
        .of(new Scenarios(theatre).read("summer-2021").events(), List.of())
        .forEach(pipeline::accept);
    return judged;
  }

  /** The fold foresees what the escalation decides, since only there an outlook is asked for. */
  @Test
  void everyChangeHasAnOutlookAndNothingElseHas() {
    assertThat(judged).filteredOn(each -> each.change().isPresent()).hasSizeGreaterThan(20);
    assertThat(judged)
        .allSatisfy(
            each ->
                assertThat(each.assessment().getOutlook().isPresent())
                    .as(each.assessment().getSector() + " at " + each.assessment().getAt())
                    .isEqualTo(each.change().isPresent()));
  }

  @Test
  void changesTellTheRulesThatNearlyHoldAndNothingElseDoes() {
    assertThat(judged)
        .allSatisfy(
            each ->
                assertThat(each.change().map(ThreatLevelChange::getNear).orElse(List.of()))
                    .isEqualTo(each.assessment().getNear()));
    assertThat(judged)
        .filteredOn(each -> !each.assessment().getNear().isEmpty())
        .hasSizeGreaterThan(5)
        .allSatisfy(each -> assertThat(held(each)).doesNotContainAnyElementsOf(nearly(each)));
  }

  @Test
  void whatAChangeForetellsOfTimeAloneIsWhatComesWhenNothingElseDoes() {
    List<ThreatLevelChange> changes =
        judged.stream().flatMap(each -> each.change().stream()).toList();
    int borneOut = 0;
    for (ThreatLevelChange change : changes) {
      Optional<Instant> foretold =
          change.getOutlook().orElseThrow().getDecay().map(down -> down.getAt());
      Optional<ThreatLevelChange> next =
          changes.stream()
              .filter(each -> each.getSector().equals(change.getSector()))
              .filter(each -> each.getSequence() == change.getSequence() + 1)
              .findFirst();
      boolean isLeftAlone =
          judged.stream()
              .map(Judged::assessment)
              .filter(each -> each.getSector().equals(change.getSector()))
              .filter(each -> each.getAt().isAfter(change.getAt()))
              .filter(each -> foretold.isPresent() && each.getAt().isBefore(foretold.get()))
              .allMatch(each -> each.getTrigger().equals("deadline"));
      if (foretold.isPresent() && isLeftAlone && next.isPresent()) {
        assertThat(next.get().getAt()).as(change.getChangeId()).isEqualTo(foretold.get());
        borneOut++;
      }
    }
    assertThat(borneOut).isGreaterThanOrEqualTo(3);
  }

  @Test
  void theContributionsOfEveryChangeSumToItsScore() {
    for (Judged each : judged) {
      assertThat(
              each.assessment().getContributions().stream()
                  .mapToLong(Contribution::getWeight)
                  .sum())
          .isEqualTo(each.assessment().getScore());
    }
  }

  private static List<String> held(Judged judged) {
    return judged.assessment().getRules().stream().map(RuleHeld::getRule).toList();
  }

  private static List<String> nearly(Judged judged) {
    return judged.assessment().getNear().stream().map(RuleNear::getRule).toList();
  }
}
