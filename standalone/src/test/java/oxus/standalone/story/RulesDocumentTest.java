package oxus.standalone.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import oxus.theatre.Policy;
import oxus.theatre.Problem;
import oxus.theatre.Theatre;
import oxus.theatre.TheatreLoader;

/** The rule and the story that docs/rules.md shows. */
class RulesDocumentTest {
  private static final Pattern EXAMPLE = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);

  @Test
  void showsAStoryThatHoldsUnderTheRuleThatItShows() throws IOException {
    List<String> examples =
        EXAMPLE
            .matcher(Files.readString(Path.of("..", "docs", "rules.md")))
            .results()
            .map((MatchResult found) -> found.group(1))
            .toList();
    Theatre shipped = TheatreLoader.shipped();
    Theatre theatre =
        shipped.under(Policy.parse("rules.md", shipped.policy().text() + examples.get(0), shipped));
    List<Problem> problems = new ArrayList<>();
    Story story = new StoryReader(theatre, problems).read("rules", "rules.md", examples.get(1));

    assertThat(problems).isEmpty();
    Verdict verdict = new StoryRun(theatre).run(story);
    assertThat(verdict.holds()).as(StoryText.of(verdict)).isTrue();
  }
}
