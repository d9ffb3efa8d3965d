package oxus.alerts.console;

import static org.assertj.core.api.Assertions.assertThat;
import static oxus.alerts.Examples.NOON;
import static oxus.alerts.Examples.changed;
import static oxus.schemas.ThreatLevel.LOW;
import static oxus.schemas.ThreatLevel.MODERATE;
import static oxus.schemas.ThreatLevel.SEVERE;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import oxus.alerts.Examples;
import oxus.schemas.ThreatLevel;

class FeedTest {
  static final String NORTH = "XA-XB/NORTH";
  static final String SOUTH = "XA-XB/SOUTH";

  final Board board = new Board(Examples.theatre());

  @Test
  void tellsChangesOfSeveralSectorsByOneEventAsOneStory() {
    post(0, NORTH, 1, MODERATE, "seizure");
    post(1, "XA-XC/EAST", 1, MODERATE, "other");
    post(2, SOUTH, 1, SEVERE, "seizure");

    Feed feed = Feed.of(board.picture(), Filter.ALL);

    assertThat(feed.stories()).hasSize(2);
    Story story = feed.stories().get(0);
    assertThat(story.changes()).extracting(Posted::offset).containsExactly(2L, 0L);
    assertThat(story.lead().change().getSector()).isEqualTo(SOUTH);
    assertThat(story.sectorNames(Names.of(board.picture(), board.theatre().sources())))
        .isEqualTo("South ford, North ford");
  }

  @Test
  void keepsChangesApartThatOnlyShareADeadline() {
    post(0, NORTH, 1, MODERATE, "deadline");
    post(1, SOUTH, 1, MODERATE, "deadline");

    assertThat(Feed.of(board.picture(), Filter.ALL).stories()).hasSize(2);
  }

  @Test
  void showsAPageAndTheWayToWhatIsOlder() {
    for (int i = 0; i < Feed.PAGE + 5; i++) {
      post(i, NORTH, i, MODERATE, "event-" + i);
    }

    Feed first = Feed.of(board.picture(), Filter.ALL);
    Filter before = new Filter(Optional.empty(), Optional.empty(), first.older(), Optional.empty());
    Feed second = Feed.of(board.picture(), before);

    assertThat(first.shown()).isEqualTo(Feed.PAGE);
    assertThat(first.matching()).isEqualTo(Feed.PAGE + 5);
    assertThat(second.stories())
        .extracting(story -> story.lead().offset())
        .containsExactly(4L, 3L, 2L, 1L, 0L);
    assertThat(second.older()).isEmpty();
  }

  @Test
  void ordersByKnowledgeTimeWhateverTheOrderInTheTopic() {
    board.change(0, changed(NORTH, 1, LOW, MODERATE).setAt(NOON.plusSeconds(60)).build());
    board.change(1, changed(SOUTH, 2, LOW, MODERATE).setAt(NOON).build());

    assertThat(offsets(Filter.ALL)).isEqualTo("0 1");
  }

  @Test
  void filtersBySector() {
    post(0, NORTH, 1, MODERATE, "a");
    post(1, SOUTH, 1, MODERATE, "b");

    assertThat(offsets(filter(Optional.of(SOUTH), Optional.empty()))).isEqualTo("1");
  }

  @Test
  void filtersByALevelThatIsReachedOrLeft() {
    post(0, NORTH, 1, MODERATE, "a");
    post(1, NORTH, 2, SEVERE, "b");
    board.change(2, changed(NORTH, 3, SEVERE, MODERATE).setTrigger("c").build());

    assertThat(offsets(filter(Optional.empty(), Optional.of(SEVERE)))).isEqualTo("2 1");
  }

  @Test
  void marksWhatCameAfterThePageWasOpened() {
    post(4, NORTH, 1, MODERATE, "a");
    post(5, NORTH, 2, SEVERE, "b");
    Filter filter =
        new Filter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(4L));

    assertThat(board.picture().changes()).extracting(filter::isNew).containsExactly(true, false);
  }

  @Test
  void keepsTheFilterInTheLinksThatFollow() {
    Filter filter = filter(Optional.of(NORTH), Optional.of(SEVERE));

    assertThat(filter.older(7)).isEqualTo("/?sector=XA-XB%2FNORTH&level=SEVERE&before=7");
    assertThat(filter.part(9)).isEqualTo("/parts/board?sector=XA-XB%2FNORTH&level=SEVERE&seen=9");
  }

  @Test
  void filtersByTimeBothEndsIncluded() {
    board.change(0, changed(NORTH, 1, LOW, MODERATE).setAt(NOON).build());
    board.change(1, changed(SOUTH, 1, LOW, MODERATE).setAt(NOON.plusSeconds(60)).build());

    assertThat(offsets(between(NOON.plusSeconds(1), NOON.plusSeconds(60)))).isEqualTo("1");
    assertThat(offsets(between(NOON, NOON.plusSeconds(59)))).isEqualTo("0");
  }

  @Test
  void filtersByWhatStillStandsAndWhatWasSuperseded() {
    post(0, NORTH, 1, MODERATE, "a");
    post(1, NORTH, 2, SEVERE, "b");

    assertThat(offsets(in(ChangeState.STANDING))).isEqualTo("1");
    assertThat(offsets(in(ChangeState.SUPERSEDED))).isEqualTo("0");
    assertThat(offsets(in(ChangeState.RAISED))).isEqualTo("1 0");
    assertThat(offsets(in(ChangeState.LOWERED))).isEmpty();
  }

  @Test
  void countsWhatCameAndWhatTheFilterHides() {
    post(0, NORTH, 1, MODERATE, "a");
    post(1, NORTH, 2, SEVERE, "b");
    post(2, SOUTH, 1, SEVERE, "c");
    Filter filter =
        new Filter(Optional.of(SOUTH), Optional.empty(), Optional.empty(), Optional.of(0L));

    Feed feed = Feed.of(board.picture(), filter);

    assertThat(feed.fresh()).isEqualTo(1);
    assertThat(feed.hidden()).isEqualTo(1);
  }

  private static Filter between(Instant since, Instant until) {
    return new Filter(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(since),
        Optional.of(until),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static Filter in(ChangeState state) {
    return new Filter(
        Optional.empty(),
        Optional.empty(),
        Optional.of(state),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static Filter filter(Optional<String> sector, Optional<ThreatLevel> level) {
    return new Filter(sector, level, Optional.empty(), Optional.empty());
  }

  private String offsets(Filter filter) {
    StringBuilder offsets = new StringBuilder();
    for (Story story : Feed.of(board.picture(), filter).stories()) {
      story.changes().forEach(posted -> offsets.append(posted.offset()).append(' '));
    }
    return offsets.toString().strip();
  }

  private void post(long offset, String sector, long sequence, ThreatLevel to, String trigger) {
    board.change(
        offset, changed(sector, sequence, LOW, to).setAt(NOON).setTrigger(trigger).build());
  }
}
