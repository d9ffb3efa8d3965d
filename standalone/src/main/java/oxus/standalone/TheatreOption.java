package oxus.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import oxus.ingest.BadInputException;
import oxus.theatre.Policy;
import oxus.theatre.Theatre;
import oxus.theatre.TheatreLoader;
import picocli.CommandLine.Option;

/** Which theatre, under which policy: shared by the commands that judge. */
final class TheatreOption {
  @Option(
      names = "--theatre",
      paramLabel = "DIR",
      description =
          "The theatre's folder. Default: the shipped theatre CA, Afghanistan and its neighbours.")
  private @Nullable Path theatre;

  @Option(
      names = "--policy",
      paramLabel = "FILE",
      description = "The policy to judge under. Default: the theatre's own.")
  private @Nullable Path policy;

  Theatre load() {
    Theatre loaded =
        Optional.ofNullable(theatre).map(TheatreLoader::load).orElseGet(TheatreLoader::shipped);
    return policy == null ? loaded : loaded.under(policy(policy, loaded));
  }

  static Policy policy(Path file, Theatre theatre) {
    if (!Files.isRegularFile(file)) {
      throw new BadInputException("policy file " + file + " is missing; name one that exists");
    }
    try {
      return Policy.parse(file.toString(), Files.readString(file), theatre);
    } catch (IOException e) {
      throw new BadInputException("cannot read policy file " + file + ": " + e.getMessage());
    }
  }
}
