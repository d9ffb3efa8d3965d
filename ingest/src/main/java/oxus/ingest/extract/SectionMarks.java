package oxus.ingest.extract;

import java.util.Set;

/** Knows the lines of a page that are not its text: lists of references, keywords, pointers. */
final class SectionMarks {
  private static final Set<String> END_SECTIONS =
      Set.of(
          "references",
          "bibliography",
          "sources",
          "notes",
          "footnotes",
          "further reading",
          "related articles",
          "related",
          "read also",
          "see also",
          "leave a comment",
          "comments");
  private static final Set<String> INDEXES =
      Set.of("keywords", "key words", "tags", "topics", "read also", "see also", "also read");
  private static final int LONGEST_TITLE = 3;

  private SectionMarks() {}

  /** {@code A general view of the port}: says what a picture shows. */
  static boolean isCaption(Sentence sentence) {
    int view = sentence.is(0, "a") || sentence.is(0, "an") ? 1 : 0;
    view += sentence.is(view, "general") || sentence.is(view, "aerial") ? 1 : 0;
    return sentence.is(view, "view") && sentence.is(view + 1, "of");
  }

  /** A heading behind which no more text of the article comes. */
  static boolean endsText(Sentence sentence) {
    if (!sentence.headline() || sentence.size() > LONGEST_TITLE) {
      return false;
    }
    StringBuilder words = new StringBuilder();
    for (Token token : sentence.tokens()) {
      if (token.isWord()) {
        words.append(words.length() == 0 ? "" : " ").append(token.word());
      }
    }
    return END_SECTIONS.contains(words.toString());
  }

  /** A line of keywords, or a pointer to another article. */
  static boolean isIndex(Sentence sentence) {
    for (int colon = 1; colon <= 2; colon++) {
      if (sentence.is(colon, ":")) {
        StringBuilder lead = new StringBuilder(sentence.token(0).word());
        for (int i = 1; i < colon; i++) {
          lead.append(' ').append(sentence.token(i).word());
        }
        return INDEXES.contains(lead.toString());
      }
    }
    return false;
  }
}
