package oxus.ingest.extract;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import oxus.ingest.extract.Features.Feature;
import oxus.schemas.EventType;

/**
 * What the words of one sentence say for and against each type of event, in thousandths of the
 * natural logarithm of the odds: 0 is as likely as not.
 */
final class Weighing {
  static final List<EventType> TYPES = List.of(EventType.values());

  /**
   * Below this the words speak too clearly against what a rule found. Far below even odds: what is
   * left is looked at once more, all events of the article together.
   */
  private static final int REFUSED = -6_000;

  /** From this on the words may tell of an event by themselves. */
  private static final int CONVINCING = -3_000;

  /** A text of one sentence, a headline, is not looked at once more. */
  private static final int REFUSED_ALONE = -5_000;

  private static final int CONVINCING_ALONE = -2_500;

  private static final int SHOWN = 4;

  private final List<Weighed> weighed;
  private final int[] sums = new int[TYPES.size()];

  /** A feature of the sentence, with what it adds to each type, in the order of {@link #TYPES}. */
  static final class Weighed {
    private final Feature feature;
    private final int[] weights;

    Weighed(Feature feature, int[] weights) {
      this.feature = feature;
      this.weights = weights;
    }
  }

  Weighing(List<Weighed> weighed) {
    this.weighed = List.copyOf(weighed);
    for (Weighed one : weighed) {
      for (int type = 0; type < sums.length; type++) {
        sums[type] += one.weights[type];
      }
    }
  }

  /** Words that say nothing either way. */
  static Weighing silent() {
    return new Weighing(List.of());
  }

  int of(EventType type) {
    return sums[TYPES.indexOf(type)];
  }

  /**
   * Whether the words speak against an event.
   *
   * @param single whether the sentence is the whole text
   */
  boolean refuses(EventType type, boolean single) {
    return !weighed.isEmpty() && of(type) < (single ? REFUSED_ALONE : REFUSED);
  }

  /**
   * Whether the words alone tell of an event.
   *
   * @param single whether the sentence is the whole text
   */
  boolean convinces(EventType type, boolean single) {
    return !weighed.isEmpty() && of(type) >= (single ? CONVINCING_ALONE : CONVINCING);
  }

  /** The token that says most for a type, by itself and with its neighbours; -1 when none does. */
  int token(EventType type, Reading reading) {
    int index = TYPES.indexOf(type);
    int[] gains = new int[reading.sentence().size()];
    for (Weighed one : weighed) {
      int token = one.feature.token();
      if (token >= 0) {
        gains[token] += one.weights[index];
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

  /** The features that say most for a type, the strongest first, and the sum of all. */
  String reasons(EventType type) {
    int index = TYPES.indexOf(type);
    List<String> reasons = new ArrayList<>();
    weighed.stream()
        .filter(one -> one.weights[index] > 0)
        .sorted(
            Comparator.<Weighed>comparingInt(one -> -one.weights[index])
                .thenComparing(one -> one.feature.name()))
        .limit(SHOWN)
        .forEach(one -> reasons.add(one.feature.name() + " +" + one.weights[index]));
    return String.join(", ", reasons) + "; sum " + of(type);
  }

  private static boolean isName(Reading reading, int token) {
    Mention mention = reading.at(token);
    return mention != null && Features.isName(mention.entry());
  }
}
