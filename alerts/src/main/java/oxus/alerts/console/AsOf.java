package oxus.alerts.console;

import java.time.Instant;
import java.util.Optional;

/**
 * The moment that a page shows: the present, or a past one. Nothing is known of the future, so who
 * asks for it gets the present moment and is told.
 *
 * @param at empty: the present, and the page follows it
 * @param asked what the link asks for when that is still to come
 */
public record AsOf(Optional<Instant> at, Optional<Instant> asked) {
  static final AsOf NOW = new AsOf(Optional.empty(), Optional.empty());

  public static AsOf of(Optional<Instant> asked, Instant now) {
    return asked.filter(moment -> moment.isAfter(now)).isPresent()
        ? new AsOf(Optional.of(now), asked)
        : new AsOf(asked, Optional.empty());
  }
}
