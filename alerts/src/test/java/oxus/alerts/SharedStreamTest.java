package oxus.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static oxus.alerts.Examples.changed;
import static oxus.schemas.ThreatLevel.LOW;
import static oxus.schemas.ThreatLevel.MODERATE;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import oxus.alerts.console.Board;
import oxus.schemas.SchemaTable;

/** The tabs of one real browser; skipped where there is none. */
@Timeout(120)
class SharedStreamTest {
  private static final int TABS = 8;

  /** The browser may still write to it when it is told to end. */
  @TempDir(cleanup = CleanupMode.NEVER)
  Path profile;

  final Board board = new Board(Examples.theatre());
  final PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  final AlertsServer server =
      AlertsServer.start(
          new HttpConfig("127.0.0.1", 0),
          new Exhibits(board, false, SchemaTable.shipped(), meters, Optional::empty));

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void bringsAChangeToEightTabsOverOneConnection() throws Exception {
    assumeTrue(Files.exists(Chromium.PROGRAM), "there is no " + Chromium.PROGRAM);
    try (Chromium browser = Chromium.start(profile)) {
      List<Chromium.Tab> tabs = new ArrayList<>();
      for (int i = 0; i < TABS; i++) {
        tabs.add(browser.open(server.address()));
        tabs.get(i).await("document.querySelector('#connection')?.dataset.state === 'open'");
      }

      board.change(
          0, changed("XA-XB/NORTH", 1, LOW, MODERATE).setExplanation("the ford was lost").build());

      for (Chromium.Tab tab : tabs) {
        tab.await("document.body.textContent.includes('the ford was lost')");
      }
      assertThat(meters.get("oxus.stream.subscribers").gauge().value()).isEqualTo(1);
    }
  }
}
