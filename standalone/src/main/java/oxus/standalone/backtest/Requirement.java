package oxus.standalone.backtest;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A figure that a run must reach, as a tester writes it: {@code sensitivity>=0.8}.
 *
 * @param text as it was written
 * @param measure whose figure is meant
 * @param bound in the measure's own unit: shares in per cent
 */
public record Requirement(String text, String measure, boolean isAtLeast, BigDecimal bound) {
  private static final Pattern FORM =
      Pattern.compile("\\s*(\\w+)\\s*(>=|<=)\\s*([0-9]{1,9}(?:\\.[0-9]{1,9})?)\\s*(%?)\\s*");
  private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

  /** What testers call some of the measures. */
  private static final Map<String, String> ALSO =
      new TreeMap<>(Map.of("sensitivity", "inDay", "precision", "justified", "lead", "leadHours"));

  /**
   * Reads one.
   *
   * @throws IllegalArgumentException naming what is wrong, with the names that may be used
   */
  public static Requirement of(String text) {
    Matcher parts = FORM.matcher(text);
    if (!parts.matches()) {
      throw new IllegalArgumentException(
          "'"
              + text
              + "' is no threshold; write a measure, >= or <=, and a number, as in sensitivity>=0.8");
    }
    String name = ALSO.getOrDefault(parts.group(1), parts.group(1));
    Measure measure =
        find(name)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "there is no measure '" + parts.group(1) + "'; use one of " + names()));
    BigDecimal number = new BigDecimal(parts.group(3));
    boolean isFraction =
        measure.isShare() && parts.group(4).isEmpty() && number.compareTo(BigDecimal.ONE) <= 0;
    return new Requirement(
        text.strip(),
        name,
        parts.group(2).equals(">="),
        isFraction ? number.multiply(WHOLE) : number);
  }

  /** Whether a run reaches it. */
  public boolean isMet(Scorecard card) {
    int order = figure(card).number().compareTo(bound);
    return isAtLeast ? order >= 0 : order <= 0;
  }

  /** What the run has instead, for people. */
  public String got(Scorecard card) {
    return card.run().name() + ": " + text + ", got " + figure(card).text();
  }

  private Measure.Figure figure(Scorecard card) {
    return find(measure).orElseThrow().figure().apply(card);
  }

  private static Optional<Measure> find(String name) {
    return Measure.ALL.stream().filter(measure -> measure.key().equals(name)).findFirst();
  }

  private static String names() {
    List<String> keys = Measure.ALL.stream().map(Measure::key).toList();
    return ALSO.keySet().stream().collect(Collectors.joining(", "))
        + ", "
        + String.join(", ", keys);
  }
}
