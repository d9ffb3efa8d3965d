package oxus.schemas.connect;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.streams.errors.DefaultProductionExceptionHandler;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.ProductionExceptionHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Names the record that Kafka did not take, before the app stops over it: what it led to would be
 * lost.
 */
public final class UnsentRecords implements ProductionExceptionHandler {
  private static final Logger LOG = LoggerFactory.getLogger(UnsentRecords.class);

  private final ProductionExceptionHandler otherwise = new DefaultProductionExceptionHandler();

  @Override
  public void configure(Map<String, ?> settings) {
    otherwise.configure(settings);
  }

  @Override
  public Response handleError(
      ErrorHandlerContext context, ProducerRecord<byte[], byte[]> record, Exception cause) {
    if (cause instanceof RecordTooLargeException) {
      LOG.error(complaint(record));
    }
    return otherwise.handleError(context, record, cause);
  }

  /** Culprit and cure. */
  static String complaint(ProducerRecord<byte[], byte[]> record) {
    return "record '"
        + (record.key() == null ? "" : new String(record.key(), StandardCharsets.UTF_8))
        + "' is too large for topic "
        + record.topic()
        + ": "
        + (record.value() == null ? 0 : record.value().length)
        + " bytes; set max.message.bytes of the topic to "
        + KafkaSettings.LARGEST_RECORD
        + ", which topics from before this version lack, or lower the policy's bounds"
        + " (docs/deployment.md, \"Large records\")";
  }
}
