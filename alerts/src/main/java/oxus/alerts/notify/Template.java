package oxus.alerts.notify;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.io.IOException;
import java.util.List;
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
  private final Optional<Template> heartbeat;

  private Template(String text, Optional<Template> heartbeat) {
    this.text = text;
    this.heartbeat = heartbeat;
  }

  /** The same, with the form of heartbeats that goes with it. */
  public Template with(Template form) {
    return new Template(text, Optional.of(form));
  }

  Optional<Template> heartbeat() {
    return heartbeat;
  }

  /**
   * Reads the form of a heartbeat.
   *
   * @throws IllegalArgumentException saying what is wrong with it
   */
  public static Template parseHeartbeat(String text) {
    return parse(text, HeartbeatFields.NAMES);
  }

  /**
   * Reads a template.
   *
   * @throws IllegalArgumentException saying what is wrong with it
   */
  public static Template parse(String text) {
    return parse(text, ChangeFields.NAMES);
  }

  private static Template parse(String text, List<String> names) {
    Matcher holes = HOLE.matcher(text);
    while (holes.find()) {
      if (!names.contains(holes.group(1))) {
        throw new IllegalArgumentException(
            "it asks for {{" + holes.group(1) + "}}; use one of " + String.join(", ", names));
      }
    }
    Template template = new Template(text, Optional.empty());
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
