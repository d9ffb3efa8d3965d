package oxus.alerts;

import io.vertx.core.MultiMap;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import oxus.alerts.work.PlainText;

/** The fields of a form or of a JSON object, read strictly, their text made harmless. */
final class Fields {
  private static final int LONGEST = 2_000;

  private final Map<String, List<String>> values = new LinkedHashMap<>();
  private final boolean form;

  private Fields(boolean form) {
    this.form = form;
  }

  /** Complains of every field that is not one of these. */
  static Fields only(RoutingContext context, List<String> names) {
    Fields fields = read(context);
    for (Map.Entry<String, List<String>> field : fields.values.entrySet()) {
      if (!names.contains(field.getKey())) {
        throw new BadLinkException(
            "unknown field '" + field.getKey() + "'; use " + String.join(", ", names));
      }
      if (field.getValue().stream().anyMatch(text -> text.length() > LONGEST)) {
        throw new BadLinkException(
            "field '" + field.getKey() + "' is too long; " + LONGEST + " characters at most");
      }
    }
    return fields;
  }

  private static Fields read(RoutingContext context) {
    String type = String.valueOf(context.request().getHeader("Content-Type"));
    if (type.startsWith("application/x-www-form-urlencoded")) {
      return form(context.request().formAttributes());
    }
    boolean isEmpty = context.body().length() <= 0;
    if (type.startsWith("application/json") || isEmpty) {
      return isEmpty ? new Fields(false) : json(context);
    }
    throw new RefusedException(
        415, "content-type", "send a form or JSON: Content-Type: application/json");
  }

  private static Fields form(MultiMap attributes) {
    Fields fields = new Fields(true);
    attributes.forEach((name, value) -> fields.add(name, value));
    return fields;
  }

  private static Fields json(RoutingContext context) {
    Fields fields = new Fields(false);
    try {
      JsonObject object = context.body().asJsonObject();
      for (String name : object.fieldNames()) {
        Object value = object.getValue(name);
        if (value instanceof JsonArray array) {
          array.forEach(item -> fields.add(name, String.valueOf(item)));
        } else if (value != null) {
          fields.add(name, value.toString());
        }
      }
      return fields;
    } catch (DecodeException | ClassCastException e) {
      throw new BadLinkException("the body is not a JSON object; write {\"reason\": \"...\"}");
    }
  }

  private void add(String name, String value) {
    values.computeIfAbsent(name, first -> new ArrayList<>()).add(PlainText.of(value));
  }

  /** Whether a browser sent it, which wants a page back. */
  boolean isForm() {
    return form;
  }

  /** An empty value counts as left out: forms send all their fields. */
  Optional<String> text(String name) {
    return values.getOrDefault(name, List.of()).stream()
        .filter(text -> !text.isEmpty())
        .findFirst();
  }

  String needed(String name) {
    return text(name)
        .orElseThrow(() -> new BadLinkException("field '" + name + "' is missing; fill it in"));
  }

  /** Several values: the field repeated, an array, or separated by commas or lines. */
  List<String> list(String name) {
    return values.getOrDefault(name, List.of()).stream()
        .flatMap(text -> Arrays.stream(text.split("[,\n]", -1)))
        .map(String::strip)
        .filter(text -> !text.isEmpty())
        .distinct()
        .toList();
  }

  <E extends Enum<E>> Optional<E> choice(String name, E[] choices) {
    return text(name)
        .map(
            text ->
                Arrays.stream(choices)
                    .filter(choice -> choice.name().equals(text))
                    .findFirst()
                    .orElseThrow(
                        () ->
                            new BadLinkException(
                                name
                                    + "='"
                                    + text
                                    + "' is not known; use one of "
                                    + Arrays.toString(choices))));
  }

  /** {@code until} as an instant, or {@code hours} from now. */
  Instant until(Instant now) {
    Optional<String> until = text("until");
    try {
      return until.isPresent()
          ? OffsetDateTime.parse(until.get()).toInstant()
          : now.plus(Duration.ofMinutes(Math.round(Double.parseDouble(needed("hours")) * 60)));
    } catch (DateTimeParseException | NumberFormatException e) {
      throw new BadLinkException(
          "write the field 'hours' as a number, or 'until' as 2021-06-22T18:00:00Z");
    }
  }
}
