package oxus.standalone.story;

import java.util.stream.Collectors;
import oxus.standalone.junit.JunitCase;

/** Says for people how a story went. */
public final class StoryText {
  private StoryText() {}

  /** The verdict as a check for build servers. */
  public static JunitCase check(Verdict verdict) {
    String name = verdict.story().name();
    if (verdict.holds()) {
      return JunitCase.held(name);
    }
    String message =
        verdict.failures().stream()
            .flatMap(failure -> failure.differences().stream())
            .map(Verdict.Difference::toString)
            .collect(Collectors.joining("; "));
    return JunitCase.failed(name, message, of(verdict));
  }

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
