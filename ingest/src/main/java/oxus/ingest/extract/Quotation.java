package oxus.ingest.extract;

import oxus.schemas.Evidence;

/** Cuts the passage that carries an event out of the original text. */
final class Quotation {
  private static final int LONGEST = 400;

  private Quotation() {}

  /** The trigger's sentence; of a long one, the words around the trigger. */
  static Evidence of(CleanText clean, Reading reading, Mention at) {
    Sentence sentence = reading.sentence();
    int first = 0;
    int last = sentence.size() - 1;
    while (length(clean, sentence, first, last) > LONGEST) {
      boolean dropFirst = at.from() - first > last - at.to() + 1;
      if (dropFirst && first < at.from()) {
        first++;
      } else if (last >= at.to()) {
        last--;
      } else if (first < at.from()) {
        first++;
      } else {
        break;
      }
    }
    return cut(clean, start(clean, sentence, first), end(clean, sentence, last));
  }

  private static int length(CleanText clean, Sentence sentence, int first, int last) {
    return end(clean, sentence, last) - start(clean, sentence, first);
  }

  private static int start(CleanText clean, Sentence sentence, int token) {
    return clean.start(token == 0 ? sentence.start() : sentence.token(token).start());
  }

  private static int end(CleanText clean, Sentence sentence, int token) {
    return clean.end(token == sentence.size() - 1 ? sentence.end() : sentence.token(token).end());
  }

  private static Evidence cut(CleanText clean, int start, int end) {
    String original = clean.original();
    int stop = Math.min(end, start + LONGEST);
    int first = original.codePointCount(0, start);
    int length = original.codePointCount(start, stop);
    return new Evidence(original.substring(start, stop), first, first + length, true);
  }
}
