package oxus.ingest.intake;

import java.util.List;
import java.util.Map;

/**
 * Tells which files of a folder are written to the end: those that look the same in two looks one
 * after the other, and that nobody marks as being written.
 */
public final class FolderWatch {
  /** What marks a file that is still being written: {@code a.ndjson.writing} beside it. */
  static final String MARKER = ".writing";

  private Map<String, Look> before = Map.of();

  /** How a file looks from outside. */
  public record Look(long bytes, long modifiedMillis) {}

  /** The files that may be read now, in the order of their names. */
  public List<String> settled(Map<String, Look> now) {
    List<String> settled =
        now.entrySet().stream()
            .filter(file -> isArticles(file.getKey()))
            .filter(file -> !now.containsKey(file.getKey() + MARKER))
            .filter(file -> file.getValue().equals(before.get(file.getKey())))
            .map(Map.Entry::getKey)
            .sorted()
            .toList();
    before = Map.copyOf(now);
    return settled;
  }

  private static boolean isArticles(String name) {
    return !name.startsWith(".") && name.matches(".+\\.(ndjson|jsonl|json|xml|txt)");
  }
}
