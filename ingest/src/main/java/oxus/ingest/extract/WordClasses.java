package oxus.ingest.extract;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Words that news uses alike, in classes of two sizes, so that what was learned of one word helps
 * with its kin: {@code trench} and {@code ditch}. How they were made: docs/extraction.md.
 */
final class WordClasses {
  private final Map<String, Classes> classes;

  private WordClasses(Map<String, Classes> classes) {
    this.classes = classes;
  }

  /** The numbers of a word's classes, as text. */
  record Classes(String fine, String coarse) {}

  /** The classes that are part of the program: a line is a coarse class's number and words. */
  static WordClasses shipped() {
    Map<String, Classes> classes = new HashMap<>(60_000);
    int fine = 0;
    for (String line : Resource.text("word-classes.txt").split("\n", -1)) {
      String[] parts = line.split(" ", -1);
      if (parts.length < 2) {
        continue;
      }
      Classes both = new Classes(String.valueOf(fine++), parts[0]);
      for (int i = 1; i < parts.length; i++) {
        classes.put(parts[i], both);
      }
    }
    return new WordClasses(classes);
  }

  /** The classes of a word, if it is common enough to have some. */
  @Nullable Classes of(String word) {
    return classes.get(word);
  }
}
