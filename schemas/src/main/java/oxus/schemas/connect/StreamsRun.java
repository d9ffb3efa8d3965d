package oxus.schemas.connect;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import java.time.Duration;
import java.util.Properties;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A Kafka Streams topology as it runs: started, metered, and stopped for good on a bug of ours. */
public final class StreamsRun implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(StreamsRun.class);
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final KafkaStreams streams;
  private final KafkaStreamsMetrics metrics;
  private volatile boolean isBroken;

  public StreamsRun(Topology topology, Properties settings, MeterRegistry registry) {
    this.streams = new KafkaStreams(topology, settings);
    this.metrics = new KafkaStreamsMetrics(streams);
    metrics.bindTo(registry);
    streams.setUncaughtExceptionHandler(
        failure -> {
          LOG.error("topology failed and stops", failure);
          isBroken = true;
          return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
        });
  }

  public void start() {
    streams.start();
  }

  public boolean isReady() {
    return streams.state() == KafkaStreams.State.RUNNING;
  }

  /**
   * Whether it has stopped on its own. That shows at once, not only when its threads have closed: a
   * producer that waits for an answer may never close.
   */
  public boolean hasFailed() {
    return isBroken || streams.state() == KafkaStreams.State.ERROR;
  }

  @Override
  public void close() {
    streams.close(PATIENCE);
    metrics.close();
  }
}
