package oxus.ingest.extract;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * How an event is told, beside what is told: what speaks for news and what for background.
 *
 * @param weight what the words of its sentence say for its type, in thousandths
 * @param lead how much more that is than for the likeliest other type
 * @param near what the words of its stretch of the sentence say for its type
 * @param token what tells of it in its sentence
 * @param mentions how often the article tells of it
 * @param signs what its first sentence shows
 * @param words the stems of that sentence
 */
record Signs(
    int weight, int lead, int near, int token, int mentions, List<Sign> signs, Set<String> words) {
  private static final int SHORTEST = 4;

  Signs {
    signs = List.copyOf(signs);
  }

  /**
   * One thing that is seen.
   *
   * @param name what was looked at
   * @param found what was found there; behind {@code <} the step that a number has not taken
   * @param from the first step of a number
   */
  record Sign(String name, String found, int from) {
    /** Marks a number of steps. */
    static final String BELOW = "<";

    /** No number has more steps on either side of nought. */
    static final int MOST = 20;

    private static final List<String> TOPS =
        IntStream.rangeClosed(-MOST, MOST).mapToObj(top -> BELOW + top).toList();

    Sign(String name, String found) {
      this(name, found, 0);
    }

    /** The steps from one to before another, so that near numbers share what they teach. */
    static Sign steps(String name, int from, int top) {
      return new Sign(name, TOPS.get(top + MOST), from);
    }

    /** What it is learned as: by itself, or as each of its steps. */
    List<String> names() {
      if (!found.startsWith(BELOW)) {
        return List.of(name + " " + found);
      }
      int top = Integer.parseInt(found.substring(BELOW.length()));
      return IntStream.range(from, top).mapToObj(step -> name + " " + step).toList();
    }
  }

  /** The stems of a sentence's longer words, and its numbers. */
  static Set<String> words(Sentence sentence) {
    Set<String> words = new HashSet<>();
    for (Token token : sentence.tokens()) {
      boolean word = token.isWord() && token.word().length() >= SHORTEST;
      if (word || token.shape() == Token.Shape.NUMBER) {
        words.add(Stem.of(token.word()));
      }
    }
    return words;
  }

  Signs weighed(int weighed, int over, int nearby) {
    return new Signs(weighed, over, nearby, token, mentions, signs, words);
  }

  /** Told once more. */
  Signs with(Signs other) {
    boolean stronger = other.weight > weight;
    return new Signs(
        stronger ? other.weight : weight,
        stronger ? other.lead : lead,
        Math.max(near, other.near),
        token,
        mentions + other.mentions,
        signs,
        words);
  }

  /** Per cent of the words of the shorter sentence that the other has, too. */
  int likeness(Signs other) {
    int common = 0;
    for (String word : words) {
      common += other.words.contains(word) ? 1 : 0;
    }
    return 100 * common / Math.max(1, Math.min(words.size(), other.words.size()));
  }
}
