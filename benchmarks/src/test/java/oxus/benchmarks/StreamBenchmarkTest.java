package oxus.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The short form of the load on the stream: no figures, only that nothing is lost or blocked. */
@Timeout(180)
class StreamBenchmarkTest {
  @Test
  void reachesEveryReaderOnceThoughSomeTakeNothing() throws Exception {
    StreamBenchmark.Result result = StreamBenchmark.run(new StreamBenchmark.Load(300, 3, 5));

    assertThat(result.delivered()).isEqualTo(300 * 5);
    assertThat(result.repeated()).isZero();
    assertThat(result.lost()).isZero();
  }
}
