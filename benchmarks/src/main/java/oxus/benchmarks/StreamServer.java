package oxus.benchmarks;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import oxus.alerts.AlertsServer;
import oxus.alerts.Exhibits;
import oxus.alerts.HttpConfig;
import oxus.alerts.console.Board;
import oxus.ingest.Scenarios;
import oxus.ingest.scenario.ReplaySequence;
import oxus.schemas.SchemaTable;
import oxus.schemas.ThreatLevelChange;
import oxus.standalone.replay.PurePipeline;
import oxus.theatre.Theatre;
import oxus.theatre.TheatreLoader;

/**
 * The real server in a JVM of its own, with a backlog of real changes; each line on its standard
 * input posts one more.
 */
final class StreamServer {
  /** Enough to fill the queue of a reader that takes nothing. */
  static final int BACKLOG = 1_000;

  /** Stands before the port in what it prints. */
  static final String PORT = "port: ";

  private final List<ThreatLevelChange> changes = new ArrayList<>();
  private final Board board;
  private long offset;

  private StreamServer(Theatre theatre) {
    this.board = new Board(theatre);
    PurePipeline pipeline =
        new PurePipeline(theatre, judged -> judged.change().ifPresent(changes::add));
    new ReplaySequence(theatre.policy(), Optional.empty(), Optional.empty())
        .of(new Scenarios(theatre).read("summer-2021").events(), List.of())
        .forEach(pipeline::accept);
  }

  /** The summer over and over, under new ids. */
  private void post() {
    ThreatLevelChange real = changes.get((int) (offset % changes.size()));
    long sequence = offset + 1;
    board.change(offset, numbered(real, sequence));
    offset++;
  }

  private static ThreatLevelChange numbered(ThreatLevelChange change, long sequence) {
    return new ThreatLevelChange(
        change.getSector() + "#" + sequence,
        change.getSector(),
        sequence,
        change.getFrom(),
        change.getTo(),
        change.getAt(),
        change.getReason(),
        change.getExplanation(),
        change.getScore(),
        change.getPolicy(),
        change.getContributions(),
        change.getRules(),
        change.getOverride().orElse(null),
        change.getTrigger(),
        change.getAssessment(),
        change.getConfidence(),
        change.getCoverage(),
        change.getOutlook().orElse(null),
        change.getNear());
  }

  public static void main(String[] arguments) throws IOException {
    StreamServer feed = new StreamServer(TheatreLoader.shipped());
    for (int i = 0; i < BACKLOG; i++) {
      feed.post();
    }
    try (AlertsServer server =
            AlertsServer.start(
                new HttpConfig("127.0.0.1", 0),
                new Exhibits(
                    feed.board,
                    true,
                    SchemaTable.shipped(),
                    new PrometheusMeterRegistry(PrometheusConfig.DEFAULT),
                    Optional::empty));
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
      System.out.println(PORT + server.port());
      while (lines.readLine() != null) {
        feed.post();
      }
    }
  }
}
