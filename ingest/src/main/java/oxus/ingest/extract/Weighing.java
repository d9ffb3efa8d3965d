package oxus.ingest.extract;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

  private static final Map<EventType, Integer> INDEX = indexes();

  /** So many words of a sentence are tried as what tells of an event. */
  private static final int TRIED = 2;

  private final List<Weighed> all;
  private final List<Weighed> weighed;
  private final Network network;

  /** By type; then the sums of the network. */
  private final int[] sums = new int[TYPES.size() + Network.SUMS];

  /** A feature of the sentence, with what it adds to each type, in the order of {@link #TYPES}. */
  static final class Weighed {
    private final Feature feature;
    private final RowTable.Row row;

    Weighed(Feature feature, RowTable.Row row) {
      this.feature = feature;
      this.row = row;
    }
  }

  /**
   * Adds up.
   *
   * @param all the features in the order of the text; one that comes again counts once
   * @param network sees what they mean together
   */
  Weighing(List<Weighed> all, Network network) {
    this.network = network;
    this.all = Collections.unmodifiableList(all);
    this.weighed = new ArrayList<>(all.size());
    int[] seen = new int[Integer.highestOneBit(all.size() + 1) << 2];
    for (Weighed one : all) {
      if (isNew(seen, one.row.number() + 1)) {
        add(one);
      }
    }
    network.moderate(sums);
  }

  /** Puts a number into a table that has room for it, unless it is there. */
  private static boolean isNew(int[] seen, int number) {
    int slot = ((number * 0x9E37_79B1) >>> 8) & (seen.length - 1);
    while (seen[slot] != 0) {
      if (seen[slot] == number) {
        return false;
      }
      slot = (slot + 1) & (seen.length - 1);
    }
    seen[slot] = number;
    return true;
  }

  private void add(Weighed one) {
    weighed.add(one);
    one.row.addTo(sums);
  }

  /** What the words of one stretch say by themselves. */
  Weighing within(Stretch stretch) {
    List<Weighed> within = new ArrayList<>(all.size());
    for (Weighed one : all) {
      if (one.feature.isIn(stretch)) {
        within.add(one);
      }
    }
    return new Weighing(within, network);
  }

  /** Words that say nothing either way. */
  static Weighing silent() {
    return new Weighing(List.of(), Network.silent());
  }

  private static Map<EventType, Integer> indexes() {
    Map<EventType, Integer> indexes = new EnumMap<>(EventType.class);
    TYPES.forEach(type -> indexes.put(type, indexes.size()));
    return Collections.unmodifiableMap(indexes);
  }

  /** Its place among {@link #TYPES}. */
  static int index(EventType type) {
    return Objects.requireNonNull(INDEX.get(type));
  }

  int of(EventType type) {
    return sums[index(type)];
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

  /** The tokens that say most for a type, by themselves and with their neighbours, best first. */
  List<Integer> tokens(EventType type, Reading reading) {
    int index = index(type);
    int[] gains = new int[reading.sentence().size()];
    for (Weighed one : weighed) {
      int token = one.feature.token();
      if (token >= 0) {
        gains[token] += one.row.weight(index);
      }
    }
    List<Integer> tokens = new ArrayList<>();
    for (int token = 0; token < gains.length; token++) {
      if (gains[token] > 0 && reading.sentence().token(token).isWord() && !isName(reading, token)) {
        tokens.add(token);
      }
    }
    tokens.sort(Comparator.comparingInt(token -> -gains[token]));
    return tokens.subList(0, Math.min(TRIED, tokens.size()));
  }

  /**
   * The features that say most for a type, the strongest first, the sum of all, and what comes of
   * it with what they say together.
   */
  String reasons(EventType type) {
    int index = index(type);
    List<String> reasons = new ArrayList<>();
    weighed.stream()
        .filter(one -> one.row.weight(index) > 0)
        .sorted(
            Comparator.<Weighed>comparingInt(one -> -one.row.weight(index))
                .thenComparing(one -> one.feature.name()))
        .limit(SHOWN)
        .forEach(one -> reasons.add(one.feature.name() + " +" + one.row.weight(index)));
    int alone = weighed.stream().mapToInt(one -> one.row.weight(index)).sum();
    return String.join(", ", reasons) + "; each alone " + alone + ", with all together " + of(type);
  }

  private static boolean isName(Reading reading, int token) {
    Mention mention = reading.at(token);
    return mention != null && Features.isName(mention.entry());
  }
}
