package oxus.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import oxus.ingest.intake.Receipt;
import oxus.schemas.AvroSerde;
import oxus.theatre.TheatreLoader;

/** A receipt comes when the broker has the article, and not before. */
class ArticlePushTest {
  private static final byte[] GOOD =
      "{\"url\":\"https://example.org/a\",\"title\":\"T\",\"body\":\"B\",\"source\":\"S\",\"publishedAt\":\"2021-07-05\"}"
          .getBytes(StandardCharsets.UTF_8);

  private final MockProducer<String, SpecificRecord> broker =
      new MockProducer<>(
          false, null, new StringSerializer(), AvroSerde.of(SpecificRecord.class).serializer());
  private final List<String> accepted = new ArrayList<>();
  private final ArticlePush push =
      new ArticlePush(
          broker, "articles", TheatreLoader.shipped(), (key, revision) -> accepted.add(key));

  @Test
  void givesTheReceiptOnceTheBrokerHasTheArticle() {
    CompletableFuture<Receipt> receipt = push.push(0, GOOD);

    assertThat(receipt).isNotDone();
    assertThat(accepted).isEmpty();
    broker.completeNext();
    assertThat(receipt.join().isAccepted()).isTrue();
    assertThat(accepted).containsExactly("example.org/a");
  }

  @Test
  void promisesNothingWhenTheBrokerDoesNotSay() {
    CompletableFuture<Receipt> receipt = push.push(0, GOOD);

    broker.errorNext(new TimeoutException("too slow"));
    assertThat(receipt.join().status()).isEqualTo(Receipt.UNWRITTEN);
    assertThat(accepted).isEmpty();
  }
}
