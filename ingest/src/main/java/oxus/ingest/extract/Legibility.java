package oxus.ingest.extract;

import java.util.Optional;
import oxus.schemas.Article;

/** Tells what cannot be read as an article: too much of it, no words, bytes of another kind. */
final class Legibility {
  private static final int LONGEST = 2_000_000;

  /** One in so many characters may be broken before a text counts as no text at all. */
  private static final int READABLE_PER_BROKEN = 10;

  private Legibility() {}

  /** Why an article is not read: a code in lower case with dashes; empty for most. */
  static Optional<String> complaint(Article article) {
    String body = article.getBody();
    if (body.length() > LONGEST || article.getTitle().length() > LONGEST) {
      return Optional.of("too-large");
    }
    if (body.isBlank()) {
      return Optional.of("empty");
    }
    return complaint(body);
  }

  private static Optional<String> complaint(String text) {
    int letters = 0;
    int broken = 0;
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      if (isLetter(c)) {
        letters++;
      } else if (isControl(c) || isHalf(text, at)) {
        broken++;
      }
    }
    if (broken * (long) READABLE_PER_BROKEN > text.length()) {
      return Optional.of("unreadable");
    }
    return letters == 0 ? Optional.of("no-text") : Optional.empty();
  }

  /** A letter of any script. */
  private static boolean isLetter(char c) {
    return Normaliser.isLetter(c) || LanguageGuess.isForeign(c);
  }

  /** What stands in no text, and the sign that stands for bytes that could not be read. */
  private static boolean isControl(char c) {
    boolean space = (c >= '\t' && c <= '\r') || c == '\u0085';
    boolean control = c < ' ' || (c >= 0x7f && c < 0xa0);
    return (control && !space) || c >= 0xfffd;
  }

  /** One half of a character that takes two. */
  private static boolean isHalf(String text, int at) {
    char c = text.charAt(at);
    if (Character.isHighSurrogate(c)) {
      return at + 1 == text.length() || !Character.isLowSurrogate(text.charAt(at + 1));
    }
    return Character.isLowSurrogate(c)
        && (at == 0 || !Character.isHighSurrogate(text.charAt(at - 1)));
  }
}
