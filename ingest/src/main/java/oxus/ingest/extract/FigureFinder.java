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
  private static final Map<String, Long> VAGUE =
      Map.of("tens", 20L, "dozens", 24L, "scores", 40L, "hundreds", 200L, "thousands", 2000L);
  private static final Map<String, Long> VAGUE_SCALES =
      Map.of("hundreds", 100L, "thousands", 1000L, "millions", 1_000_000L);
  private static final Map<String, String> CURRENCIES =
      Map.of("$", "dollars", "€", "euros", "£", "pounds");
  private static final Set<String> STARTS =
      Set.of(
          "a",
          "half",
          "several",
          "few",
          "couple",
          "tens",
          "dozens",
          "scores",
          "hundreds",
          "thousands",
          "$",
          "€",
          "£");
  private static final Set<String> RANGE = Set.of("to", "-", "–", "—", "or");

  private final List<Token> tokens;
  private final FigureWords words;
  private final List<FigureMention> figures = new ArrayList<>();

  private FigureFinder(List<Token> tokens) {
    this.tokens = tokens;
    this.words = new FigureWords(tokens);
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
    if (!canStart(tokens.get(at))) {
      return at + 1;
    }
    Long vague = VAGUE.get(tokens.get(at).word());
    if (vague != null) {
      return vague(at, vague);
    }
    String currency = CURRENCIES.get(tokens.get(at).word());
    if (currency != null) {
      return money(at + 1, currency);
    }
    int label = words.behindLabel(at);
    if (label > at) {
      return label;
    }
    Optional<Numbers.Found> few = Amounts.few(tokens, at);
    if (few.isPresent()) {
      return add(at, few.get().end(), few.get().value(), null, Qualifier.AT_LEAST);
    }
    Optional<Numbers.Found> found = Numbers.at(tokens, at);
    return found.isEmpty() ? odd(at) : number(at, found.get());
  }

  /** Whether a figure can start here; most tokens are dismissed by this look. */
  private static boolean canStart(Token token) {
    return token.shape() == Token.Shape.NUMBER
        || STARTS.contains(token.word())
        || Numbers.small(token.word()).isPresent();
  }

  /** {@code dozens of}, {@code hundreds of thousands of}. */
  private int vague(int at, long least) {
    boolean of = words.is(at + 1, "of") && at + 2 < tokens.size();
    Long scale = of ? VAGUE_SCALES.get(tokens.get(at + 2).word()) : null;
    return scale == null
        ? add(at, at + 1, least, null, Qualifier.AT_LEAST)
        : add(at, at + 3, least * scale, null, Qualifier.AT_LEAST);
  }

  /** {@code $31m}, {@code $31 million}. */
  private int money(int at, String currency) {
    Optional<Numbers.Found> amount =
        at < tokens.size() ? Amounts.amount(tokens, at) : Optional.empty();
    if (amount.isEmpty()) {
      return at;
    }
    Bounds bounds = Bounds.of(words.qualifier(at - 1, amount.get().end()), amount.get().value());
    figures.add(new FigureMention(at, amount.get().end(), bounds.figure(currency)));
    return amount.get().end();
  }

  /** {@code a couple of}, {@code 400kg}. */
  private int odd(int at) {
    if (words.is(at, "couple") && words.is(at + 1, "of")) {
      return add(at, at + 2, 2L, 2L, Qualifier.ABOUT);
    }
    Optional<Amounts.Measure> measure = Amounts.measure(tokens.get(at));
    if (measure.isEmpty()) {
      return at + 1;
    }
    Bounds bounds = Bounds.of(words.qualifier(at, at + 1), measure.get().value());
    figures.add(new FigureMention(at, at + 1, bounds.figure(measure.get().unit())));
    return at + 1;
  }

  private int number(int at, Numbers.Found first) {
    int end = first.end();
    boolean between = words.is(at - 1, "between") && words.is(end, "and");
    boolean range = between || (end < tokens.size() && RANGE.contains(tokens.get(end).word()));
    Optional<Numbers.Found> second =
        range && end + 1 < tokens.size() ? Numbers.at(tokens, end + 1) : Optional.empty();
    if (second.isEmpty()) {
      return qualified(at, first);
    }
    Numbers.Found most = second.get();
    if (words.isYear(at) && words.isYear(end + 1)) {
      return most.end();
    }
    long least = Numbers.scaledLike(tokens, first, most);
    if (most.value() > least) {
      return add(at, most.end(), least, most.value(), Qualifier.BETWEEN);
    }
    // A score: 3-2.
    return words.is(end, "-") ? most.end() : qualified(at, first);
  }

  private int qualified(int at, Numbers.Found found) {
    int unit = words.behindQualifier(found.end());
    Bounds bounds = Bounds.of(words.qualifier(at, found.end()), found.value());
    return add(at, unit, bounds.min, bounds.max, bounds.qualifier);
  }

  private int add(int at, int end, @Nullable Long min, @Nullable Long max, Qualifier qualifier) {
    Optional<FigureUnits.Found> unit = FigureUnits.at(tokens, at, end);
    if (unit.isEmpty()) {
      return end;
    }
    Figure figure = new Figure(min, max, qualifier, unit.get().unit());
    figures.add(new FigureMention(at, unit.get().end(), figure));
    return end;
  }

  /** What a qualifier makes of a number. */
  private record Bounds(@Nullable Long min, @Nullable Long max, Qualifier qualifier) {

    static Bounds of(Qualifier qualifier, long number) {
      return switch (qualifier) {
        case AT_LEAST -> new Bounds(number, null, qualifier);
        case AT_MOST -> new Bounds(null, number, qualifier);
        default -> new Bounds(number, number, qualifier);
      };
    }

    Figure figure(String unit) {
      return new Figure(min, max, qualifier, unit);
    }
  }
}
