package oxus.ingest.extract;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The words with which a sentence denies what was said before it, and whether they tell what is
 * denied or only point at it: {@code these reports}.
 *
 * @param token the first that denies; -1 without any
 * @param marks what there is, a bit each
 */
record DenialMarks(int token, int marks) {
  private static final String FILE = "denials.yaml";

  /** The groups of words in the file, and the letter that stands for each among the signs. */
  private static final List<String> GROUPS =
      List.of("denies", "false", "naught", "still", "claim", "points");

  private static final String LETTERS = "dfnscptl";
  private static final int DENIES = 1;
  private static final int FALSE = 2;
  private static final int NAUGHT = 4;
  private static final int STILL = 8;
  private static final int CLAIM = 16;
  private static final int POINTS = 32;

  /** It tells what is denied: {@code denied that they had left}. */
  private static final int TELLS = 64;

  /** The denial ends its clause. */
  private static final int LAST = 128;

  /** How near to a word of denial stands what is denied. */
  private static final int REACH = 5;

  private static final int LONGEST_PHRASE = 4;
  private static final Set<String> BEHIND_CLAIM =
      Set.of("of", "about", "on", "according", "to", "by");
  private static final Set<String> ENDS = Set.of(",", ".", ";", ":", "and", "but", "\"");
  private static final Map<String, Integer> WORDS = words();

  /** The first words of phrases. */
  private static final Set<String> OPENERS =
      WORDS.keySet().stream()
          .filter(phrase -> phrase.indexOf(' ') > 0)
          .map(phrase -> phrase.substring(0, phrase.indexOf(' ')))
          .collect(Collectors.toUnmodifiableSet());

  private static Map<String, Integer> words() {
    Map<String, Object> file = Resource.map(FILE);
    Map<String, Integer> words = new HashMap<>();
    for (int group = 0; group < GROUPS.size(); group++) {
      String name = GROUPS.get(group);
      int mark = 1 << group;
      Resource.texts(file.get(name), name)
          .forEach(word -> words.merge(word, mark, (one, other) -> one | other));
    }
    return Map.copyOf(words);
  }

  /** What a sentence has of them. */
  static DenialMarks in(Sentence sentence) {
    int[] at = new int[sentence.size()];
    int token = -1;
    int marks = 0;
    for (int i = 0; i < at.length; i++) {
      at[i] = at(sentence, i);
      boolean surer = token < 0 || (at[i] & (DENIES | FALSE)) > (at[token] & (DENIES | FALSE));
      if ((at[i] & (DENIES | FALSE | NAUGHT | STILL)) != 0) {
        token = surer ? i : token;
        marks |= at[i];
      }
    }
    for (int i = 0; i < at.length; i++) {
      if ((at[i] & (DENIES | FALSE)) != 0) {
        marks |= before(at, i) | behind(sentence, at, i);
      }
    }
    return new DenialMarks(token, marks);
  }

  /** What the longest phrase that begins here stands for. */
  private static int at(Sentence sentence, int token) {
    String word = sentence.token(token).word();
    int mark = WORDS.getOrDefault(word, 0);
    if (!OPENERS.contains(word)) {
      return mark;
    }
    StringBuilder phrase = new StringBuilder(word);
    int end = Math.min(sentence.size(), token + LONGEST_PHRASE);
    for (int i = token + 1; i < end; i++) {
      phrase.append(' ').append(sentence.token(i).word());
      mark = WORDS.getOrDefault(phrase.toString(), mark);
    }
    return mark;
  }

  private static int before(int[] at, int denial) {
    int marks = 0;
    for (int i = Math.max(0, denial - REACH); i < denial; i++) {
      marks |= at[i] & (CLAIM | POINTS);
    }
    return marks;
  }

  private static int behind(Sentence sentence, int[] at, int denial) {
    int marks = 0;
    boolean claim = false;
    for (int i = denial + 1; i < Math.min(at.length, denial + REACH); i++) {
      String word = sentence.token(i).word();
      if (word.equals("that") || (claim && BEHIND_CLAIM.contains(word))) {
        return marks | TELLS;
      }
      if (ENDS.contains(word)) {
        return i == denial + 1 ? marks | LAST : marks;
      }
      claim |= (at[i] & CLAIM) != 0;
      marks |= at[i] & (CLAIM | POINTS);
    }
    return denial + 1 >= at.length ? marks | LAST : marks;
  }

  boolean any() {
    return token >= 0;
  }

  /** Whether something is denied or called false, not merely told with a "no". */
  boolean denies() {
    return (marks & (DENIES | FALSE)) != 0;
  }

  boolean naught() {
    return (marks & NAUGHT) != 0;
  }

  /** A letter each. */
  String letters() {
    StringBuilder letters = new StringBuilder();
    for (int bit = 0; bit < LETTERS.length(); bit++) {
      if ((marks & (1 << bit)) != 0) {
        letters.append(LETTERS.charAt(bit));
      }
    }
    return letters.toString();
  }
}
