package oxus.ingest.extract;

import java.util.List;
import java.util.Optional;

/** Finds what a number counts: the next noun in the plural, or what became of those counted. */
final class FigureUnits {
  private static final int FURTHEST = 6;
  private final List<Token> tokens;
  private final int number;

  private FigureUnits(List<Token> tokens, int number) {
    this.tokens = tokens;
    this.number = number;
  }

  /**
   * What is counted.
   *
   * @param end index behind its last token
   */
  record Found(String unit, int end) {}

  /**
   * The unit of a number.
   *
   * @param number index of the first token of the number
   * @param end index behind the number
   */
  static Optional<Found> at(List<Token> tokens, int number, int end) {
    FigureUnits units = new FigureUnits(tokens, number);
    if (units.isPercent(end)) {
      return Optional.of(new Found("percent", units.word(end).equals("per") ? end + 2 : end + 1));
    }
    if (units.isRate(end)) {
      return Optional.of(new Found("per " + units.word(end + 1), end + 2));
    }
    int noun = units.noun(end);
    if (noun < 0) {
      return units.bare(end);
    }
    String fate = units.fate(noun);
    String word = units.word(noun);
    return Optional.of(new Found(fate.isEmpty() ? UnitWords.name(word) : fate, noun + 1));
  }

  private boolean isPercent(int at) {
    return word(at).equals("%")
        || word(at).equals("percent")
        || (word(at).equals("per") && word(at + 1).equals("cent"));
  }

  /** {@code 500 a day}. */
  private boolean isRate(int at) {
    boolean per = word(at).equals("a") || word(at).equals("per");
    return per && Unit.of(word(at + 1)) != null;
  }

  /** The first noun in the plural, else the first word that can be counted; or -1. */
  private int noun(int end) {
    int first = -1;
    for (int at = end; at < Math.min(tokens.size(), end + FURTHEST); at++) {
      Token token = tokens.get(at);
      boolean ends = DateWords.month(token) > 0 || UnitWords.isEnd(token.word());
      if (!token.isWord() || ends || isLooseDeterminer(at)) {
        return UnitWords.isTime(token.word()) ? -1 : first;
      }
      if (UnitWords.isMany(token.word())) {
        return isAge(at, end) ? -1 : at;
      }
      first = first < 0 && UnitWords.isCounted(token.word()) ? at : first;
    }
    return first;
  }

  /** {@code these two the state lost}: only {@code of the} leads on to what is counted. */
  private boolean isLooseDeterminer(int at) {
    return UnitWords.isDeterminer(word(at)) && !word(at - 1).equals("of");
  }

  /** {@code a traveller of 56 died}. */
  private boolean isAge(int noun, int end) {
    return noun == end && UnitWords.isFate(word(noun)) && word(number - 1).equals("of");
  }

  /**
   * A number without a noun: {@code killed 12}, {@code three of them died}, {@code dozens fled}.
   */
  private Optional<Found> bare(int end) {
    boolean them = word(end).equals("of") && word(end + 1).equals("them");
    String fate = them ? fate(end + 1) : isCountable(end) ? fateBefore() : "";
    if (!fate.isEmpty()) {
      return Optional.of(new Found(fate, them ? end + 2 : end));
    }
    boolean many = UnitWords.isCrowd(word(end - 1)) && end < tokens.size();
    return many && tokens.get(end).isWord() && !word(end).equals("of")
        ? Optional.of(new Found("people", end))
        : Optional.empty();
  }

  private String fate(int noun) {
    int at = noun + 1;
    while (at <= noun + 3 && UnitWords.isAuxiliary(word(at))) {
      at++;
    }
    return UnitWords.isFate(word(at)) ? UnitWords.name(word(at)) : fateBefore();
  }

  /** {@code killed at least 12}. */
  private String fateBefore() {
    int at = number - 1;
    while (at >= number - 3 && UnitWords.standsBeforeNumber(word(at))) {
      at--;
    }
    return UnitWords.fateOf(word(at));
  }

  /** Whether the number stands for people by itself: nothing follows that it measures. */
  private boolean isCountable(int end) {
    String word = word(end);
    return !UnitWords.isTime(word)
        && (end >= tokens.size() || !tokens.get(end).isWord() || isLink(word));
  }

  private static boolean isLink(String word) {
    return word.equals("and") || word.equals("in") || word.equals("at") || word.equals("on");
  }

  private String word(int at) {
    return at >= 0 && at < tokens.size() ? tokens.get(at).word() : "";
  }
}
