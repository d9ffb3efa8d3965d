package oxus.ingest.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import oxus.ingest.GoldFiles;
import oxus.ingest.extract.TrainingSet.Example;
import oxus.theatre.Theatre;
import oxus.theatre.TheatreLoader;

/**
 * The shipped weights are those that the gold teaches. After a change of gold, rules or lexicon,
 * accept new ones: {@code mvn -pl ingest -am test -Dtest=WeightsTest -Daccept=weights
 * -Dsurefire.failIfNoSpecifiedTests=false}.
 */
class WeightsTest {
  private static final Path SHIPPED =
      Path.of("src", "main", "resources", "oxus", "ingest", "extract");

  @Test
  void shippedWeightsAreWhatTheGoldTeaches() throws IOException {
    Theatre theatre = TheatreLoader.shipped();
    Path gold = GoldFiles.shipped(Path.of(""));
    List<Example> examples = TrainingSet.read(theatre, gold);
    HeldOut heldOut = new HeldOut(theatre, gold, examples);

    assertShipped(WordWeights.FILE, WeightsTrainer.file(WeightsTrainer.train(examples)));
    assertShipped(Network.FILE, NetworkTrainer.file(NetworkTrainer.train(examples)));
    SieveTrainer trainer = new SieveTrainer(new Bearings(theatre));
    assertShipped(SieveWeights.FILE, SieveTrainer.file(trainer.train(heldOut.sifted())));
  }

  private static void assertShipped(String file, String taught) throws IOException {
    Path shipped = SHIPPED.resolve(file);
    if ("weights".equals(System.getProperty("accept"))) {
      Files.writeString(shipped, taught);
    }

    // Not isEqualTo: two files of megabytes say nothing on a screen.
    assertThat(taught.equals(Files.readString(shipped)))
        .as("%s is what the gold teaches; else accept a new one as said above", file)
        .isTrue();
  }
}
