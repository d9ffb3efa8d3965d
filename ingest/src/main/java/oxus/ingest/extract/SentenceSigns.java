package oxus.ingest.extract;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import oxus.ingest.extract.Signs.Sign;
import oxus.schemas.ReportStatus;

/** What a sentence shows of how it tells an event: tense, form, words of time and of telling. */
final class SentenceSigns {
  private static final int NEAR = 3;
  private static final int LENGTHS = 5;
  private static final int LENGTH = 8;
  private static final List<Kind> GRAMMAR =
      List.of(Kind.values()).stream().filter(kind -> (kind.bit() & Kind.THINGS) == 0).toList();
  private static final List<String> DIGITS =
      IntStream.range(0, 10).mapToObj(String::valueOf).toList();
  private static final Set<String> OF_DENIALS = Set.of("kind", "length");

  /** Words of time, number, tense and telling: what tells news from background. */
  private static final Set<String> TELLING =
      Set.of(
          "since",
          "still",
          "again",
          "also",
          "earlier",
          "previously",
          "already",
          "later",
          "meanwhile",
          "remain",
          "remains",
          "remained",
          "continue",
          "continues",
          "continued",
          "always",
          "usually",
          "every",
          "often",
          "regularly",
          "years",
          "year",
          "decade",
          "last",
          "ago",
          "once",
          "during",
          "when",
          "after",
          "before",
          "while",
          "although",
          "but",
          "as",
          "because",
          "whether",
          "not",
          "no",
          "only",
          "new",
          "recent",
          "recently",
          "today",
          "yesterday",
          "now",
          "currently",
          "former",
          "past",
          "who",
          "which",
          "had",
          "has",
          "have",
          "is",
          "are",
          "was",
          "were",
          "will",
          "would",
          "been",
          "being",
          "the",
          "a",
          "this",
          "that",
          "these",
          "those",
          "such",
          "any",
          "more",
          "another",
          "first",
          "second",
          "third",
          "there",
          "our",
          "we",
          "you",
          "i",
          "says",
          "said",
          "told",
          "according",
          "reported",
          "announced",
          "confirmed",
          "called",
          "asked",
          "must",
          "should",
          "can",
          "like");

  private final Sentence sentence;
  private final List<Sign> shared;
  private final Set<String> words;

  /** What holds for every event of the sentence. */
  SentenceSigns(Reading reading) {
    this.sentence = reading.sentence();
    this.words = Signs.words(sentence);
    Set<Sign> signs = new LinkedHashSet<>();
    for (Token token : sentence.tokens()) {
      addTelling(signs, "has", token);
      if (token.shape() == Token.Shape.NUMBER) {
        signs.add(new Sign("has", "number"));
      }
    }
    if (sentence.hasQuotes()) {
      signs.add(new Sign("has", "quotes"));
    }
    if (sentence.size() > 0) {
      addTelling(signs, "first", sentence.token(0));
    }
    for (Kind kind : GRAMMAR) {
      if (reading.has(kind.bit())) {
        signs.add(new Sign("kind", kind.name()));
      }
    }
    signs.add(new Sign("length", digit(Math.min(LENGTHS, sentence.size() / LENGTH))));
    signs.add(new Sign("headline", truth(sentence.headline())));
    this.shared = List.copyOf(signs);
  }

  /** What one of its events shows. */
  Signs of(Mention at, Trigger trigger, Arguments arguments, ReportStatus status) {
    List<Sign> signs = before(at);
    if (status == ReportStatus.DENIED) {
      addDenial(signs, "denial", DenialMarks.in(sentence), shared);
    }
    signs.add(new Sign("form", trigger.form().name()));
    signs.add(new Sign("rule", trigger.rule().id()));
    signs.add(new Sign("subject", truth(arguments.subject().isPresent())));
    signs.add(new Sign("object", truth(arguments.object().isPresent())));
    signs.add(new Sign("passive", truth(arguments.passive())));
    return new Signs(0, 0, 0, at.from(), 1, signs, words);
  }

  /**
   * What shows of a denial of what was told before. It is learned apart from other events, and from
   * few: so it shows little.
   *
   * @param rank how many likelier things the sentence may deny
   */
  Signs ofDenial(Mention at, DenialMarks marks, int rank) {
    List<Sign> some = shared.stream().filter(sign -> OF_DENIALS.contains(sign.name())).toList();
    List<Sign> signs = new ArrayList<>();
    addDenial(signs, "copy", marks, some);
    signs.add(new Sign("copy-rank", digit(Math.min(4, rank))));
    return new Signs(0, 0, 0, at.from(), 1, signs, words);
  }

  /** How the sentence denies. */
  private static void addDenial(
      List<Sign> signs, String name, DenialMarks marks, List<Sign> shared) {
    String letters = marks.letters();
    signs.add(new Sign(name + "-marks", "-" + letters));
    for (int i = 0; i < letters.length(); i++) {
      signs.add(new Sign(name + "-mark", letters.substring(i, i + 1)));
    }
    shared.forEach(sign -> signs.add(new Sign(name + "-" + sign.name(), sign.found())));
  }

  private List<Sign> before(Mention at) {
    Set<Sign> before = new LinkedHashSet<>();
    for (int i = Math.max(0, at.from() - NEAR); i < at.from(); i++) {
      addTelling(before, "before", sentence.token(i));
    }
    List<Sign> signs = new ArrayList<>(shared.size() + 8);
    signs.addAll(shared);
    signs.addAll(before);
    return signs;
  }

  private static void addTelling(Set<Sign> signs, String name, Token token) {
    if (TELLING.contains(token.word())) {
      signs.add(new Sign(name, token.word()));
    }
  }

  static String truth(boolean truth) {
    return truth ? "yes" : "no";
  }

  /** A digit, written once for all. */
  static String digit(int number) {
    return DIGITS.get(number);
  }
}
