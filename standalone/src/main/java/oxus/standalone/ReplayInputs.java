package oxus.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import oxus.ingest.Scenarios;
import oxus.theatre.Theatre;

/**
 * Finds what a replay is asked for: a shipped scenario, a file, or a folder of files; of reports,
 * of articles, or a recorded log.
 */
final class ReplayInputs {
  private final Theatre theatre;
  private final Optional<Path> manifest;
  private final Optional<Path> controls;

  ReplayInputs(Theatre theatre, Optional<Path> manifest) {
    this(theatre, manifest, Optional.empty());
  }

  /**
   * @param manifest tells when texts were published, and by whom
   * @param controls what people did beside; a folder may hold more
   */
  ReplayInputs(Theatre theatre, Optional<Path> manifest, Optional<Path> controls) {
    this.theatre = theatre;
    this.manifest = manifest;
    this.controls = controls;
  }

  /**
   * Reads a source.
   *
   * @throws oxus.ingest.BadInputException when there is no such source
   */
  ReplayInput read(String source) {
    return read(source, List.of());
  }

  /**
   * Reads a source, and what is told beside it; articles of both are extracted together, so that a
   * revision among these replaces one of those.
   *
   * @param injected files or folders in any form that a source may have
   * @throws oxus.ingest.BadInputException when there is no such source
   */
  ReplayInput read(String source, List<Path> injected) {
    HistoryFiles files = new HistoryFiles(theatre, manifest);
    read(source, files);
    for (Path each : injected) {
      files.inject(each.getFileName().toString(), () -> read(each.toString(), files));
    }
    controls.ifPresent(files::controls);
    return files.input(source);
  }

  private void read(String source, HistoryFiles files) {
    Path path = Path.of(source);
    if (!Scenarios.SHIPPED.contains(source) && Files.isDirectory(path)) {
      filesIn(path).forEach(files::read);
    } else if (!Scenarios.SHIPPED.contains(source) && HistoryFiles.isReadable(path)) {
      files.read(path);
    } else {
      files.add(new Scenarios(theatre).read(source));
    }
  }

  /** A recorded log is the whole history; what else stands in its folder came from it. */
  private static List<Path> filesIn(Path folder) {
    Path log = folder.resolve(HistoryFiles.LOG);
    Path dispositions = folder.resolve(HistoryFiles.DISPOSITIONS);
    if (Files.exists(log)) {
      return Stream.of(log, dispositions).filter(Files::exists).toList();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list " + folder + ": " + e.getMessage(), e);
    }
  }
}
