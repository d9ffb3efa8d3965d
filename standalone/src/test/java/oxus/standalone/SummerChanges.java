package oxus.standalone;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import oxus.ingest.Scenarios;
import oxus.ingest.scenario.ReplaySequence;
import oxus.standalone.replay.PurePipeline;
import oxus.theatre.Theatre;
import oxus.theatre.TheatreLoader;

/** What the summer of 2021 gives without broker, server and kills. */
final class SummerChanges {
  private SummerChanges() {}

  /** The ids of the changes up to an instant, in their order. */
  static List<String> until(String instant) {
    Theatre theatre = TheatreLoader.shipped();
    List<String> changes = new ArrayList<>();
    PurePipeline pipeline =
        new PurePipeline(
            theatre,
            judged -> judged.change().ifPresent(change -> changes.add(change.getChangeId())));
    new ReplaySequence(theatre.policy(), Optional.empty(), Optional.of(Instant.parse(instant)))
        .of(new Scenarios(theatre).read("summer-2021").events(), List.of())
        .forEach(pipeline::accept);
    return List.copyOf(changes);
  }
}
