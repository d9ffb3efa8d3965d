package oxus.ingest.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import oxus.ingest.GoldFiles;
import oxus.theatre.TheatreLoader;

/**
 * The shipped weights are those that the gold teaches. After a change of gold, rules or lexicon,
 * accept new ones: {@code mvn -pl ingest -am test -Dtest=WeightsTest -Daccept=weights
 * -Dsurefire.failIfNoSpecifiedTests=false}.
 */
class WeightsTest {
  private static final Path SHIPPED =
      Path.of("src", "main", "resources", "oxus", "ingest", "extract", WordWeights.FILE);

  @Test
  void shippedWeightsAreWhatTheGoldTeaches() throws IOException {
    Path gold = GoldFiles.shipped(Path.of(""));
    String taught =
        WeightsTrainer.file(WeightsTrainer.train(TrainingSet.read(TheatreLoader.shipped(), gold)));
    if ("weights".equals(System.getProperty("accept"))) {
      Files.writeString(SHIPPED, taught);
    }

    // Not isEqualTo: two files of megabytes say nothing on a screen.
    assertThat(taught.equals(Files.readString(SHIPPED)))
        .as("the shipped weights are what the gold teaches; else accept new ones as said above")
        .isTrue();
  }
}
