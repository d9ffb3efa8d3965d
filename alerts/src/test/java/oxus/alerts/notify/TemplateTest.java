package oxus.alerts.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class TemplateTest {
  @Test
  void fillsWhatItAsksFor() {
    Template template = Template.parse("{\"text\": \"{{exercise}}{{ sector }} is {{to}}\"}");

    assertThat(template.render(Map.of("sector", "TJ-AF/PANJ", "to", "SEVERE", "exercise", "")))
        .isEqualTo("{\"text\": \"TJ-AF/PANJ is SEVERE\"}");
  }

  /** Whatever a field holds, it stays one text. */
  @Property(tries = 300)
  void cannotBeBrokenByWhatIsFilledIn(@ForAll String hostile) throws IOException {
    Template template = Template.parse("{\"text\": \"<{{explanation}}>\"}");

    String json = template.render(Map.of("explanation", hostile + "\",\"x\":\"{{to}}$1\\"));

    try (JsonParser parser = new JsonFactory().createParser(json)) {
      assertThat(parser.nextToken()).isEqualTo(JsonToken.START_OBJECT);
      assertThat(parser.nextFieldName()).isEqualTo("text");
      assertThat(parser.nextTextValue()).endsWith("\",\"x\":\"{{to}}$1\\>");
      assertThat(parser.nextToken()).isEqualTo(JsonToken.END_OBJECT);
      assertThat(parser.nextToken()).isNull();
    }
  }

  @Test
  void showsNothingThatHidesOrTurnsText() {
    Template template = Template.parse("\"{{explanation}}\"");

    assertThat(template.render(Map.of("explanation", "a\u202eb\u0007c\u2028d")))
        .isEqualTo("\"a b c d\"");
  }

  @Test
  void knowsItsFields() {
    assertThatThrownBy(() -> Template.parse("{\"text\": \"{{sektor}}\"}"))
        .hasMessageContaining("{{sektor}}")
        .hasMessageContaining("sector");
  }

  @Test
  void mustBeJson() {
    assertThatThrownBy(() -> Template.parse("{\"text\": {{sector}} ")).hasMessageContaining("JSON");
    assertThatThrownBy(() -> Template.parse("")).hasMessageContaining("empty");
  }
}
