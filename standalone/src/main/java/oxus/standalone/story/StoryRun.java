package oxus.standalone.story;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import oxus.ingest.scenario.RecordTime;
import oxus.ingest.scenario.ReplaySequence;
import oxus.schemas.Tick;
import oxus.standalone.replay.PurePipeline;
import oxus.standalone.story.Verdict.Difference;
import oxus.standalone.story.Verdict.Failure;
import oxus.theatre.Theatre;

/**
 * Runs stories as a replay runs history: the same records, the same pipeline. At each time that a
 * story asks about a further tick is put in, and ticks change nothing.
 */
public final class StoryRun {
  private final Theatre theatre;

  public StoryRun(Theatre theatre) {
    this.theatre = theatre;
  }

  public Verdict run(Story story) {
    Seen seen = new Seen();
    PurePipeline pipeline = new PurePipeline(theatre, seen::add);
    Deque<Expectation> open = new ArrayDeque<>(story.then());
    List<Failure> failures = new ArrayList<>();
    for (SpecificRecord record : records(story)) {
      while (!open.isEmpty() && open.peek().at().isBefore(RecordTime.of(record))) {
        check(open.remove(), pipeline, seen).ifPresent(failures::add);
      }
      pipeline.accept(record);
    }
    while (!open.isEmpty()) {
      check(open.remove(), pipeline, seen).ifPresent(failures::add);
    }
    return new Verdict(story, failures);
  }

  private List<SpecificRecord> records(Story story) {
    return new ReplaySequence(theatre.policy(), Optional.empty(), Optional.empty())
        .of(story.given(), story.controls());
  }

  private Optional<Failure> check(Expectation expected, PurePipeline pipeline, Seen seen) {
    pipeline.accept(new Tick(expected.at()));
    List<Difference> differences = Differences.between(expected, seen);
    return differences.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Failure(
                expected, differences, new Causes(theatre.policy()).of(seen, expected.sector())));
  }
}
