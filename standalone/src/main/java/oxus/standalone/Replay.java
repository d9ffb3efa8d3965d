package oxus.standalone;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.apache.avro.specific.SpecificRecord;
import oxus.ingest.SequencePublisher;
import oxus.ingest.scenario.RecordTime;
import oxus.ingest.scenario.Reject;
import oxus.ingest.scenario.ReplaySequence;
import oxus.processor.route.Router;
import oxus.schemas.BorderEvent;
import oxus.schemas.PolicyChange;
import oxus.schemas.Tick;
import oxus.schemas.connect.Deployment;
import oxus.standalone.replay.PurePipeline;
import oxus.standalone.replay.RunFolder;
import oxus.standalone.replay.RunManifest;
import oxus.theatre.Problem;
import oxus.theatre.Theatre;

/**
 * One replay: an input, a theatre, and the sequence of records that they make; run in process or
 * through a broker.
 */
final class Replay {
  private final ReplayInput input;
  private final Theatre theatre;
  private final Optional<Instant> until;
  private final List<SpecificRecord> records;
  private final List<Reject> rejects;

  Replay(ReplayInput input, Theatre theatre, Optional<Duration> ticks, Optional<Instant> until) {
    this.input = input;
    this.theatre = theatre;
    this.until = until;
    this.records =
        input.log().isEmpty()
            ? new ReplaySequence(theatre.policy(), ticks, until)
                .of(input.events(), input.controls())
            : recorded(input.log(), theatre, until);
    this.rejects = new ArrayList<>(input.rejects());
    rejects.addAll(unroutable(input.name(), records, theatre));
  }

  /** What goes nowhere in this theatre; through a broker it becomes a dead letter besides. */
  private static List<Reject> unroutable(
      String name, List<SpecificRecord> records, Theatre theatre) {
    Router router = new Router(theatre);
    List<Reject> rejects = new ArrayList<>();
    for (SpecificRecord record : records) {
      router
          .route(record)
          .problem()
          .map(problem -> new Problem(name, 0, problem, "mend the record, or name its theatre"))
          .ifPresent(problem -> rejects.add(new Reject(problem, record.toString())));
    }
    return rejects;
  }

  /** What could not be read or goes nowhere. */
  List<Reject> rejects() {
    return List.copyOf(rejects);
  }

  /** A recorded log as it stands; only its beginning and end are made whole. */
  private static List<SpecificRecord> recorded(
      List<SpecificRecord> log, Theatre theatre, Optional<Instant> until) {
    List<SpecificRecord> records = new ArrayList<>(log);
    until.ifPresent(end -> records.removeIf(record -> RecordTime.of(record).isAfter(end)));
    if (records.isEmpty()) {
      return records;
    }
    if (!(records.get(0) instanceof PolicyChange)) {
      Instant first = RecordTime.of(records.get(0));
      records.add(
          0,
          new PolicyChange(theatre.policy().version(), theatre.policy().text(), first, "replay"));
    }
    Instant last =
        until.orElseGet(
            () -> records.stream().map(RecordTime::of).max(Instant::compareTo).orElseThrow());
    if (!new Tick(last).equals(records.get(records.size() - 1))) {
      records.add(new Tick(last));
    }
    return records;
  }

  int size() {
    return records.size();
  }

  /** When its last record says that it is; empty when there is none. */
  Optional<Instant> end() {
    return records.isEmpty()
        ? Optional.empty()
        : Optional.of(RecordTime.of(records.get(records.size() - 1)));
  }

  List<SpecificRecord> records() {
    return records;
  }

  /**
   * Publishes what is not published yet; another run with the same prefix goes on where this one
   * stopped.
   */
  void publish(Deployment deployment, LongConsumer progress) {
    publish(deployment, next -> records.size(), progress);
  }

  /**
   * The same, in step with a pace.
   *
   * @return whether all is published
   */
  boolean publish(Deployment deployment, SequencePublisher.Pace pace, LongConsumer progress) {
    String identity =
        input.hash()
            + " "
            + theatre.version()
            + " "
            + theatre.policy().version()
            + " "
            + records.size();
    return new SequencePublisher(deployment).publish(records, identity, pace, progress);
  }

  /** Waits for the pipeline to finish this replay and collects it. */
  RunFolder collect(Deployment deployment, Pipeline pipeline) {
    if (records.isEmpty()) {
      return new RunFolder();
    }
    Tick last = (Tick) records.get(records.size() - 1);
    int alike = (int) records.stream().filter(last::equals).count();
    return complete(
        new PipelineDrain(deployment, pipeline::hasFailed).collect(last.getAt(), alike));
  }

  RunFolder inProcess(LongConsumer progress) {
    return inProcess(next -> records.size(), progress).folder();
  }

  /**
   * What a run in process led to.
   *
   * @param cut the time up to which it came before it was stopped; empty: it came to its end
   */
  record Outcome(RunFolder folder, Optional<Instant> cut) {}

  /**
   * Runs in step with a pace; one that is stopped ends at the next tick, so that all before is
   * whole.
   */
  Outcome inProcess(SequencePublisher.Pace pace, LongConsumer progress) {
    RunFolder run = new RunFolder();
    PurePipeline pipeline =
        new PurePipeline(
            theatre,
            judged -> {
              run.add(judged.assessment());
              judged.change().ifPresent(run::add);
            });
    int ready = 0;
    boolean stopped = false;
    for (int next = 0; next < records.size(); next++) {
      if (next == ready && !stopped) {
        ready = pace.ready(next);
        stopped = ready == next;
      }
      if (stopped && next > 0 && records.get(next - 1) instanceof Tick tick) {
        return new Outcome(run, Optional.of(tick.getAt()));
      }
      pipeline.accept(records.get(next));
      progress.accept(next + 1);
    }
    return new Outcome(complete(run), Optional.empty());
  }

  private RunFolder complete(RunFolder run) {
    input.dispositions().stream()
        .filter(each -> until.filter(each.getAt()::isAfter).isEmpty())
        .forEach(run::add);
    return run;
  }

  RunManifest manifest() {
    return new RunManifest(
        input.name(),
        input.hash(),
        theatre.id(),
        theatre.version(),
        theatre.policy().version(),
        records.stream()
            .filter(PolicyChange.class::isInstance)
            .map(record -> ((PolicyChange) record).getVersion())
            .toList(),
        Oxus.VERSION,
        records.stream()
            .filter(BorderEvent.class::isInstance)
            .map(record -> ((BorderEvent) record).getExtractor())
            .distinct()
            .sorted()
            .toList(),
        records.stream().filter(BorderEvent.class::isInstance).count(),
        rejects.size(),
        until,
        input.whatIf(),
        true);
  }
}
