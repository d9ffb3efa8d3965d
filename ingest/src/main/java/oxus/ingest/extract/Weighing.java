package oxus.ingest.extract;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import oxus.ingest.extract.Features.Feature;
import oxus.schemas.EventType;

/**
 * What the words of one sentence say for and against each type of event, in thousandths of the
 * natural logarithm of the odds: 0 is as likely as not.
 */
final class Weighing {
  private static final int SHOWN = 4;

  /** Below this the words speak too clearly against what a rule found. */
  private static final int REFUSED = Integer.getInteger("ref", -2500);

  /** From this on they tell of an event by themselves. */
  private static final int CONVINCING = Integer.getInteger("con", -1400);

  private final Map<EventType, Integer> sums;
  private final List<Weighed> features;

  /** A feature with what it adds to each type. */
  record Weighed(Feature feature, Map<EventType, Integer> weights) {}

  Weighing(Map<EventType, Integer> sums, List<Weighed> features) {
    this.sums = Map.copyOf(sums);
    this.features = List.copyOf(features);
  }

  static double norm(int n) {
    return Boolean.getBoolean("norm") ? 11 / StrictMath.sqrt(Math.max(1, n)) : 1;
  }

  /** Words that say nothing either way. */
  static Weighing silent() {
    return new Weighing(Map.of(), List.of());
  }

  int of(EventType type) {
    return sums.getOrDefault(type, 0);
  }

  boolean refuses(EventType type) {
    return sums.containsKey(type) && of(type) < REFUSED;
  }

  boolean convinces(EventType type) {
    return sums.containsKey(type) && of(type) >= CONVINCING;
  }

  /** The token that says most for a type, by itself and with its neighbours; -1 when none does. */
  int token(EventType type, Reading reading) {
    int[] gains = new int[reading.sentence().size()];
    for (Weighed weighed : features) {
      int token = weighed.feature().token();
      if (token >= 0) {
        gains[token] += weighed.weights().getOrDefault(type, 0);
      }
    }
    int best = -1;
    for (int token = 0; token < gains.length; token++) {
      boolean word = reading.sentence().token(token).isWord() && !isName(reading, token);
      if (word && gains[token] > 0 && (best < 0 || gains[token] > gains[best])) {
        best = token;
      }
    }
    return best;
  }

  /** The features that say most for a type, the strongest first. */
  String reasons(EventType type) {
    List<String> reasons = new ArrayList<>();
    features.stream()
        .filter(weighed -> weighed.weights().getOrDefault(type, 0) > 0)
        .sorted(
            Comparator.<Weighed>comparingInt(weighed -> -weighed.weights().getOrDefault(type, 0))
                .thenComparing(weighed -> weighed.feature().name()))
        .limit(SHOWN)
        .forEach(
            weighed ->
                reasons.add(
                    weighed.feature().name() + " +" + weighed.weights().getOrDefault(type, 0)));
    return String.join(", ", reasons) + "; sum " + of(type);
  }

  private static boolean isName(Reading reading, int token) {
    Mention mention = reading.at(token);
    return mention != null && Features.isName(mention.entry());
  }
}
