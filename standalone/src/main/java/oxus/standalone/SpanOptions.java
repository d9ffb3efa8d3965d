package oxus.standalone;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** A stretch of time, both ends in it: shared by the commands that look at a part of a history. */
final class SpanOptions {
  @Option(
      names = "--since",
      paramLabel = "T",
      converter = PlainConverters.Since.class,
      description =
          "Only what came to be known from this instant on; a bare date is the beginning of that day.")
  private @Nullable Instant since;

  @Option(
      names = "--until",
      paramLabel = "T",
      converter = MomentConverter.class,
      description =
          "Nothing later than this instant, for example 2021-07-15T00:00:00Z; a bare date is the end of that day.")
  private @Nullable Instant until;

  Optional<Instant> since() {
    return Optional.ofNullable(since);
  }

  Optional<Instant> until() {
    return Optional.ofNullable(until);
  }

  boolean holds(Instant at) {
    return (since == null || !at.isBefore(since)) && (until == null || !at.isAfter(until));
  }
}
