package oxus.ingest.extract;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One trie over everything that is matched word by word: trigger forms, lexicon, gazetteer, actors.
 */
final class PhraseTrie {
  private final Node root = new Node();

  /** How the first word of a phrase must be written. */
  enum Case {
    ANY,
    /** With a capital: a name. */
    CAPITAL,
    /** All in capitals: {@code IS}, {@code US}. */
    UPPER
  }

  /** A phrase found at a place of a sentence. */
  record Hit(Entry entry, int length) {}

  void add(List<String> words, Case writing, Entry entry) {
    Node node = root;
    for (String word : words) {
      node = node.next.computeIfAbsent(word, key -> new Node());
    }
    node.add(writing, entry);
  }

  /** The longest phrase that starts at this token. */
  @Nullable Hit longest(List<Token> tokens, int at) {
    return longestUntil(tokens, at, tokens.size());
  }

  /** The longest phrase that starts at this token and ends before another. */
  @Nullable Hit longestUntil(List<Token> tokens, int at, int end) {
    Token first = tokens.get(at);
    Node node = root;
    Hit best = null;
    for (int i = at; i < end; i++) {
      node = node.next.get(tokens.get(i).word());
      if (node == null) {
        return best;
      }
      Entry entry = node.fitting(first.shape());
      if (entry != null) {
        best = new Hit(entry, i - at + 1);
      }
    }
    return best;
  }

  /** What exactly these words stand for, however they are written; 0 for an unknown phrase. */
  long kindsOf(List<String> words) {
    Node node = root;
    for (String word : words) {
      node = node.next.get(word);
      if (node == null) {
        return 0;
      }
    }
    return node.any == null ? 0 : node.any.kinds();
  }

  private static final class Node {
    final Map<String, Node> next = new HashMap<>(4);
    private @Nullable Entry any;
    private @Nullable Entry capital;
    private @Nullable Entry upper;
    private @Nullable Entry capitalOrAny;
    private @Nullable Entry all;

    void add(Case writing, Entry entry) {
      switch (writing) {
        case ANY -> any = and(any, entry);
        case CAPITAL -> capital = and(capital, entry);
        case UPPER -> upper = and(upper, entry);
      }
      capitalOrAny = and(any, capital);
      all = and(capitalOrAny, upper);
    }

    @Nullable Entry fitting(Token.Shape shape) {
      return switch (shape) {
        case UPPER -> all;
        case CAPITAL -> capitalOrAny;
        default -> any;
      };
    }

    private static @Nullable Entry and(@Nullable Entry one, @Nullable Entry other) {
      if (one == null) {
        return other;
      }
      return other == null ? one : one.and(other);
    }
  }
}
