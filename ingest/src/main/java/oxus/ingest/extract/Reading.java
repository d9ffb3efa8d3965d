package oxus.ingest.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A sentence with everything that was recognised in it. */
final class Reading {
  private static final long PEOPLE = Kind.CIVILIANS.bit() | Kind.TROOPS.bit();
  private static final Set<String> MANY = Set.of("hundreds", "thousands", "dozens", "scores");
  private static final Set<String> BEHIND_COUNT =
      Set.of(
          "on",
          "are",
          "is",
          "were",
          "was",
          "back",
          "cross",
          "crossed",
          "got",
          "repatriated",
          "sent",
          "flown",
          "enter",
          "entered",
          "at",
          "had",
          "rush",
          "rushed",
          "gather",
          "gathered",
          "go",
          "went",
          "flee",
          "fled",
          "reach",
          "reached",
          "let",
          "put",
          "have",
          "pressed",
          "waded",
          "more",
          "arrived",
          "moved",
          "waited",
          "came");
  private static final Set<String> BEHIND_PEOPLE =
      Set.of(
          "crossed",
          "cross",
          "fled",
          "flee",
          "leave",
          "left",
          "were",
          "had",
          "who",
          "have",
          "entered",
          "enter",
          "arrived",
          "returned",
          "into",
          "from",
          "went",
          "are",
          "was");
  private static final Set<String> VENUE =
      Set.of(
          "in", "at", "to", "from", "near", "of", "into", "via", "outside", "for", "toward",
          "towards", "around", "through", "city", "reached", "entered");

  private final Sentence sentence;
  private final List<Mention> mentions;
  private final @Nullable Mention[] covering;
  private final int[] clauses;
  private final List<DateMention> dates;
  private final List<FigureMention> figures;

  private Reading(Sentence sentence, List<Mention> mentions, DateFinder dateFinder) {
    this.sentence = sentence;
    this.mentions = List.copyOf(mentions);
    this.covering = covering(sentence, this.mentions);
    this.clauses = Clauses.of(sentence);
    this.dates = dateFinder.find(sentence.tokens());
    this.figures = FigureFinder.find(sentence.tokens());
  }

  private static @Nullable Mention[] covering(Sentence sentence, List<Mention> mentions) {
    @Nullable Mention[] covering = new Mention[sentence.size()];
    for (Mention mention : mentions) {
      for (int token = mention.from(); token < mention.to(); token++) {
        covering[token] = covering[token] == null ? mention : covering[token];
      }
    }
    return covering;
  }

  /** Reads a sentence by the longest phrases, left to right. */
  static Reading of(Sentence sentence, PhraseTrie trie, DateFinder dateFinder) {
    List<Mention> mentions = new ArrayList<>();
    int at = 0;
    while (at < sentence.size()) {
      if (isCountOfPeople(sentence, at)) {
        mentions.add(new Mention(at, at + 1, Entry.ofKinds(PEOPLE)));
        at++;
        continue;
      }
      PhraseTrie.@Nullable Hit hit = isNameOfMonth(sentence, at) ? null : hit(sentence, trie, at);
      if (hit == null) {
        at++;
        continue;
      }
      dropAdjective(mentions, at, hit.entry());
      mentions.add(inContext(sentence, mentions, new Mention(at, at + hit.length(), hit.entry())));
      if (hit.length() > 1 && isOnlyTrigger(hit.entry())) {
        addInner(sentence, trie, at, at + hit.length(), mentions);
      }
      at += hit.length();
    }
    return new Reading(sentence, mentions, dateFinder);
  }

  /**
   * {@code All 47 sent back}: a bare number of a headline, or a bare {@code hundreds}, is of
   * people.
   */
  private static boolean isCountOfPeople(Sentence sentence, int at) {
    Token token = sentence.token(at);
    boolean number =
        token.shape() == Token.Shape.NUMBER
            || MANY.contains(token.word())
            || Numbers.small(token.word()).orElse(0) > 2;
    boolean many = MANY.contains(token.word());
    return number
        && (sentence.headline() || many)
        && at + 1 < sentence.size()
        && BEHIND_COUNT.contains(sentence.token(at + 1).word());
  }

