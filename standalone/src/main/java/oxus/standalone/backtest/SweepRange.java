package oxus.standalone.backtest;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import oxus.standalone.diff.PolicyText;
import oxus.theatre.Nearest;
import oxus.theatre.Yaml;

/**
 * One number of a policy, and the values that it is to take in turn: {@code
 * weights.types.TALKS.base=-1..0/0.25}.
 *
 * @param path the keys to the number
 * @param now its value in the policy
 * @param values what it takes, as the policy would have it, ascending
 */
public record SweepRange(String path, String now, List<String> values) {
  private static final Pattern FORM =
      Pattern.compile("\\s*([^=\\s]+)\\s*=\\s*(\\S+?)\\.\\.(\\S+?)/(\\S+)\\s*");
  private static final int MOST = 100;

  public SweepRange {
    values = List.copyOf(values);
  }

  /**
   * Reads one.
   *
   * @param policy the policy's text, which must have the number
   * @throws IllegalArgumentException naming what is wrong and the cure
   */
  public static SweepRange of(String text, String policy) {
    Matcher parts = FORM.matcher(text);
    if (!parts.matches()) {
      throw new IllegalArgumentException(
          "'" + text + "' is no range; write PATH=FROM..TO/STEP, as in levels.up.SEVERE=5..8/0.5");
    }
    Map<String, Yaml> known = PolicyText.values(policy);
    String path = parts.group(1);
    Yaml place = known.get(path);
    if (place == null) {
      throw new IllegalArgumentException(
          "the policy has no '" + path + "'; " + Nearest.cure(path, known.keySet()));
    }
    boolean isLength = duration(place.text()).isPresent();
    if (!isLength && number(place.text()).isEmpty()) {
      throw new IllegalArgumentException(
          "'" + path + "' is '" + place.text() + "', which is no number and no duration");
    }
    BigDecimal from = value(parts.group(2), isLength);
    BigDecimal to = value(parts.group(3), isLength);
    BigDecimal step = value(parts.group(4), isLength);
    check(text, from, to, step);
    List<String> values = new ArrayList<>();
    for (BigDecimal value = from; value.compareTo(to) <= 0; value = value.add(step)) {
      values.add(written(value, isLength));
    }
    return new SweepRange(path, written(value(place.text(), isLength), isLength), values);
  }

  private static void check(String text, BigDecimal from, BigDecimal to, BigDecimal step) {
    if (from.compareTo(to) > 0) {
      throw new IllegalArgumentException(
          "'" + text + "' begins above its end; write the lower value first");
    }
    if (step.signum() <= 0) {
      throw new IllegalArgumentException("'" + text + "' has no step above zero");
    }
    if (to.subtract(from).compareTo(step.multiply(BigDecimal.valueOf(MOST - 1L))) > 0) {
      throw new IllegalArgumentException(
          "'" + text + "' is more than " + MOST + " values; choose a greater step");
    }
  }

  /** A number, or a length of time in seconds. */
  private static BigDecimal value(String text, boolean isLength) {
    Optional<BigDecimal> value =
        isLength
            ? duration(text).map(length -> BigDecimal.valueOf(length.toSeconds()))
            : number(text);
    return value.orElseThrow(
        () ->
            new IllegalArgumentException(
                "'" + text + "' is no " + (isLength ? "duration, as in PT18H" : "number")));
  }

  private static String written(BigDecimal value, boolean isLength) {
    return isLength
        ? Duration.ofSeconds(value.longValue()).toString()
        : value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
  }

  private static Optional<Duration> duration(String text) {
    try {
      return Optional.of(Duration.parse(text));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<BigDecimal> number(String text) {
    return text.matches("[+-]?[0-9]{1,9}(\\.[0-9]{1,9})?")
        ? Optional.of(new BigDecimal(text))
        : Optional.empty();
  }

  /** The policy with one of the values; all else in it stays as it stands. */
  public String policy(String text, String value) {
    return Optional.ofNullable(PolicyText.values(text).get(path))
        .orElseThrow()
        .replacedIn(text, value);
  }

  /** Where a value lies between the first and the last, from 0 to 1. */
  double place(String value) {
    boolean isLength = duration(now).isPresent();
    BigDecimal first = value(values.get(0), isLength);
    BigDecimal last = value(values.get(values.size() - 1), isLength);
    return first.compareTo(last) == 0
        ? 0.5
        : value(value, isLength).subtract(first).doubleValue() / last.subtract(first).doubleValue();
  }
}
