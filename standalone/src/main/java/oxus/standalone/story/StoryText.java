package oxus.standalone.story;

/** Says for people how a story went. */
public final class StoryText {
  private StoryText() {}

  /** One line when all was as expected, else what differs, and what the level rests on. */
  public static String of(Verdict verdict) {
    Story story = verdict.story();
    StringBuilder text = new StringBuilder(verdict.holds() ? "holds  " : "fails  ");
    text.append(story.name()).append(": ").append(story.meaning()).append('\n');
    for (Verdict.Failure failure : verdict.failures()) {
      Expectation expected = failure.expected();
      text.append("  ").append(story.file()).append(':').append(expected.line());
      text.append(": ").append(expected.sector()).append(" at ").append(expected.at());
      text.append('\n');
      failure
          .differences()
          .forEach(difference -> text.append("    ").append(difference).append('\n'));
      failure.causes().forEach(cause -> text.append("      ").append(cause).append('\n'));
    }
    return text.toString();
  }
}
