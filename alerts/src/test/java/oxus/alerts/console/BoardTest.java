package oxus.alerts.console;

import static org.assertj.core.api.Assertions.assertThat;
import static oxus.alerts.Examples.NOON;
import static oxus.alerts.Examples.assessment;
import static oxus.alerts.Examples.change;
import static oxus.schemas.ThreatLevel.LOW;
import static oxus.schemas.ThreatLevel.MODERATE;
import static oxus.schemas.ThreatLevel.SEVERE;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import oxus.alerts.Examples;
import oxus.alerts.history.Archive;

class BoardTest {
  static final String NORTH = "XA-XB/NORTH";
  final Board board = new Board(Examples.theatre(), 3, Archive.NONE, ArticleTexts.NONE);

  @Test
  void showsEverySectorAtTheLowestLevelBeforeAnythingHappens() {
    Picture picture = board.picture();

    assertThat(picture.standings())
        .hasSize(3)
        .allSatisfy(standing -> assertThat(standing.level()).isEqualTo(LOW));
    assertThat(picture.newest()).isEqualTo(-1);
    assertThat(picture.knownAt()).isEmpty();
  }

  @Test
  void movesASectorWithItsLastChange() {
    board.change(0, change(NORTH, 1, LOW, MODERATE));
    board.change(1, change(NORTH, 2, MODERATE, SEVERE));

    Standing standing = board.picture().standing(NORTH).orElseThrow();

    assertThat(standing.level()).isEqualTo(SEVERE);
    assertThat(standing.since()).contains(NOON.plusSeconds(7200));
  }

  @Test
  void listsChangesNewestFirst() {
    board.change(0, change(NORTH, 1, LOW, MODERATE));
    board.change(5, change(NORTH, 2, MODERATE, SEVERE));

    assertThat(board.picture().changes()).extracting(Posted::offset).containsExactly(5L, 0L);
  }

  @Test
  void ignoresARepeatWhetherByOffsetOrById() {
    board.change(4, change(NORTH, 1, LOW, MODERATE));
    board.change(4, change(NORTH, 2, MODERATE, SEVERE));
    board.change(5, change(NORTH, 1, LOW, SEVERE));

    assertThat(board.picture().changes()).hasSize(1);
    assertThat(board.picture().standing(NORTH).orElseThrow().level()).isEqualTo(MODERATE);
  }

  @Test
  void forgetsTheOldestChangeWhenItIsFullAndSaysUpToWhere() {
    for (int i = 0; i < 4; i++) {
      board.change(10 + i, change(NORTH, i + 1, LOW, MODERATE));
    }

    assertThat(board.after(-1, 99)).extracting(Posted::offset).containsExactly(11L, 12L, 13L);
    assertThat(board.forgotten()).isEqualTo(10);
    assertThat(board.find(NORTH + "#1")).isEmpty();
  }

  @Test
  void keepsTheLevelOfASectorWhoseLastChangeIsForgotten() {
    board.change(0, change("XA-XB/SOUTH", 1, LOW, SEVERE));
    for (int i = 1; i <= 3; i++) {
      board.change(i, change(NORTH, i, LOW, MODERATE));
    }

    assertThat(board.picture().standing("XA-XB/SOUTH").orElseThrow().level()).isEqualTo(SEVERE);
  }

  @Test
  void givesTheChangesAfterAnOffsetOldestFirst() {
    board.change(0, change(NORTH, 1, LOW, MODERATE));
    board.change(2, change(NORTH, 2, MODERATE, SEVERE));
    board.change(3, change(NORTH, 3, SEVERE, MODERATE));

    assertThat(board.after(0, 99)).extracting(Posted::offset).containsExactly(2L, 3L);
    assertThat(board.after(0, 1)).extracting(Posted::offset).containsExactly(2L);
    assertThat(board.after(3, 99)).isEmpty();
  }

  @Test
  void keepsTheLatestAssessmentWhenAnOlderOneComesLate() {
    board.assessment(assessment(NORTH, 2, 4_000_000));
    board.assessment(assessment(NORTH, 1, 9_000_000));

    assertThat(board.picture().standing(NORTH).orElseThrow().score()).isEqualTo(4_000_000);
    assertThat(board.trail(NORTH)).hasSize(1);
  }

  @Test
  void knowsTheNewestTimeOfAnyRecord() {
    board.change(0, change(NORTH, 1, LOW, MODERATE));
    board.assessment(assessment(NORTH, 1, 1));

    assertThat(board.picture().knownAt()).contains(NOON.plusSeconds(3600));
  }

  @Test
  void showsASectorThatTheTheatreDoesNotHave() {
    board.change(0, change("XZ-XB/WEST", 1, LOW, SEVERE));

    assertThat(board.picture().standing("XZ-XB/WEST").orElseThrow().level()).isEqualTo(SEVERE);
  }

  @Test
  void callsBackForANewChangeAndNotForARepeat() {
    List<String> calls = new ArrayList<>();
    board.onChange(() -> calls.add("called"));

    board.change(0, change(NORTH, 1, LOW, MODERATE));
    board.change(0, change(NORTH, 1, LOW, MODERATE));

    assertThat(calls).hasSize(1);
  }

  @Test
  void keepsEndsAndOrderOfALongTrailInBoundedSpace() {
    for (int i = 1; i <= 10_000; i++) {
      board.assessment(assessment(NORTH, i, i));
    }

    List<ScorePoint> trail = board.trail(NORTH);

    assertThat(trail).hasSizeLessThanOrEqualTo(2_000);
    assertThat(trail.get(0).score()).isEqualTo(1);
    assertThat(trail.get(trail.size() - 1).score()).isEqualTo(10_000);
    assertThat(trail).isSortedAccordingTo((a, b) -> a.at().compareTo(b.at()));
  }
}
