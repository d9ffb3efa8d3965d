package oxus.standalone.containers;

import static java.util.Objects.requireNonNull;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.testcontainers.kafka.KafkaContainer;
import oxus.schemas.Topic;
import oxus.schemas.Topics;

@RequiresContainers
@Timeout(value = 300, unit = SECONDS)
class PipelineContainerIT {
  private static final String PREFIX = "it.";
  private static final KafkaContainer BROKER = BrokerImage.configured().container();

  @BeforeAll
  static void startBroker() {
    BROKER.start();
  }

  @AfterAll
  static void stopBroker() {
    BROKER.stop();
  }

  @Test
  void readersOfCommittedRecordsNeverSeeAnAbortedTransaction() throws Exception {
    createTopics();
    String topic = Topics.BORDER_EVENTS.in(PREFIX);

    try (KafkaProducer<String, String> producer = transactionalProducer()) {
      producer.initTransactions();
      producer.beginTransaction();
      producer.send(new ProducerRecord<>(topic, "sector", "aborted")).get();
      producer.abortTransaction();
      producer.beginTransaction();
      producer.send(new ProducerRecord<>(topic, "sector", "committed")).get();
      producer.commitTransaction();
    }

    assertThat(read(topic)).extracting(ConsumerRecord::value).containsExactly("committed");
  }

  private static void createTopics() throws Exception {
    List<NewTopic> topics = new ArrayList<>();
    for (Topic topic : Topics.all()) {
      topics.add(new NewTopic(topic.in(PREFIX), topic.partitions(3), (short) 1));
    }
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", BROKER.getBootstrapServers()))) {
      admin.createTopics(topics).all().get(60, SECONDS);
    }
  }

  private static KafkaProducer<String, String> transactionalProducer() {
    return new KafkaProducer<>(
        Map.of(
            "bootstrap.servers", BROKER.getBootstrapServers(), "transactional.id", "container-it"),
        new StringSerializer(),
        new StringSerializer());
  }

  /** Everything committed, from the first offset to the last stable one. */
  private static List<ConsumerRecord<String, String>> read(String topic) {
    TopicPartition partition = new TopicPartition(topic, 0);
    List<ConsumerRecord<String, String>> records = new ArrayList<>();
    try (KafkaConsumer<String, String> consumer =
        new KafkaConsumer<>(
            Map.of(
                "bootstrap.servers",
                BROKER.getBootstrapServers(),
                "isolation.level",
                "read_committed"),
            new StringDeserializer(),
            new StringDeserializer())) {
      consumer.assign(List.of(partition));
      consumer.seekToBeginning(List.of(partition));
      long end = requireNonNull(consumer.endOffsets(List.of(partition)).get(partition));
      while (consumer.position(partition) < end) {
        consumer.poll(Duration.ofMillis(200)).forEach(records::add);
      }
    }
    return records;
  }
}
