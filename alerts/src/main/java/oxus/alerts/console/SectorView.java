package oxus.alerts.console;

import java.util.List;

/**
 * One sector's page.
 *
 * @param history its changes, newest first, as far back as the board remembers
 */
record SectorView(Standing standing, List<Posted> history, LevelChart chart) {

  SectorView {
    history = List.copyOf(history);
  }
}
