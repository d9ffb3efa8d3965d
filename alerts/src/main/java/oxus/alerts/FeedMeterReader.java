package oxus.alerts;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.search.Search;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import oxus.alerts.console.FeedLine;

/**
 * Reads how feeds do from the meters that the intake of the same process keeps; where intake is a
 * process of its own there are none.
 */
record FeedMeterReader(MeterRegistry registry) {

  List<FeedLine> lines() {
    List<FeedLine> lines = new ArrayList<>();
    for (Gauge state : registry.find("oxus.feed.health").gauges()) {
      if (state.value() == 1) {
        lines.add(line(state));
      }
    }
    lines.sort(Comparator.comparing(FeedLine::source).thenComparing(FeedLine::url));
    return lines;
  }

  private FeedLine line(Gauge state) {
    String source = String.valueOf(state.getId().getTag("source"));
    String url = String.valueOf(state.getId().getTag("url"));
    Tags tags = Tags.of("source", source, "url", url);
    return new FeedLine(
        source,
        url,
        String.valueOf(state.getId().getTag("state")),
        gauge("oxus.feed.failures", tags),
        count(registry.find("oxus.feed.articles").tags(tags)),
        Instant.ofEpochSecond(gauge("oxus.feed.last.success.seconds", tags)));
  }

  private long gauge(String name, Tags tags) {
    Gauge gauge = registry.find(name).tags(tags).gauge();
    return gauge == null ? 0 : (long) gauge.value();
  }

  private static long count(Search search) {
    return search.counters().stream().mapToLong(counter -> (long) counter.count()).sum();
  }
}
