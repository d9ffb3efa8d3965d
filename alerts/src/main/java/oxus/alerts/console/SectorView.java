package oxus.alerts.console;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One sector's page.
 *
 * @param history its changes, newest first, as far back as the board remembers
 * @param fading empty when there is nothing to fade
 * @param at the past moment that the page shows; empty: the present
 */
record SectorView(
    Standing standing,
    List<Posted> history,
    LevelChart chart,
    Optional<Fading> fading,
    Optional<Instant> at) {

  SectorView {
    history = List.copyOf(history);
  }
}
