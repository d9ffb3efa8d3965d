package oxus.ingest.extract;

import java.util.List;
import java.util.Set;
import oxus.schemas.Qualifier;

/** Reads the words around a number: what they claim of it, and whether it counts at all. */
final class FigureWords {
  private static final Set<String> AT_LEAST =
      Set.of("over", "above", "exceeding", "exceeded", "than", "least", "upwards", "minimum");
  private static final Set<String> ABOUT =
      Set.of(
          "about",
          "around",
          "some",
          "nearly",
          "almost",
          "approximately",
          "roughly",
          "estimated",
          "circa",
          "~");
  private static final Set<String> AT_MOST = Set.of("under", "below", "most", "maximum");

  /** A number behind these names a thing: {@code Article 4}, {@code Highway 7}. */
  private static final Set<String> NAMED_BY_NUMBER =
      Set.of(
          "article",
          "resolution",
          "highway",
          "route",
          "road",
          "base",
          "camp",
          "brigade",
          "paragraph",
          "number",
          "no",
          "phase",
          "stage",
          "section",
          "chapter",
          "page",
          "version",
          "point",
          "room",
          "not");

  private static final Set<String> BEFORE_YEAR = Set.of("in", "since", "until", "till", "during");

  private final List<Token> tokens;

  FigureWords(List<Token> tokens) {
    this.tokens = tokens;
  }

  boolean is(int at, String word) {
    return at >= 0 && at < tokens.size() && tokens.get(at).is(word);
  }

  private String word(int at) {
    return at >= 0 && at < tokens.size() ? tokens.get(at).word() : "";
  }

  /** What the words before the number, or right behind it, claim of it. */
  Qualifier qualifier(int at, int end) {
    if (is(end, "plus") || is(end, "+") || (is(end, "or") && is(end + 1, "more"))) {
      return Qualifier.AT_LEAST;
    }
    if (is(end, "or") && is(end + 1, "so")) {
      return Qualifier.ABOUT;
    }
    if (isAtMost(at)) {
      return Qualifier.AT_MOST;
    }
    String before = is(at - 1, "of") ? word(at - 2) : word(at - 1);
    if (AT_LEAST.contains(before)) {
      return Qualifier.AT_LEAST;
    }
    boolean close = is(at - 1, "to") && is(at - 2, "close");
    return close || ABOUT.contains(word(at - 1)) ? Qualifier.ABOUT : Qualifier.EXACT;
  }

  private boolean isAtMost(int at) {
    String before = is(at - 1, "of") ? word(at - 2) : word(at - 1);
    if (before.equals("than")) {
      boolean no = is(at - 3, "no") || is(at - 3, "not");
      return no == is(at - 2, "more");
    }
    return AT_MOST.contains(before)
        || (before.equals("to") && is(at - 2, "up"))
        || (before.equals("as") && is(at - 2, "many"));
  }

  /** Index behind {@code or more}, {@code -plus}, {@code or so}. */
  int behindQualifier(int end) {
    if (is(end, "plus") || is(end, "+")) {
      return end + 1;
    }
    boolean pair = is(end, "or") && (is(end + 1, "more") || is(end + 1, "so"));
    return pair ? end + 2 : end;
  }

  /** Index behind a number that only names or dates something, else the same index. */
  int behindLabel(int at) {
    Token token = tokens.get(at);
    if (is(at, "one") && (is(at + 1, "of") || is(at + 1, "another") || is(at - 1, "no"))) {
      return at + 1;
    }
    if (token.shape() != Token.Shape.NUMBER) {
      return at;
    }
    boolean marked = is(at + 1, "-") || is(at + 1, "/");
    if (marked && is(at + 3, word(at + 1))) {
      return at + 5;
    }
    if (is(at + 1, ":")) {
      return at + 3;
    }
    return isPartOfName(at) || isOfDate(at) ? at + 1 : at;
  }

  /** {@code Mi-24}, {@code Rubezh-2021}, {@code Article 4}. */
  private boolean isPartOfName(int at) {
    if (NAMED_BY_NUMBER.contains(word(at - 1))) {
      return true;
    }
    return is(at - 1, "-")
        && at >= 2
        && tokens.get(at - 2).isWord()
        && tokens.get(at - 2).end() == tokens.get(at - 1).start();
  }

  boolean isYear(int at) {
    return DateWords.year(word(at)) > 0;
  }

  private boolean isOfDate(int at) {
    boolean year = isYear(at) && BEFORE_YEAR.contains(word(at - 1));
    boolean ofMonth = at > 0 && DateWords.month(tokens.get(at - 1)) > 0;
    return year || (ofMonth && (isYear(at) || DateWords.day(word(at)) > 0));
  }
}
