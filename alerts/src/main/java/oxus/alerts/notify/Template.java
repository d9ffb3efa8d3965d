package oxus.alerts.notify;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * JSON with holes: {@code {{name}}} within a JSON text stands for a field of a change. What is
 * filled in is escaped, so that it stays text.
 */
public final class Template {
  private static final Pattern HOLE = Pattern.compile("\\{\\{\\s*([A-Za-z]+)\\s*}}");

  /** What hides or turns text on a screen. */
  private static final Pattern INVISIBLE =
      Pattern.compile("[\\x00-\\x1f\\x7f-\\x9f\\u200e\\u200f\\u2028-\\u202e\\u2066-\\u2069]");

  private final String text;

  private Template(String text) {
    this.text = text;
  }

  /**
   * Reads a template.
   *
   * @throws IllegalArgumentException saying what is wrong with it
   */
  public static Template parse(String text) {
    Matcher holes = HOLE.matcher(text);
    while (holes.find()) {
      if (!ChangeFields.NAMES.contains(holes.group(1))) {
        throw new IllegalArgumentException(
            "it asks for {{"
                + holes.group(1)
                + "}}; use one of "
                + String.join(", ", ChangeFields.NAMES));
      }
    }
    Template template = new Template(text);
    template
        .flaw()
        .ifPresent(
            flaw -> {
              throw new IllegalArgumentException("it is not JSON: " + flaw);
            });
    return template;
  }

  String render(Map<String, String> fields) {
    return HOLE.matcher(text)
        .replaceAll(
            hole -> Matcher.quoteReplacement(escaped(fields.getOrDefault(hole.group(1), ""))));
  }

  private static String escaped(String value) {
    String visible = INVISIBLE.matcher(value).replaceAll(" ");
    return new String(JsonStringEncoder.getInstance().quoteAsString(visible));
  }

  private Optional<String> flaw() {
    try (JsonParser json = new JsonFactory().createParser(render(Map.of()))) {
      int values = 0;
      while (json.nextToken() != null) {
        values++;
      }
      return values == 0 ? Optional.of("it is empty") : Optional.empty();
    } catch (IOException e) {
      return Optional.of(String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
    }
  }
}
