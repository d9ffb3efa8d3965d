package oxus.schemas.connect;

import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.errors.DeserializationExceptionHandler;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import oxus.schemas.DeadLetter;

/**
 * Puts a record that cannot be decoded into the dead letters, in the transaction that passes it by.
 */
public final class UnreadableRecords implements DeserializationExceptionHandler {
  private static final Logger LOG = LoggerFactory.getLogger(UnreadableRecords.class);

  private String prefix = "";
  private String app = "";

  @Override
  public void configure(Map<String, ?> settings) {
    prefix = DeadLetters.setting(settings, DeadLetters.PREFIX_SETTING);
    app = DeadLetters.setting(settings, DeadLetters.APP_SETTING);
  }

  @Override
  public Response handleError(
      ErrorHandlerContext context, ConsumerRecord<byte[], byte[]> record, Exception cause) {
    LOG.atWarn()
        .addKeyValue("topic", record.topic())
        .addKeyValue("partition", record.partition())
        .addKeyValue("offset", record.offset())
        .log("unreadable record put aside");
    DeadLetter letter =
        new DeadLetter(
            record.topic(),
            record.partition(),
            record.offset(),
            app,
            "unreadable",
            String.valueOf(cause.getMessage()),
            DeadLetters.bytes(record.key()),
            DeadLetters.bytes(record.value()));
    return Response.resume(List.of(DeadLetters.record(prefix, letter)));
  }
}
