package oxus.schemas.connect;

import java.util.List;
import java.util.Map;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.ProcessingExceptionHandler;
import org.apache.kafka.streams.processor.api.Record;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import oxus.schemas.DeadLetter;

/**
 * Puts a record that a step cannot use into the dead letters, so that one record cannot stop all
 * sectors. A step that fails in another way may have changed half of what it had to: the app stops,
 * and nothing of that half is committed.
 */
public final class FailedRecords implements ProcessingExceptionHandler {
  private static final Logger LOG = LoggerFactory.getLogger(FailedRecords.class);

  private String prefix = "";
  private String app = "";

  @Override
  public void configure(Map<String, ?> settings) {
    prefix = DeadLetters.setting(settings, DeadLetters.PREFIX_SETTING);
    app = DeadLetters.setting(settings, DeadLetters.APP_SETTING);
  }

  @Override
  public Response handleError(ErrorHandlerContext context, Record<?, ?> record, Exception cause) {
    boolean isInput = cause instanceof UnusableRecordException;
    LOG.atError()
        .addKeyValue("topic", context.topic())
        .addKeyValue("partition", context.partition())
        .addKeyValue("offset", context.offset())
        .addKeyValue("step", context.processorNodeId())
        .setCause(cause)
        .log(isInput ? "record cannot be used and is put aside" : "a step failed; the app stops");
    if (!isInput) {
      return Response.fail();
    }
    DeadLetter letter =
        new DeadLetter(
            context.topic(),
            context.partition(),
            context.offset(),
            app,
            "processing-failed",
            context.processorNodeId() + ": " + cause.getMessage(),
            DeadLetters.bytes(context.sourceRawKey()),
            DeadLetters.bytes(context.sourceRawValue()));
    return Response.resume(List.of(DeadLetters.record(prefix, letter)));
  }
}
