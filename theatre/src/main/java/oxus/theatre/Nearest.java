package oxus.theatre;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds what a mistyped word was probably meant to be. */
public final class Nearest {
  private static final int SHOWN = 8;

  private Nearest() {}

  /** "did you mean 'x'?" when something is near; otherwise the choices themselves, if few. */
  public static String cure(String word, Collection<String> choices) {
    Optional<String> nearest = of(word, choices);
    if (nearest.isPresent()) {
      return "did you mean '" + nearest.get() + "'?";
    }
    List<String> shown = choices.stream().limit(SHOWN).toList();
    String more = choices.size() > SHOWN ? " …" : "";
    return shown.isEmpty() ? "there is none yet: add it" : "use one of " + shown + more;
  }

  private static Optional<String> of(String word, Collection<String> choices) {
    String small = word.toLowerCase(Locale.ROOT);
    int tolerance = Math.max(2, word.length() / 3);
    return choices.stream()
        .filter(choice -> distance(small, choice.toLowerCase(Locale.ROOT)) <= tolerance)
        .min(
            Comparator.<String>comparingInt(
                    choice -> distance(small, choice.toLowerCase(Locale.ROOT)))
                .thenComparing(Comparator.naturalOrder()));
  }

  /** Levenshtein's: how many letters to insert, delete or replace. */
  private static int distance(String one, String other) {
    int[] above = new int[other.length() + 1];
    for (int column = 0; column <= other.length(); column++) {
      above[column] = column;
    }
    for (int row = 1; row <= one.length(); row++) {
      int[] current = new int[other.length() + 1];
      current[0] = row;
      for (int column = 1; column <= other.length(); column++) {
        int replaced =
            above[column - 1] + (one.charAt(row - 1) == other.charAt(column - 1) ? 0 : 1);
        current[column] = Math.min(replaced, 1 + Math.min(above[column], current[column - 1]));
      }
      above = current;
    }
    return above[other.length()];
  }
}
