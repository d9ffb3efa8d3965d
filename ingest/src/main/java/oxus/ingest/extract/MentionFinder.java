package oxus.ingest.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the phrases of a sentence that the lexicon or the theatre knows, the longest first. */
final class MentionFinder {
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
  private final PhraseTrie trie;
  private final List<Mention> mentions = new ArrayList<>();

  MentionFinder(Sentence sentence, PhraseTrie trie) {
    this.sentence = sentence;
    this.trie = trie;
  }

  /** What is there, left to right. */
  List<Mention> find() {
    int at = 0;
    while (at < sentence.size()) {
      at = isCountOfPeople(at) ? addPeople(at) : addPhrase(at);
    }
    return mentions;
  }

  private int addPeople(int at) {
    mentions.add(new Mention(at, at + 1, Entry.ofKinds(PEOPLE)));
    return at + 1;
  }

  /** Adds the longest phrase that starts at a token, if any does, and goes on behind it. */
  private int addPhrase(int at) {
    PhraseTrie.@Nullable Hit hit = isNameOfMonth(at) ? null : trie.longest(sentence.tokens(), at);
    if (hit == null) {
      return at + 1;
    }
    dropAdjective(at, hit.entry());
    mentions.add(inContext(new Mention(at, at + hit.length(), hit.entry())));
    if (hit.length() > 1 && isOnlyTrigger(hit.entry())) {
      addInner(at, at + hit.length());
    }
    return at + hit.length();
  }

  /**
   * {@code All 47 sent back}: a bare number of a headline, or a bare {@code hundreds}, is of
   * people.
   */
  private boolean isCountOfPeople(int at) {
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

  /** {@code frontier soldier}: the border in it is no place of its own. */
  private void dropAdjective(int at, Entry next) {
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
  private Mention inContext(Mention mention) {
    Mention last = mentions.isEmpty() ? null : mentions.get(mentions.size() - 1);
    boolean adjacent = last != null && last.to() == mention.from();
    if (mention.is(Kind.NATIONAL) && isCounted(mention)) {
      return mention.also(Kind.CIVILIANS);
    }
    if (adjacent && last != null && last.is(Kind.OUTSIDER) && mention.is(Kind.TROOPS)) {
      return mention.also(Kind.FOREIGN);
    }
    boolean venue = mention.from() > 0 && VENUE.contains(sentence.token(mention.from() - 1).word());
    return !venue && Reading.isCapital(mention) ? mention.also(Kind.GOVERNMENT) : mention;
  }

  /** {@code 77 Kyrgyz crossed}: people, when no noun follows. */
  private boolean isCounted(Mention mention) {
    boolean number =
        mention.from() > 0 && sentence.token(mention.from() - 1).shape() == Token.Shape.NUMBER;
    return number
        && mention.to() < sentence.size()
        && BEHIND_PEOPLE.contains(sentence.token(mention.to()).word());
  }

  /** The month, not the verb. */
  private boolean isNameOfMonth(int at) {
    return at > 0 && sentence.is(at, "may") && sentence.token(at).isCapital();
  }

  private static boolean isOnlyTrigger(Entry entry) {
    return entry.kinds() == 0 && !entry.triggers().isEmpty();
  }

  /** The things named inside a trigger: {@code kilograms of heroin} has drugs in it. */
  private void addInner(int from, int to) {
    int at = from;
    while (at < to) {
      PhraseTrie.Hit hit = trie.longestUntil(sentence.tokens(), at, at == from ? to - 1 : to);
      if (hit != null && hit.entry().is(Kind.THINGS)) {
        mentions.add(new Mention(at, at + hit.length(), Entry.ofKinds(hit.entry().kinds())));
      }
      at += hit == null ? 1 : hit.length();
    }
  }
}
