package oxus.alerts.deliver;

import static org.assertj.core.api.Assertions.assertThat;
import static oxus.alerts.Examples.assessment;
import static oxus.alerts.Examples.change;
import static oxus.schemas.ThreatLevel.LOW;
import static oxus.schemas.ThreatLevel.SEVERE;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import oxus.alerts.Examples;
import oxus.alerts.console.Board;
import oxus.alerts.console.Posted;
import oxus.theatre.Theatre;

class FeedsJsonTest {
  final Theatre theatre = Examples.theatre();
  final Board board = new Board(theatre);
  final Posted posted = new Posted(7, change("XA-XB/NORTH", 1, LOW, SEVERE));

  @Test
  void addsOnlyOffsetAndExerciseToTheBodyOfAChange() {
    String body = ChangeJson.of(posted.change());

    assertThat(ChangesJson.of(posted, true))
        .isEqualTo("{\"offset\":7,\"exercise\":true," + body.substring(1));
  }

  @Test
  void namesTheFieldsOfAPageOfChanges() throws IOException {
    String page = ChangesJson.of(List.of(posted), false, OptionalLong.of(7), OptionalLong.empty());

    assertThat(fields(page)).containsExactly("exercise", "next", "changes");
    assertThat(fields(ChangesJson.of(List.of(), false, OptionalLong.empty(), OptionalLong.empty())))
        .containsExactly("exercise", "changes");
  }

  @Test
  void namesTheFieldsOfTheSectors() throws IOException {
    board.change(7, posted.change());
    board.assessment(assessment("XA-XB/NORTH", 1, 2_500_000));

    String sectors = SectorsJson.of(theatre, board.picture(), false);

    assertThat(fields(sectors))
        .containsExactly("theatre", "name", "exercise", "note", "knownAt", "sectors");
    assertThat(sectors)
        .contains(
            "{\"sector\":\"XA-XB/NORTH\",\"name\":\"North ford\",\"border\":\"XA-XB\","
                + "\"about\":\"around the North ford\",\"level\":\"SEVERE\",\"levelNumber\":4,"
                + "\"since\":\"2021-06-22T13:00:00Z\",\"score\":2.5,"
                + "\"assessedAt\":\"2021-06-22T12:15:00Z\",\"lastChange\":\"XA-XB/NORTH#1\","
                + "\"reason\":\"SCORE_ROSE\",");
  }

  @Test
  void writesGeoJsonThatAParserReads() throws IOException {
    assertThat(fields(SectorsJson.geo(theatre, board.picture(), true, SectorsJson.Shape.LINE)))
        .containsExactly("type", "theatre", "name", "exercise", "note", "features");
  }

  /** The names of an object's own fields; reads it to the end, so that it must be well formed. */
  private static List<String> fields(String text) throws IOException {
    List<String> fields = new ArrayList<>();
    try (JsonParser parser = new JsonFactory().createParser(text)) {
      int depth = 0;
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
        if (token == JsonToken.FIELD_NAME && depth == 1) {
          fields.add(parser.currentName());
        }
      }
    }
    return fields;
  }
}
