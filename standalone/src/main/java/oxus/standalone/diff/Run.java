package oxus.standalone.diff;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** One of two runs that are compared. */
public interface Run {
  /** As the user named it. */
  String name();

  /** What went into it. */
  Map<String, Object> manifest();

  /** The lines of a kind of record, in their order; to be closed. */
  Stream<String> lines(Kind kind);

  /** Whether the run has kept records of this kind; those of older releases have no events. */
  boolean has(Kind kind);

  /** The text of a policy that judged; empty when the run has not kept it. */
  Optional<String> policy(String version);

  /** A field of the manifest as text; empty when it is not there. */
  default String fact(String key) {
    return String.valueOf(manifest().getOrDefault(key, ""));
  }

  /** Versions of the policies that were put in force, in their order. */
  default List<String> policies() {
    return manifest().get("policies") instanceof List<?> versions
        ? versions.stream().map(String::valueOf).toList()
        : List.of(fact("policyVersion"));
  }

  /** The time up to which the run is whole, when it was cut off. */
  default Optional<Instant> cut() {
    return Boolean.FALSE.equals(manifest().get("complete"))
        ? Optional.of(Instant.parse(fact("until")))
        : Optional.empty();
  }
}
