package oxus.standalone.explain;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import oxus.schemas.ThreatLevel;
import oxus.standalone.diff.Json;

/** An object of a run's line, with its fields as the types that they stand for. */
record Entry(Map<?, ?> fields) {
  private static final int MICRO_DIGITS = 6;

  static Entry of(String line) {
    return new Entry(Json.object(line));
  }

  Optional<String> optional(String name) {
    return Optional.ofNullable(fields.get(name)).map(Object::toString);
  }

  String text(String name) {
    return optional(name)
        .orElseThrow(() -> new IllegalArgumentException("field '" + name + "' is missing"));
  }

  Instant time(String name) {
    return Instant.parse(text(name));
  }

  <E extends Enum<E>> E constant(Class<E> type, String name) {
    return Enum.valueOf(type, text(name));
  }

  ThreatLevel level(String name) {
    return constant(ThreatLevel.class, name);
  }

  boolean flag(String name) {
    return Boolean.parseBoolean(text(name));
  }

  long whole(String name) {
    return new BigDecimal(text(name)).longValueExact();
  }

  Optional<Long> optionalWhole(String name) {
    return optional(name).map(number -> new BigDecimal(number).longValueExact());
  }

  /** A decimal number in micro-units. */
  long micro(String name) {
    return new BigDecimal(text(name)).movePointRight(MICRO_DIGITS).longValueExact();
  }

  List<String> texts(String name) {
    return fields.get(name) instanceof List<?> list
        ? list.stream().map(String::valueOf).toList()
        : List.of();
  }

  <R> Optional<R> object(String name, Function<Entry, R> read) {
    return fields.get(name) instanceof Map<?, ?> map
        ? Optional.of(read.apply(new Entry(map)))
        : Optional.empty();
  }

  /** A list of objects; empty when it is not there. */
  <R> List<R> list(String name, Function<Entry, R> read) {
    return fields.get(name) instanceof List<?> list
        ? list.stream()
            .filter(Map.class::isInstance)
            .map(each -> read.apply(new Entry((Map<?, ?>) each)))
            .toList()
        : List.of();
  }
}
