package oxus.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import oxus.ingest.collect.FeedList;
import oxus.ingest.collect.FeedSource;
import oxus.ingest.collect.Opml;
import oxus.ingest.collect.UnreadableFeedException;
import oxus.theatre.Problem;

/** Feed lists in files: ours in YAML, and those of feed readers in OPML. */
public final class FeedFiles {
  private FeedFiles() {}

  /**
   * Reads a feed list.
   *
   * @throws BadInputException naming every line that is wrong
   */
  public static List<FeedSource> read(Path file) {
    FeedList list =
        FeedList.parse(file.toString(), new String(bytes(file), StandardCharsets.UTF_8));
    if (!list.problems().isEmpty()) {
      throw new BadInputException(
          list.problems().stream().map(Problem::toString).collect(Collectors.joining("\noxus: ")));
    }
    return list.feeds();
  }

  /**
   * The YAML of a feed list with the feeds of an OPML file.
   *
   * @throws BadInputException when it is none
   */
  public static String fromOpml(Path file) {
    try {
      return Opml.toFeedList(bytes(file));
    } catch (UnreadableFeedException e) {
      throw new BadInputException(file + ": " + e.getMessage());
    }
  }

  private static byte[] bytes(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new BadInputException(file + " does not exist; name a file with a list of feeds");
    }
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file + ": " + e.getMessage(), e);
    }
  }
}
