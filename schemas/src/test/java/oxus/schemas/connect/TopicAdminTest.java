package oxus.schemas.connect;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class TopicAdminTest {
  private final Deployment nowhere =
      new Deployment("127.0.0.1:9", "", 1, "127.0.0.1", 0, Path.of("state"), Optional.empty());

  /** Kafka's own patience of a minute is no longer waited for. */
  @Test
  @Timeout(40)
  void givesUpABrokerThatDoesNotAnswerWhenItsPatienceEnds() {
    TopicAdmin admin = new TopicAdmin(nowhere);

    assertThatThrownBy(() -> admin.requireTopics(Duration.ofMillis(200)))
        .isInstanceOf(BrokerUnreachableException.class)
        .hasMessageContaining("no Kafka broker answers at 127.0.0.1:9");
  }

  @Test
  void saysWhatABrokerRefuses() {
    assertThatThrownBy(
            () -> {
              throw BrokerUnreachableException.refused(
                  "broker:9093",
                  new ExecutionException(
                      new TopicAuthorizationException("not authorised for articles")));
            })
        .hasMessageContaining("broker:9093 refuses: not authorised for articles")
        .hasMessageContaining("OXUS_KAFKA_CONFIG");
  }
}
