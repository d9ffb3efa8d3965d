package oxus.ingest.extract;

import java.util.ArrayList;
import java.util.List;
import oxus.ingest.extract.Token.Shape;

/**
 * Cuts a sentence into tokens. A hyphen between letters parts two words and leaves no token, so
 * that {@code Afghan-Tajik} and {@code Afghan Tajik} are the same; {@code Kabul's} gives {@code
 * kabul} and {@code 's}.
 */
final class Tokeniser {
  private static final int LONGEST_WORD = 60;

  private final String text;
  private final int end;
  private final List<Token> tokens = new ArrayList<>();

  private Tokeniser(String text, int end) {
    this.text = text;
    this.end = end;
  }

  static List<Token> tokenise(String text, int from, int to) {
    Tokeniser tokeniser = new Tokeniser(text, to);
    int at = from;
    while (at < to) {
      at = tokeniser.next(at);
    }
    return tokeniser.tokens;
  }

  private int next(int at) {
    char c = text.charAt(at);
    if (c == ' ' || c == '\n') {
      return at + 1;
    }
    if (Normaliser.isLetter(c)) {
      return word(at);
    }
    if (isDigit(c)) {
      return number(at);
    }
    if (c == '\'' && isSuffix(at)) {
      return add(at, at + 2, Shape.LOWER);
    }
    if ((c == '-' || c == '–') && isBetweenLetters(at)) {
      return at + 1;
    }
    return add(at, at + 1, Shape.MARK);
  }

  private int word(int from) {
    int at = from;
    while (at < end && (Normaliser.isLetter(text.charAt(at)) || isInnerMark(at))) {
      at++;
    }
    return add(from, at, shape(from, at));
  }

  /** The apostrophe of {@code didn't} or {@code Qur'an}, but not of a possessive; dots of U.S. */
  private boolean isInnerMark(int at) {
    char c = text.charAt(at);
    if (at + 1 >= end || !Normaliser.isLetter(text.charAt(at + 1))) {
      return false;
    }
    if (c == '\'') {
      return !isSuffix(at);
    }
    return c == '.' && isInitials(at);
  }

  private boolean isInitials(int dot) {
    boolean before = dot >= 2 && !Normaliser.isLetter(text.charAt(dot - 2));
    boolean first = dot == 1;
    boolean after = dot + 2 >= text.length() || !Normaliser.isLetter(text.charAt(dot + 2));
    return (before || first) && after;
  }

  private boolean isSuffix(int at) {
    return at + 1 < end
        && (text.charAt(at + 1) == 's' || text.charAt(at + 1) == 'S')
        && (at + 2 >= end || !Normaliser.isLetter(text.charAt(at + 2)));
  }

  private int number(int from) {
    int at = from;
    while (at < end && (isDigit(text.charAt(at)) || isInnerPoint(at))) {
      at++;
    }
    while (at < end && Normaliser.isLetter(text.charAt(at)) && at - from < LONGEST_WORD) {
      at++;
    }
    return add(from, at, Shape.NUMBER);
  }

  private boolean isInnerPoint(int at) {
    char c = text.charAt(at);
    return (c == ',' || c == '.') && at + 1 < end && isDigit(text.charAt(at + 1));
  }

  private boolean isBetweenLetters(int at) {
    return at > 0
        && at + 1 < end
        && isWordEdge(text.charAt(at - 1))
        && Normaliser.isLetter(text.charAt(at + 1));
  }

  private static boolean isWordEdge(char c) {
    return Normaliser.isLetter(c) || isDigit(c);
  }

  private int add(int from, int to, Shape shape) {
    String word = to - from > LONGEST_WORD ? "" : Words.lower(text.substring(from, to));
    tokens.add(new Token(withoutDots(word, shape), from, to, shape));
    return to;
  }

  private static String withoutDots(String word, Shape shape) {
    return shape == Shape.UPPER && word.indexOf('.') > 0 ? word.replace(".", "") : word;
  }

  private Shape shape(int from, int to) {
    int capitals = 0;
    for (int at = from; at < to; at++) {
      if (text.charAt(at) >= 'A' && text.charAt(at) <= 'Z') {
        capitals++;
      }
    }
    if (capitals == 0) {
      return Shape.LOWER;
    }
    return capitals > 1 && capitals * 2 >= to - from ? Shape.UPPER : Shape.CAPITAL;
  }

  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
