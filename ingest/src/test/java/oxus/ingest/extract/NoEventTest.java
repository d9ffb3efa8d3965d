package oxus.ingest.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import oxus.schemas.BorderEvent;
import oxus.theatre.TheatreLoader;

/** Passages about the shipped theatre that report nothing: no-events.yaml. */
class NoEventTest {
  private static final Extractor EXTRACTOR = new Extractor(TheatreLoader.shipped());

  private record Passage(String group, String name, String published, String text) {}

  private static List<Passage> passages() {
    return Resource.list("no-events.yaml").stream()
        .map(item -> Resource.map(item, "no-events.yaml"))
        .map(
            fields ->
                new Passage(
                    String.valueOf(fields.get("group")),
                    String.valueOf(fields.get("name")),
                    String.valueOf(fields.get("published")),
                    String.valueOf(fields.get("text"))))
        .toList();
  }

  static Stream<Arguments> silent() {
    return passages().stream()
        .map(passage -> Arguments.of(passage.group(), passage.name(), passage));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("silent")
  void givesNoEvent(String group, String name, Passage passage) {
    List<BorderEvent> events =
        EXTRACTOR.extract(Articles.on(passage.published(), passage.text())).events();

    assertThat(events)
        .extracting(event -> event.getType() + " " + event.getEvidence().get(0).getQuote())
        .isEmpty();
  }

  @Test
  void hasSixtyPassages() {
    assertThat(passages()).hasSizeGreaterThanOrEqualTo(60);
  }
}
