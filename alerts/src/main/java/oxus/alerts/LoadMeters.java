package oxus.alerts;

import io.micrometer.core.instrument.Gauge;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import oxus.alerts.console.Picture;
import oxus.alerts.console.Posted;
import oxus.alerts.work.Load;
import oxus.schemas.ThreatLevelChange;

/** The operator's load as gauges: what the page of the load shows, for whoever watches figures. */
final class LoadMeters {
  private final Exhibits exhibits;
  private final Desk desk;

  LoadMeters(Exhibits exhibits, Desk desk) {
    this.exhibits = exhibits;
    this.desk = desk;
  }

  void register() {
    gauge("oxus.load.changes.last.hour", Load::lastHour);
    gauge("oxus.load.changes.last.day", Load::lastDay);
    gauge("oxus.load.changes.most.in.ten.minutes", Load::mostInTenMinutes);
    gauge("oxus.load.chattering", load -> load.chattering().size());
    gauge("oxus.load.stale", load -> load.stale().size());
    gauge("oxus.load.open", Load::open);
    gauge("oxus.load.acknowledge.median.seconds", load -> seconds(load.medianToAcknowledge()));
    gauge("oxus.load.acknowledge.p90.seconds", load -> seconds(load.slowToAcknowledge()));
    Gauge.builder("oxus.work.actions", desk, all -> all.work().sequence())
        .register(exhibits.meters());
    Gauge.builder("oxus.work.chain.broken", desk, all -> all.work().broken().isPresent() ? 1 : 0)
        .register(exhibits.meters());
  }

  private void gauge(String name, ToDoubleFunction<Load> figure) {
    // nobody else holds on to this: a weak reference would soon show nothing
    Gauge.builder(name, this, meters -> figure.applyAsDouble(meters.load()))
        .strongReference(true)
        .register(exhibits.meters());
  }

  private Load load() {
    Picture picture = exhibits.board().picture();
    Instant now = desk.now(picture, exhibits.exercise());
    return Load.of(changes(picture), desk.work(), now);
  }

  private static List<ThreatLevelChange> changes(Picture picture) {
    return picture.changes().stream().map(Posted::change).toList();
  }

  private static double seconds(Optional<Duration> duration) {
    return duration.map(Duration::toSeconds).map(Long::doubleValue).orElse(Double.NaN);
  }
}
