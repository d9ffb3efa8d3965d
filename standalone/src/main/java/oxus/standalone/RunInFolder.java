package oxus.standalone;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import oxus.ingest.BadInputException;
import oxus.standalone.diff.Json;
import oxus.standalone.diff.Kind;
import oxus.standalone.diff.Run;

/** A run as it lies in a folder. */
record RunInFolder(Path folder, Map<String, Object> manifest) implements Run {

  /**
   * Opens it.
   *
   * @throws BadInputException when the folder holds no run, or one that has nothing to compare yet
   */
  static RunInFolder open(Path folder) {
    Path file = folder.resolve("manifest.json");
    if (!Files.isDirectory(folder)) {
      throw new BadInputException(
          folder + " is no folder; name one that oxus replay --out has written");
    }
    if (!Files.isRegularFile(file) || !Files.isRegularFile(folder.resolve(Kind.CHANGE.file()))) {
      throw new BadInputException(
          folder
              + " holds no whole run ("
              + (Files.isRegularFile(file) ? Kind.CHANGE.file() : "manifest.json")
              + " is missing); name a folder that oxus replay --out has written");
    }
    RunInFolder run = new RunInFolder(folder, manifest(file));
    if (Boolean.FALSE.equals(run.manifest().get("complete")) && run.fact("until").isEmpty()) {
      throw new BadInputException(
          folder + " holds a run that was cut off; run the same command again, it goes on");
    }
    return run;
  }

  private static Map<String, Object> manifest(Path file) {
    try {
      Map<String, Object> manifest = Json.object(Files.readString(file));
      if (manifest.containsKey("sourceHash") && manifest.containsKey("policyVersion")) {
        return manifest;
      }
    } catch (IOException | IllegalArgumentException e) {
      throw new BadInputException(file + " cannot be read: " + e.getMessage());
    }
    throw new BadInputException(
        file + " is of something else; name a folder that oxus replay --out has written");
  }

  @Override
  public String name() {
    return folder.toString();
  }

  @Override
  public Stream<String> lines(Kind kind) {
    Path file = folder.resolve(kind.file());
    try {
      BufferedReader reader = Files.newBufferedReader(file);
      return reader.lines().onClose(() -> close(reader));
    } catch (IOException e) {
      throw BadInputException.unreadable(file, e);
    }
  }

  private static void close(BufferedReader reader) {
    try {
      reader.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public boolean has(Kind kind) {
    return Files.isRegularFile(folder.resolve(kind.file()));
  }

  @Override
  public Optional<String> policy(String version) {
    Path file = folder.resolve(RunInputs.POLICIES).resolve(version + ".yaml");
    try {
      return Files.isRegularFile(file) ? Optional.of(Files.readString(file)) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
