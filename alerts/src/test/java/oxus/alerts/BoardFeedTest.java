package oxus.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;
import oxus.schemas.Topics;
import oxus.schemas.connect.Deployment;

class BoardFeedTest {
  private static final Deployment NOWHERE =
      new Deployment("127.0.0.1:9", "", 1, "127.0.0.1", 0, Path.of("state"), Optional.empty());

  @Test
  void saysThatItHasStoppedWhenTheBrokerDoesNotEvenTellItsPartitions() {
    MockConsumer<byte[], byte[]> silent =
        new MockConsumer<>("earliest") {
          @Override
          public synchronized List<PartitionInfo> partitionsFor(String topic) {
            throw new TimeoutException("no answer");
          }
        };
    BoardFeed feed =
        new BoardFeed(NOWHERE, "board", List.of(Topics.ARTICLES), (stored, record) -> {}, silent);

    feed.start();
    feed.close();

    assertThat(feed.hasStopped()).isTrue();
    assertThat(silent.closed()).isTrue();
  }
}
