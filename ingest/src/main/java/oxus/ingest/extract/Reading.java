package oxus.ingest.extract;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A sentence with everything that was recognised in it. */
final class Reading {
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
    return new Reading(sentence, new MentionFinder(sentence, trie).find(), dateFinder);
  }

  /** A city of no province and no border. */
  static boolean isCapital(Mention mention) {
    return mention.is(Kind.CITY)
        && !mention.entry().places().isEmpty()
        && mention.entry().places().stream()
            .allMatch(place -> place.scopes().isEmpty() && place.within().isEmpty());
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
