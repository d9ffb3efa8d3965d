package oxus.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import oxus.ingest.BadInputException;
import oxus.standalone.diff.Json;
import oxus.standalone.replay.RunManifest;

/** Looks for a run that was cut off, so that the next one goes on with it. */
final class CutRun {
  private CutRun() {}

  /**
   * How far the run in a folder came before it was cut off.
   *
   * @param mustBe whether another run in the folder, or none, is an error
   * @throws BadInputException when it must be there and is not
   */
  static Optional<Instant> in(Path folder, RunManifest manifest, boolean mustBe) {
    Path file = folder.resolve("manifest.json");
    if (!Files.exists(file)) {
      if (mustBe) {
        throw new BadInputException(
            folder + " holds no run to go on with; leave out --resume to begin one");
      }
      return Optional.empty();
    }
    Map<String, Object> before = read(file);
    boolean isSame = isSame(before, manifest);
    if (mustBe && !isSame) {
      throw new BadInputException(
          folder + " holds a run of another history, theatre or policy; name another --out");
    }
    if (!isSame || !Boolean.FALSE.equals(before.get("complete"))) {
      return Optional.empty();
    }
    return Optional.ofNullable(before.get("until")).map(until -> moment(file, until.toString()));
  }

  private static Instant moment(Path file, String until) {
    try {
      return Instant.parse(until);
    } catch (DateTimeParseException e) {
      throw new BadInputException(
          file + " says that the run ends at '" + until + "', which is no moment; replay it anew");
    }
  }

  /**
   * The policy of a finished run in the folder that the next one takes the place of, if it differs.
   */
  static Optional<String> replaced(Path folder, RunManifest manifest) {
    Path file = folder.resolve("manifest.json");
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    Map<String, Object> before = read(file);
    return Optional.ofNullable(before.get("policyVersion"))
        .map(Object::toString)
        .filter(policy -> Boolean.TRUE.equals(before.get("complete")))
        .filter(policy -> !isSame(before, manifest));
  }

  /** Says that a run has begun and is not whole yet. */
  static void mark(Path folder, RunManifest manifest) {
    try {
      Files.writeString(
          folder.resolve("manifest.json"), manifest.cutOff(Optional.empty()).json() + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write to " + folder + ": " + e.getMessage(), e);
    }
  }

  private static boolean isSame(Map<String, Object> before, RunManifest manifest) {
    return manifest.sourceHash().equals(before.get("sourceHash"))
        && manifest.theatreVersion().equals(before.get("theatreVersion"))
        && manifest.policyVersion().equals(before.get("policyVersion"));
  }

  private static Map<String, Object> read(Path file) {
    try {
      return Json.object(Files.readString(file));
    } catch (IOException | IllegalArgumentException e) {
      throw new BadInputException(
          file + " is no manifest of a run (" + e.getMessage() + "); name another --out");
    }
  }
}
