package oxus.schemas.connect;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import oxus.schemas.AvroSerde;
import oxus.schemas.DeadLetter;
import oxus.schemas.Topics;

/** Keeps records that nobody could use, with origin, reason and bytes. */
public final class DeadLetters {
  private static final AvroSerde<DeadLetter> SERDE = AvroSerde.of(DeadLetter.class);

  private DeadLetters() {}

  /** The dead letter as a record to produce. */
  public static ProducerRecord<byte[], byte[]> record(String prefix, DeadLetter letter) {
    String topic = Topics.DEAD_LETTERS.in(prefix);
    return new ProducerRecord<>(
        topic,
        key(letter).getBytes(StandardCharsets.UTF_8),
        SERDE.serializer().serialize(topic, letter));
  }

  public static String key(DeadLetter letter) {
    return letter.getTopic() + "-" + letter.getPartition() + "-" + letter.getOffset();
  }

  public static @Nullable ByteBuffer bytes(byte @Nullable [] bytes) {
    return bytes == null ? null : ByteBuffer.wrap(bytes);
  }

  /** The setting under which a handler finds the topic prefix. */
  public static final String PREFIX_SETTING = "oxus.topic.prefix";

  /** The setting under which a handler finds the app's name. */
  public static final String APP_SETTING = "oxus.app";

  static String setting(Map<String, ?> settings, String name) {
    Object value = settings.get(name);
    return value == null ? "" : value.toString();
  }
}
