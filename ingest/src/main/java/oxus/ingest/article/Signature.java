package oxus.ingest.article;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * 64-bit SimHash (Charikar 2002) over word three-grams: texts that differ by an edit differ in few
 * bits. Words are runs of ASCII letters and digits, so that no version of the Unicode tables
 * changes a signature.
 */
final class Signature {
  private static final int GRAM = 3;
  private static final int FEWEST_WORDS = 20;

  private Signature() {}

  /** Empty when the text is too short to be told from others. */
  static Optional<Long> of(String text) {
    List<String> words = words(text);
    if (words.size() < FEWEST_WORDS) {
      return Optional.empty();
    }
    int[] votes = new int[Long.SIZE];
    for (int start = 0; start + GRAM <= words.size(); start++) {
      long hash = hash(String.join(" ", words.subList(start, start + GRAM)));
      for (int bit = 0; bit < Long.SIZE; bit++) {
        votes[bit] += ((hash >>> bit) & 1) == 1 ? 1 : -1;
      }
    }
    long signature = 0;
    for (int bit = 0; bit < Long.SIZE; bit++) {
      signature |= votes[bit] > 0 ? 1L << bit : 0;
    }
    return Optional.of(signature);
  }

  private static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    for (int index = 0; index <= text.length(); index++) {
      char character = index < text.length() ? lower(text.charAt(index)) : ' ';
      if ((character >= 'a' && character <= 'z') || (character >= '0' && character <= '9')) {
        word.append(character);
      } else if (!word.isEmpty()) {
        words.add(word.toString());
        word.setLength(0);
      }
    }
    return words;
  }

  private static char lower(char character) {
    return character >= 'A' && character <= 'Z' ? (char) (character + 32) : character;
  }

  /** FNV-1a, 64 bits, with a final mix so that all bits vote. */
  private static long hash(String gram) {
    long hash = 0xcbf29ce484222325L;
    for (int index = 0; index < gram.length(); index++) {
      hash = (hash ^ gram.charAt(index)) * 0x100000001b3L;
    }
    hash ^= hash >>> 33;
    hash *= 0xff51afd7ed558ccdL;
    return hash ^ (hash >>> 33);
  }
}
