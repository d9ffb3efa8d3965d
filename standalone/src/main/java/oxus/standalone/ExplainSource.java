package oxus.standalone;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import oxus.ingest.BadInputException;
import oxus.schemas.connect.Deployment;
import oxus.standalone.diff.Kind;
import oxus.standalone.explain.History;
import oxus.standalone.explain.RecordReader;
import oxus.standalone.replay.RunFolder;
import oxus.theatre.Sector;
import oxus.theatre.Theatre;

/** Where a history to be explained comes from: a run's folder, a replay, or topics. */
final class ExplainSource {
  private final List<String> sectors;

  ExplainSource(Theatre theatre) {
    this.sectors = theatre.sectors().stream().map(Sector::id).toList();
  }

  /** What a replay has written. */
  History run(Path folder) {
    RunInFolder run = RunInFolder.open(folder);
    try {
      Optional<Instant> end =
          Optional.of(run.fact("until")).filter(text -> !text.isEmpty()).map(Instant::parse);
      return read(run, new History(sectors, end));
    } catch (IllegalArgumentException | ArithmeticException | DateTimeException e) {
      throw new BadInputException(
          "a record of " + folder + " is damaged (" + e.getMessage() + "); replay it anew");
    }
  }

  private static History read(RunInFolder run, History history) {
    try (Stream<String> changes = run.lines(Kind.CHANGE);
        Stream<String> assessments = run.lines(Kind.ASSESSMENT)) {
      changes.map(RecordReader::change).forEach(history::add);
      assessments.map(RecordReader::assessment).forEach(history::add);
    }
    return history;
  }

  /** A replay in process, up to its end or to a later moment that is asked about. */
  static History replay(ReplayInput input, Theatre theatre, Optional<Instant> at) {
    ExplainSource source = new ExplainSource(theatre);
    Replay whole = new Replay(input, theatre, Optional.empty(), Optional.empty());
    Optional<Instant> beyond = at.filter(moment -> whole.end().filter(moment::isAfter).isPresent());
    Replay replay = beyond.isEmpty() ? whole : new Replay(input, theatre, Optional.empty(), beyond);
    return source.of(replay.inProcess(records -> {}), replay.end());
  }

  /** What a running Oxus has told so far. */
  History topics(String servers, String prefix) {
    Deployment deployment =
        new Deployment(
                servers,
                prefix,
                1,
                "127.0.0.1",
                0,
                Path.of(System.getProperty("java.io.tmpdir")),
                Optional.empty())
            .withKafkaConfig(System.getenv());
    return of(TopicSlice.read(deployment, new SpanOptions()).outcome(), Optional.empty());
  }

  private History of(RunFolder run, Optional<Instant> end) {
    History history = new History(sectors, end);
    run.changes().forEach(history::add);
    run.assessments().forEach(history::add);
    return history;
  }
}
