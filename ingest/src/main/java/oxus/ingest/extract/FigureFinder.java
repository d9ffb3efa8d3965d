package oxus.ingest.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import oxus.schemas.Figure;
import oxus.schemas.Qualifier;

/** Finds counted things: number, what the text claims of it, and what is counted. */
final class FigureFinder {
  private static final Set<String> AT_LEAST =
      Set.of("over", "than", "least", "above", "exceeding", "exceeded", "minimum");
  private static final Set<String> ABOUT =
      Set.of(
          "about", "around", "some", "nearly", "almost", "approximately", "roughly", "estimated");
  private static final Map<String, Long> VAGUE =
      Map.of("dozens", 24L, "scores", 40L, "hundreds", 200L, "thousands", 2000L);
  private static final Set<String> NOT_COUNTED =
      Set.of(
          "january",
          "february",
          "march",
          "april",
          "may",
          "june",
          "july",
          "august",
          "september",
          "october",
          "november",
          "december",
          "am",
          "pm",
          "a.m",
          "p.m",
          "years",
          "year",
          "days",
          "day",
          "weeks",
          "week",
          "months",
          "month",
          "hours",
          "hour",
          "minutes",
          "km",
          "kilometers",
          "kilometres",
          "kilometer",
          "kilometre",
          "miles",
          "meters",
          "metres",
          "of",
          "and",
          "to",
          "in",
          "the",
          "year-old");
  private static final Set<String> SKIPPED =
      Set.of(
          "afghan",
          "tajik",
          "uzbek",
          "turkmen",
          "armed",
          "more",
          "of",
          "other",
          "their",
          "its",
          "the",
          "new",
          "foreign",
          "local",
          "additional",
          "ethnic",
          "people",
          "government",
          "and",
          "his",
          "these",
          "those",
          "border",
          "afghans");

  private final List<Token> tokens;
  private final List<FigureMention> figures = new ArrayList<>();

  private FigureFinder(List<Token> tokens) {
    this.tokens = tokens;
  }

  static List<FigureMention> find(List<Token> tokens) {
    FigureFinder finder = new FigureFinder(tokens);
    int at = 0;
    while (at < tokens.size()) {
      at = finder.next(at);
    }
    return List.copyOf(finder.figures);
  }

  private int next(int at) {
    Long vague = VAGUE.get(tokens.get(at).word());
    if (vague != null) {
      boolean tens = at >= 2 && tokens.get(at - 2).is("tens") && tokens.get(at - 1).is("of");
      boolean hundreds =
          at >= 2 && tokens.get(at - 2).is("hundreds") && tokens.get(at - 1).is("of");
      long least = vague * (tens ? 10 : hundreds ? 100 : 1);
      return add(at, at + 1, least, null, Qualifier.AT_LEAST);
    }
    Optional<Numbers.Found> found = Numbers.at(tokens, at);
    return found.isEmpty() ? at + 1 : number(at, found.get());
  }

  private int number(int at, Numbers.Found first) {
    int end = first.end();
    boolean linked =
        end + 1 < tokens.size()
            && (tokens.get(end).is("to")
                || tokens.get(end).is("-")
                || tokens.get(end).is("–")
                || (tokens.get(end).is("and") && before(at, "between")));
    if (linked) {
      Optional<Numbers.Found> second = Numbers.at(tokens, end + 1);
      if (second.isPresent() && second.get().value() > first.value()) {
        Numbers.Found most = second.get();
        return add(at, most.end(), first.value(), most.value(), Qualifier.BETWEEN);
      }
    }
    return qualified(at, first);
  }

  private int qualified(int at, Numbers.Found found) {
    String before = at > 0 ? tokens.get(at - 1).word() : "";
    boolean less = before(at, "than") && at > 1 && isLess(tokens.get(at - 2).word());
    if (less || (before.equals("to") && at > 1 && tokens.get(at - 2).is("up"))) {
      return add(at, found.end(), null, found.value(), Qualifier.AT_MOST);
    }
    if (AT_LEAST.contains(before)) {
      return add(at, found.end(), found.value(), null, Qualifier.AT_LEAST);
    }
    Qualifier qualifier = ABOUT.contains(before) ? Qualifier.ABOUT : Qualifier.EXACT;
    return add(at, found.end(), found.value(), found.value(), qualifier);
  }

  private boolean before(int at, String word) {
    return at > 0 && tokens.get(at - 1).is(word);
  }

  private static boolean isLess(String word) {
    return word.equals("less") || word.equals("fewer");
  }

  private int add(int at, int end, @Nullable Long min, @Nullable Long max, Qualifier qualifier) {
    int unit = end;
    while (unit < tokens.size() && unit < end + 4 && isSkipped(unit)) {
      unit++;
    }
    if (unit >= tokens.size() || !isUnit(tokens.get(unit))) {
      return end;
    }
    String word = tokens.get(unit).is("%") ? "percent" : tokens.get(unit).word();
    if (word.equals("per") && unit + 1 < tokens.size()) {
      word = "percent";
    }
    figures.add(new FigureMention(at, unit + 1, new Figure(min, max, qualifier, word)));
    return end;
  }

  private boolean isSkipped(int at) {
    return SKIPPED.contains(tokens.get(at).word())
        && at + 1 < tokens.size()
        && tokens.get(at + 1).isWord()
        && !NOT_COUNTED.contains(tokens.get(at + 1).word());
  }

  private static boolean isUnit(Token token) {
    return token.is("%") || (token.isWord() && !NOT_COUNTED.contains(token.word()));
  }
}
