package oxus.ingest.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import oxus.schemas.EventType;

/**
 * What the weighing of words looks at in a sentence: stems, neighbouring stems, classes of words,
 * kinds of parties and places in place of their names, and which rules hold.
 */
final class Features {
  private static final String NUMBER = "#";
  private static final List<Kind> KINDS = List.of(Kind.values());

  private final WordClasses classes;
  private final Set<String> plain;
  private final Map<Long, String> names = new ConcurrentHashMap<>();
  private final Map<Long, String> typeNames = new ConcurrentHashMap<>();

  /**
   * @param plain words that say nothing by their class: the, of, was
   */
  Features(WordClasses classes, Set<String> plain) {
    this.classes = classes;
    this.plain = Set.copyOf(plain);
  }

  /**
   * A feature and the token that it stands at. Its name is only put together when somebody asks, so
   * that weighing a sentence costs no strings.
   *
   * @param sort what it is: w a stem, b two neighbouring stems, f and c a fine and a coarse class
   *     of words, x and y two classes near each other, k a kind of party, place or thing, t a word
   *     that rules of a type know, s two known words in their order, r a rule's type, h a headline
   * @param second the second stem of two; else empty
   * @param token -1: of the whole sentence
   */
  record Feature(char sort, String first, String second, int token) {
    /** Whether it is of the whole sentence or of words in a stretch of it. */
    boolean isIn(Stretch stretch) {
      return token < 0 || (stretch.has(token) && (sort != 'b' || token > stretch.from()));
    }

    String name() {
      String tail = second.isEmpty() ? "" : " " + second;
      return first.isEmpty() ? String.valueOf(sort) : sort + " " + first + tail;
    }
  }

  /** The features of a sentence; the same one may come at several tokens. */
  List<Feature> of(Reading reading, Set<EventType> byRules) {
    List<Feature> features = new ArrayList<>(4 * reading.sentence().size() + 16);
    addMentions(reading, features);
    addWords(reading, features);
    for (EventType type : Weighing.TYPES) {
      if (byRules.contains(type)) {
        features.add(new Feature('r', type.name(), "", -1));
      }
    }
    if (reading.sentence().headline()) {
      features.add(new Feature('h', "", "", -1));
    }
    return features;
  }

  /**
   * What the lexicon, the theatre and the rules know. The words that rules of one type know tell
   * more of it together than each by itself, whether a rule holds or not.
   */
  private void addMentions(Reading reading, List<Feature> features) {
    long kinds = 0;
    String last = "";
    for (Mention mention : reading.mentions()) {
      long types = types(mention.entry());
      kinds |= mention.entry().kinds();
      addAll(types, mention.from(), features);
      String symbol = symbol(mention.entry(), types);
      if (symbol.isEmpty()) {
        continue;
      }
      if (!last.isEmpty()) {
        features.add(new Feature('s', last, symbol, mention.from()));
      }
      last = symbol;
    }
    for (Kind kind : KINDS) {
      if ((kinds & kind.bit()) != 0) {
        features.add(new Feature('k', kind.name(), "", -1));
      }
    }
  }

  /** The types of the rules that a phrase may set off, a bit each. */
  private static long types(Entry entry) {
    long types = 0;
    for (Trigger trigger : entry.triggers()) {
      types |= 1L << Weighing.index(trigger.rule().type());
    }
    return types;
  }

  private static void addAll(long types, int token, List<Feature> features) {
    for (long rest = types; rest != 0; rest &= rest - 1) {
      String type = Weighing.TYPES.get(Long.numberOfTrailingZeros(rest)).name();
      features.add(new Feature('t', type, "", token));
    }
  }

  private void addWords(Reading reading, List<Feature> features) {
    String before = "";
    String kin1 = "";
    String kin2 = "";
    for (int token = 0; token < reading.sentence().size(); token++) {
      Mention mention = reading.at(token);
      boolean name = mention != null && isName(mention.entry());
      if (name && mention != null && mention.from() != token) {
        continue;
      }
      String word = reading.sentence().token(token).word();
      String symbol =
          name && mention != null ? name(mention) : symbol(reading.sentence().token(token));
      features.add(new Feature('w', symbol, "", token));
      if (!before.isEmpty()) {
        features.add(new Feature('b', before, symbol, token));
      }
      WordClasses.Classes kin = name || plain.contains(word) ? null : classes.of(word);
      String group = kin == null ? (name ? symbol : "") : kin.coarse();
      if (!group.isEmpty()) {
        if (!kin1.isEmpty()) {
          features.add(new Feature('x', kin1, group, token));
        }
        if (!kin2.isEmpty()) {
          features.add(new Feature('y', kin2, group, token));
        }
        kin2 = kin1;
        kin1 = group;
      }
      if (kin != null) {
        features.add(new Feature('f', kin.fine(), "", token));
        features.add(new Feature('c', kin.coarse(), "", token));
      }
      before = symbol;
    }
  }

  private static String symbol(Token token) {
    return token.shape() == Token.Shape.NUMBER ? NUMBER : Stem.of(token.word());
  }

  /** Names of the theatre count by what they name, so that what is learned holds elsewhere. */
  static boolean isName(Entry entry) {
    return !entry.places().isEmpty()
        || entry.actor().isPresent()
        || entry.border().isPresent()
        || entry.country().isPresent();
  }

  private String name(Mention mention) {
    return names.computeIfAbsent(mention.entry().kinds(), Features::nameOf);
  }

  /** What an entry is: its kinds; the types of its rules where it has none; else nothing. */
  private String symbol(Entry entry, long types) {
    if (entry.kinds() != 0) {
      return names.computeIfAbsent(entry.kinds(), Features::nameOf);
    }
    return types == 0 ? "" : typeNames.computeIfAbsent(types, Features::nameOfTypes);
  }

  private static String nameOfTypes(long types) {
    StringBuilder name = new StringBuilder("[");
    for (EventType type : Weighing.TYPES) {
      if ((types & (1L << Weighing.index(type))) != 0) {
        name.append(name.length() == 1 ? "" : "+").append(type);
      }
    }
    return name.append(']').toString();
  }

  private static String nameOf(long kinds) {
    StringBuilder name = new StringBuilder("<");
    for (Kind kind : Kind.values()) {
      if ((kinds & kind.bit()) != 0) {
        name.append(name.length() == 1 ? "" : "+").append(kind);
      }
    }
    return name.append('>').toString();
  }
}
