package oxus.ingest.extract;

import java.util.ArrayList;
import java.util.HashSet;
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

  /**
   * @param plain words that say nothing by their class: the, of, was
   */
  Features(WordClasses classes, Set<String> plain) {
    this.classes = classes;
    this.plain = Set.copyOf(plain);
  }

  /**
   * A feature and the token that it stands at.
   *
   * @param token -1: of the whole sentence
   */
  record Feature(String name, int token) {}

  /** The features of a sentence, each once, at its first token. */
  List<Feature> of(Reading reading, Set<EventType> byRules) {
    Collected collected = new Collected();
    long kinds = 0;
    for (Mention mention : reading.mentions()) {
      kinds |= mention.entry().kinds();
    }
    for (Kind kind : KINDS) {
      if ((kinds & kind.bit()) != 0) {
        collected.add("k " + kind, -1);
      }
    }
    addWords(reading, collected);
    byRules.forEach(type -> collected.add("r " + type, -1));
    if (reading.sentence().headline()) {
      collected.add("h", -1);
    }
    return collected.features;
  }

  private void addWords(Reading reading, Collected collected) {
    String before = "";
    for (int token = 0; token < reading.sentence().size(); token++) {
      Mention mention = reading.at(token);
      boolean name = mention != null && isName(mention.entry());
      if (name && mention != null && mention.from() != token) {
        continue;
      }
      String word = reading.sentence().token(token).word();
      String symbol =
          name && mention != null ? name(mention) : symbol(reading.sentence().token(token));
      collected.add("w " + symbol, token);
      if (!before.isEmpty()) {
        collected.add("b " + before + " " + symbol, token);
      }
      if (!name && !plain.contains(word) && classes.fine(word) >= 0) {
        collected.add("f " + classes.fine(word), token);
        collected.add("c " + classes.coarse(word), token);
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

  private static String nameOf(long kinds) {
    StringBuilder name = new StringBuilder("<");
    for (Kind kind : Kind.values()) {
      if ((kinds & kind.bit()) != 0) {
        name.append(name.length() == 1 ? "" : "+").append(kind);
      }
    }
    return name.append('>').toString();
  }

  private static final class Collected {
    final List<Feature> features = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();

    void add(String name, int token) {
      if (seen.add(name)) {
        features.add(new Feature(name, token));
      }
    }
  }
}