  private static PhraseTrie.@Nullable Hit hit(Sentence sentence, PhraseTrie trie, int at) {
    return trie.longest(sentence.tokens(), at);
  }

  /** {@code frontier soldier}: the border in it is no place of its own. */
  private static void dropAdjective(List<Mention> mentions, int at, Entry next) {
    int last = mentions.size() - 1;
    if (last >= 0
        && mentions.get(last).to() == at
        && mentions.get(last).is(Kind.BORDER)
        && mentions.get(last).entry().border().isEmpty()
        && next.is(Kind.TROOPS.bit())) {
      mentions.remove(last);
    }
  }

  /**
   * What a mention is beside its neighbours: foreign troops, a capital that stands for its state.
   */
  private static Mention inContext(Sentence sentence, List<Mention> before, Mention mention) {
    Mention last = before.isEmpty() ? null : before.get(before.size() - 1);
    boolean adjacent = last != null && last.to() == mention.from();
    if (mention.is(Kind.NATIONAL) && isCounted(sentence, mention)) {
      return mention.also(Kind.CIVILIANS);
    }
    if (adjacent && last != null && last.is(Kind.OUTSIDER) && mention.is(Kind.TROOPS)) {
      return mention.also(Kind.FOREIGN);
    }
    boolean venue = mention.from() > 0 && VENUE.contains(sentence.token(mention.from() - 1).word());
    return !venue && isCapital(mention) ? mention.also(Kind.GOVERNMENT) : mention;
  }

  /** {@code 77 Kyrgyz crossed}: people, when no noun follows. */
  private static boolean isCounted(Sentence sentence, Mention mention) {
    boolean number =
        mention.from() > 0 && sentence.token(mention.from() - 1).shape() == Token.Shape.NUMBER;
    return number
        && mention.to() < sentence.size()
        && BEHIND_PEOPLE.contains(sentence.token(mention.to()).word());
  }

  /** A city of no province and no border. */
  static boolean isCapital(Mention mention) {
    return mention.is(Kind.CITY)
        && !mention.entry().places().isEmpty()
        && mention.entry().places().stream()
            .allMatch(place -> place.scopes().isEmpty() && place.within().isEmpty());
  }

  /** The month, not the verb. */
  private static boolean isNameOfMonth(Sentence sentence, int at) {
    return at > 0 && sentence.is(at, "may") && sentence.token(at).isCapital();
  }

  private static boolean isOnlyTrigger(Entry entry) {
    return entry.kinds() == 0 && !entry.triggers().isEmpty();
  }

  /** The things named inside a trigger: {@code kilograms of heroin} has drugs in it. */
  private static void addInner(
      Sentence sentence, PhraseTrie trie, int from, int to, List<Mention> mentions) {
    int at = from;
    while (at < to) {
      PhraseTrie.Hit hit = trie.longestUntil(sentence.tokens(), at, at == from ? to - 1 : to);
      if (hit != null && hit.entry().is(Kind.THINGS)) {
        mentions.add(new Mention(at, at + hit.length(), Entry.ofKinds(hit.entry().kinds())));
      }
      at += hit == null ? 1 : hit.length();
    }
  }

  Sentence sentence() {
    return sentence;
  }

  List<Mention> mentions() {
    return mentions;
  }

  List<DateMention> dates() {
    return dates;
  }

  List<FigureMention> figures() {
    return figures;
  }

  /** What may tell of something of its own; none when the sentence is all of one piece. */
  List<Stretch> stretches() {
    return Stretch.of(clauses);
  }

  int clauseOf(int token) {
    return clauses[Math.min(token, clauses.length - 1)];
  }

  int clauseOf(Mention mention) {
    return clauseOf(mention.from());
  }

  /** Clause boundaries between two tokens. */
  int boundaries(int token, int other) {
    return Math.abs(clauseOf(token) - clauseOf(other));
  }

  boolean has(long mask) {
    for (Mention mention : mentions) {
      if (mention.is(mask)) {
        return true;
      }
    }
    return false;
  }

  /** The mention that covers this token. */
  @Nullable Mention at(int token) {
    return covering[token];
  }
}
