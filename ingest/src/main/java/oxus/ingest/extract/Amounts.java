package oxus.ingest.extract;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads amounts that are no plain number: {@code several hundred}, {@code $31m}, {@code 400kg}. */
final class Amounts {
  private static final Map<String, BigDecimal> SUFFIXES =
      Map.of(
          "k", BigDecimal.valueOf(1000),
          "m", BigDecimal.valueOf(1_000_000),
          "mln", BigDecimal.valueOf(1_000_000),
          "bn", BigDecimal.valueOf(1_000_000_000));
  private static final Set<String> MEASURES = Set.of("kg", "t", "g");

  private Amounts() {}

  /** {@code several hundred}, {@code a few thousand}: at least so many. */
  static Optional<Numbers.Found> few(List<Token> tokens, int from) {
    Token first = tokens.get(from);
    int least = first.is("several") ? 3 : first.is("few") ? 2 : 0;
    return least > 0 && Numbers.scale(tokens, from + 1) > 0
        ? Optional.of(new Numbers.Found(least * Numbers.scale(tokens, from + 1), from + 2))
        : Optional.empty();
  }

  /** An amount of money: {@code 31m}, {@code 31 million}. */
  static Optional<Numbers.Found> amount(List<Token> tokens, int at) {
    Optional<Numbers.Found> plain = Numbers.at(tokens, at);
    if (plain.isPresent()) {
      return plain;
    }
    return split(tokens.get(at))
        .filter(measure -> SUFFIXES.containsKey(measure.suffix))
        .map(
            measure ->
                Numbers.rounded(measure.number.multiply(SUFFIXES.get(measure.suffix)), at + 1));
  }

  /** A number and a unit in one token: {@code 400kg}. */
  static Optional<Measure> measure(Token token) {
    return split(token)
        .filter(split -> MEASURES.contains(split.suffix))
        .map(split -> new Measure(Numbers.rounded(split.number, 0).value(), split.suffix));
  }

  private static Optional<Split> split(Token token) {
    int end = 0;
    while (end < token.word().length() && !Normaliser.isLetter(token.word().charAt(end))) {
      end++;
    }
    String suffix = token.word().substring(end);
    return token.shape() != Token.Shape.NUMBER || suffix.isEmpty()
        ? Optional.empty()
        : Numbers.digits(token.word().substring(0, end)).map(number -> new Split(number, suffix));
  }

  private record Split(BigDecimal number, String suffix) {}

  /** A number of a unit of weight. */
  record Measure(long value, String unit) {}
}
