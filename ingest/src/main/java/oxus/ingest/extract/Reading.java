package oxus.ingest.extract;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A sentence with everything that was recognised in it. */
final class Reading {
  private final Sentence sentence;
  private final List<Mention> mentions;
  private final int[] clauses;
  private final List<DateMention> dates;
  private final List<FigureMention> figures;

  private Reading(Sentence sentence, List<Mention> mentions, DateFinder dateFinder) {
    this.sentence = sentence;
    this.mentions = List.copyOf(mentions);
    this.clauses = Clauses.of(sentence);
    this.dates = dateFinder.find(sentence.tokens());
    this.figures = FigureFinder.find(sentence.tokens());
  }

  /** Reads a sentence by the longest phrases, left to right. */
  static Reading of(Sentence sentence, PhraseTrie trie, DateFinder dateFinder) {
    List<Mention> mentions = new ArrayList<>();
    int at = 0;
    while (at < sentence.size()) {
      PhraseTrie.@Nullable Hit hit = isNameOfMonth(sentence, at) ? null : hit(sentence, trie, at);
      if (hit == null) {
        at++;
        continue;
      }
      mentions.add(new Mention(at, at + hit.length(), hit.entry()));
      if (hit.length() > 1 && isOnlyTrigger(hit.entry())) {
        addInner(sentence, trie, at, at + hit.length(), mentions);
      }
      at += hit.length();
    }
    return new Reading(sentence, mentions, dateFinder);
  }

  private static PhraseTrie.@Nullable Hit hit(Sentence sentence, PhraseTrie trie, int at) {
    return trie.longest(sentence.tokens(), at);
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
    for (Mention mention : mentions) {
      if (mention.from() <= token && token < mention.to()) {
        return mention;
      }
    }
    return null;
  }
}
