package oxus.ingest.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import oxus.ingest.intake.FolderWatch.Look;

class FolderWatchTest {
  private final FolderWatch watch = new FolderWatch();

  @Test
  void leavesAFileUntilTwoLooksFindItTheSame() {
    assertThat(watch.settled(Map.of("a.ndjson", new Look(5, 1)))).isEmpty();
    assertThat(watch.settled(Map.of("a.ndjson", new Look(6, 1)))).isEmpty();
    assertThat(watch.settled(Map.of("a.ndjson", new Look(6, 2)))).isEmpty();
    assertThat(watch.settled(Map.of("a.ndjson", new Look(6, 2)))).containsExactly("a.ndjson");
  }

  @Test
  void leavesAFileAsLongAsItsWriterMarksIt() {
    Map<String, Look> marked =
        Map.of("a.ndjson", new Look(5, 1), "a.ndjson.writing", new Look(0, 1));

    assertThat(watch.settled(marked)).isEmpty();
    assertThat(watch.settled(marked)).isEmpty();
    assertThat(watch.settled(Map.of("a.ndjson", new Look(5, 1)))).containsExactly("a.ndjson");
  }

  @Test
  void leavesHiddenAndOtherFilesAlone() {
    Look look = new Look(5, 1);
    Map<String, Look> files =
        Map.of("b.txt", look, "a.json", look, ".a.ndjson", look, "a.ndjson.part", look, "x", look);

    watch.settled(files);
    assertThat(watch.settled(files)).containsExactly("a.json", "b.txt");
  }
}
