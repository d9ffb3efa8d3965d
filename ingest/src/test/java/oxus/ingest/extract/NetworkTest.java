package oxus.ingest.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import oxus.ingest.extract.TrainingSet.Example;
import oxus.schemas.EventType;

class NetworkTest {
  private static final int TYPES = Weighing.TYPES.size();
  private static final int TALKS = Weighing.index(EventType.TALKS);

  @Test
  void hearsWhatTwoWordsMeanTogetherThatNeitherMeansAlone() {
    Network network = network(Map.of("-", -1_000, "w gate", 1_000, "w shut", 1_000), 500);

    assertThat(says(network, "-", "w gate")).isZero();
    assertThat(says(network, "-", "w shut")).isZero();
    assertThat(says(network, "-", "w gate", "w shut")).isEqualTo(3_000);
  }

  @Test
  void countsHalfAsMuchAgainAsTheWordsOneByOne() {
    int[] sums = new int[TYPES + Network.SUMS];
    sums[TALKS] = -2_000;
    sums[TYPES] = 1_000;

    network(Map.of(), 500).moderate(sums);

    assertThat(sums[TALKS]).isEqualTo((2 * -2_000 + 3 * 5_000) / 5);
  }

  @Test
  void leavesAllAsItIsWhereNothingWasLearned() {
    int[] sums = {700, -300};

    Network.silent().moderate(sums);

    assertThat(sums).containsExactly(700, -300);
  }

  @Test
  void noFloodOfWordsTurnsMuchIntoLittle() {
    int[][] outputs = new int[TYPES][Network.SUMS + 1];
    Arrays.fill(outputs[TALKS], Network.MOST_OUTPUT);
    int[] sums = new int[TYPES + Network.SUMS];
    Arrays.fill(sums, TYPES, sums.length, Integer.MAX_VALUE);

    new Network(Map.of(), outputs).moderate(sums);

    assertThat(sums[TALKS]).isGreaterThan(10_000_000);
  }

  @Test
  void refusesWeightsThatWouldNotFit() {
    assertThatThrownBy(() -> network(Map.of(), Network.MOST_OUTPUT + 1))
        .hasMessageContaining("1000")
        .hasMessageContaining("learn the network again");
  }

  @Test
  void learnsWhatTwoWordsMeanTogetherTheSameEachTime() {
    List<Example> examples = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      examples.add(example(Set.of(EventType.TALKS), "w gate"));
      examples.add(example(Set.of(EventType.TALKS), "w shut"));
      examples.add(example(Set.of(), "w gate", "w shut"));
    }

    Network network = NetworkTrainer.train(examples);

    assertThat(says(network, "-", "w gate")).isPositive();
    assertThat(says(network, "-", "w shut")).isPositive();
    assertThat(says(network, "-", "w gate", "w shut")).isNegative();
    assertThat(NetworkTrainer.file(NetworkTrainer.train(examples)))
        .isEqualTo(NetworkTrainer.file(network));
  }

  @Test
  void doesNotLearnFromWhatIsOpen() {
    List<Example> examples = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      examples.add(example(Set.of(EventType.TALKS), "w gate"));
      examples.add(new Example("", List.of("w gate"), Set.of(), Set.of(EventType.TALKS)));
    }

    assertThat(says(NetworkTrainer.train(examples), "-", "w gate")).isGreaterThan(1_000);
  }

  private static Example example(Set<EventType> told, String... features) {
    return new Example("", List.of(features), told, Set.of());
  }

  /** One with a single sum, which speaks for talks. */
  private static Network network(Map<String, Integer> inputs, int output) {
    Map<String, int[]> rows = new HashMap<>();
    inputs.forEach(
        (feature, input) -> {
          int[] row = new int[Network.SUMS];
          row[0] = input;
          rows.put(feature, row);
        });
    int[][] outputs = new int[TYPES][Network.SUMS + 1];
    outputs[TALKS][0] = output;
    return new Network(rows, outputs);
  }

  private static int says(Network network, String... features) {
    int[] sums = new int[TYPES + Network.SUMS];
    for (String feature : features) {
      int[] input = network.inputs().getOrDefault(feature, new int[Network.SUMS]);
      for (int i = 0; i < Network.SUMS; i++) {
        sums[TYPES + i] += input[i];
      }
    }
    network.moderate(sums);
    return sums[TALKS];
  }
}
