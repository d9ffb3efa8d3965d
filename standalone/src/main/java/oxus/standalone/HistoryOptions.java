package oxus.standalone;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import oxus.theatre.Theatre;
import picocli.CommandLine.Option;

/** How a history is read: shared by the commands that replay one. */
final class HistoryOptions {
  static final String SOURCE =
      "What to replay: a shipped scenario (summer-2021), a file or a folder of reports (CSV, NDJSON, Avro) or of articles (NDJSON, texts), or what oxus record wrote. Forms: docs/scenarios.md.";

  @Option(
      names = "--manifest",
      paramLabel = "CSV",
      description = "For a folder of texts: a file with columns doc,published,source.")
  private @Nullable Path manifest;

  @Option(
      names = "--controls",
      paramLabel = "FILE",
      description =
          "What people did beside: policies put in force, overrides, rulings, withdrawals. A folder may hold it as controls.yaml.")
  private @Nullable Path controls;

  ReplayInput read(String source, Theatre theatre) {
    return read(source, List.of(), theatre);
  }

  /**
   * Reads a source.
   *
   * @param injected what is told beside it
   */
  ReplayInput read(String source, List<Path> injected, Theatre theatre) {
    return new ReplayInputs(theatre, Optional.ofNullable(manifest), Optional.ofNullable(controls))
        .read(source, injected);
  }
}
