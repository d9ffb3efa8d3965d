package oxus.ingest.extract;

import java.util.HashMap;
import java.util.Map;

/**
 * Words that news uses alike, in classes of two sizes, so that what was learned of one word helps
 * with its kin: {@code trench} and {@code ditch}. How they were made: docs/extraction.md.
 */
final class WordClasses {
  private final Map<String, int[]> classes;

  private WordClasses(Map<String, int[]> classes) {
    this.classes = classes;
  }

  /** The classes that are part of the program: a line is a coarse class's number and words. */
  static WordClasses shipped() {
    Map<String, int[]> classes = new HashMap<>(60_000);
    int fine = 0;
    for (String line : Resource.text("word-classes.txt").split("\n", -1)) {
      String[] parts = line.split(" ", -1);
      if (parts.length < 2) {
        continue;
      }
      int[] both = {Integer.parseInt(parts[0]), fine++};
      for (int i = 1; i < parts.length; i++) {
        classes.put(parts[i], both);
      }
    }
    return new WordClasses(classes);
  }

  /** The coarse class of a word, or -1. */
  int coarse(String word) {
    int[] both = classes.get(word);
    return both == null ? -1 : both[0];
  }

  /** The fine class of a word, or -1. */
  int fine(String word) {
    int[] both = classes.get(word);
    return both == null ? -1 : both[1];
  }
}
