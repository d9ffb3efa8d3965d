package oxus.standalone;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import oxus.theatre.Theatre;
import oxus.theatre.TheatreLoader;
import picocli.CommandLine.Option;

/** Which theatre: shared by all commands that need one. */
final class TheatreFolder {
  @Option(
      names = "--theatre",
      paramLabel = "DIR",
      description =
          "The theatre's folder. Default: the shipped theatre CA, Afghanistan and its neighbours.")
  private @Nullable Path theatre;

  Theatre load() {
    return Optional.ofNullable(theatre).map(TheatreLoader::load).orElseGet(TheatreLoader::shipped);
  }
}
