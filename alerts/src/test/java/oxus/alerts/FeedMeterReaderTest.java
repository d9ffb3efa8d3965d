package oxus.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import oxus.alerts.console.FeedLine;

class FeedMeterReaderTest {

  @Test
  void readsTheStateThatEachFeedIsIn() {
    SimpleMeterRegistry registry = new SimpleMeterRegistry();
    Tags tags = Tags.of("source", "A", "url", "https://a.test/");
    gauge(registry, "oxus.feed.health", tags.and("state", "fine"), 0);
    gauge(registry, "oxus.feed.health", tags.and("state", "failing"), 1);
    gauge(registry, "oxus.feed.failures", tags, 3);
    gauge(registry, "oxus.feed.last.success.seconds", tags, 60);
    registry.counter("oxus.feed.articles", tags).increment(5);

    assertThat(new FeedMeterReader(registry).lines())
        .containsExactly(
            new FeedLine("A", "https://a.test/", "failing", 3, 5, Instant.EPOCH.plusSeconds(60)));
  }

  private static void gauge(SimpleMeterRegistry registry, String name, Tags tags, double value) {
    Gauge.builder(name, () -> value).tags(tags).register(registry);
  }
}
