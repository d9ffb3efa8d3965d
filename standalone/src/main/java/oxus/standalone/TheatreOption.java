package oxus.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import oxus.ingest.BadInputException;
import oxus.theatre.Policy;
import oxus.theatre.Theatre;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which theatre, under which policy: shared by the commands that judge. */
final class TheatreOption {
  @Mixin private TheatreFolder theatre = new TheatreFolder();

  @Option(
      names = "--policy",
      paramLabel = "FILE",
      description = "The policy to judge under. Default: the theatre's own.")
  private @Nullable Path policy;

  Theatre load() {
    Theatre loaded = theatre.load();
    return policy == null ? loaded : loaded.under(policy(policy, loaded));
  }

  /** Whether a policy is asked for, whatever the theatre or the history has. */
  boolean namesPolicy() {
    return policy != null;
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
