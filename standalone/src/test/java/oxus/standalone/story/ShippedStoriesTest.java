package oxus.standalone.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import oxus.theatre.Problem;
import oxus.theatre.Rule;
import oxus.theatre.Theatre;
import oxus.theatre.TheatreLoader;

/**
 * The stories of the default theatre under its policy, as {@code bin/oxus policy test} runs them.
 */
class ShippedStoriesTest {
  private static final Path FOLDER =
      Path.of("..", "theatre", "src", "main", "resources", "theatres", "CA", "stories");
  private static final Theatre THEATRE = TheatreLoader.shipped();

  static List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private static Story story(String name) throws IOException {
    List<Problem> problems = new ArrayList<>();
    Story story =
        new StoryReader(THEATRE, problems).read(name, name, Files.readString(FOLDER.resolve(name)));
    assertThat(problems).isEmpty();
    return story;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("names")
  void endAsTold(String name) throws IOException {
    Verdict verdict = new StoryRun(THEATRE).run(story(name));

    assertThat(verdict.holds()).as(StoryText.of(verdict)).isTrue();
  }

  @Test
  void tellOfEveryRuleWhenItHoldsAndWhenItDoesNot() throws IOException {
    Set<String> holding = new TreeSet<>();
    Set<String> about = new TreeSet<>();
    for (String name : names()) {
      about.add(name.replaceFirst("-not-.*", ""));
      story(name).then().stream()
          .flatMap(expected -> expected.rules().stream())
          .forEach(holding::addAll);
    }
    List<String> rules = THEATRE.policy().rules().stream().map(Rule::id).sorted().toList();

    assertThat(holding).containsExactlyElementsOf(rules);
    assertThat(about.stream().map(name -> name.replace(".yaml", "")).distinct())
        .containsExactlyElementsOf(rules);
    assertThat(names().stream().filter(name -> name.contains("-not-"))).hasSameSizeAs(rules);
  }
}
