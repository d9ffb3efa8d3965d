package oxus.standalone;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.apache.avro.specific.SpecificRecord;
import oxus.ingest.SequencePublisher;
import oxus.ingest.scenario.ReplaySequence;
import oxus.schemas.BorderEvent;
import oxus.schemas.Tick;
import oxus.schemas.connect.Deployment;
import oxus.standalone.replay.PurePipeline;
import oxus.standalone.replay.RunFolder;
import oxus.standalone.replay.RunManifest;
import oxus.theatre.Theatre;

/**
 * One replay: an input, a theatre, and the sequence of records that they make; run in process or
 * through a broker.
 */
final class Replay {
  private final ReplayInput input;
  private final Theatre theatre;
  private final List<SpecificRecord> records;

  Replay(ReplayInput input, Theatre theatre, Optional<Duration> ticks, Optional<Instant> until) {
    this.input = input;
    this.theatre = theatre;
    this.records =
        new ReplaySequence(theatre.policy(), ticks, until).of(input.events(), input.withdrawals());
  }

  int size() {
    return records.size();
  }

  /**
   * Publishes what is not published yet; another run with the same prefix goes on where this one
   * stopped.
   */
  void publish(Deployment deployment, LongConsumer progress) {
    String identity =
        input.hash()
            + " "
            + theatre.version()
            + " "
            + theatre.policy().version()
            + " "
            + records.size();
    new SequencePublisher(deployment).publish(records, identity, progress);
  }

  /** Waits for the pipeline to finish this replay and collects it. */
  RunFolder collect(Deployment deployment, Pipeline pipeline) {
    if (records.isEmpty()) {
      return new RunFolder();
    }
    Tick last = (Tick) records.get(records.size() - 1);
    return complete(new PipelineDrain(deployment, pipeline::hasFailed).collect(last.getAt()));
  }

  RunFolder inProcess(LongConsumer progress) {
    RunFolder run = new RunFolder();
    PurePipeline pipeline =
        new PurePipeline(
            theatre,
            judged -> {
              run.add(judged.assessment());
              judged.change().ifPresent(run::add);
            });
    long done = 0;
    for (SpecificRecord record : records) {
      pipeline.accept(record);
      progress.accept(++done);
    }
    return complete(run);
  }

  private RunFolder complete(RunFolder run) {
    input.dispositions().forEach(run::add);
    return run;
  }

  RunManifest manifest() {
    return new RunManifest(
        input.name(),
        input.hash(),
        theatre.id(),
        theatre.version(),
        theatre.policy().version(),
        Oxus.VERSION,
        records.stream().filter(BorderEvent.class::isInstance).count(),
        input.rejects().size());
  }
}
