package oxus.ingest.extract;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Reads the extractor's own YAML files, which are part of the program. */
final class Resource {

  private Resource() {}

  static String text(String name) {
    try (InputStream in = Resource.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("resource " + name + " is missing: rebuild ingest");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Map<String, Object> map(String name) {
    return map(yaml(name), name);
  }

  static List<Object> list(String name) {
    return list(yaml(name), name);
  }

  private static @Nullable Object yaml(String name) {
    return new Load(LoadSettings.builder().setLabel(name).build()).loadFromString(text(name));
  }

  static Map<String, Object> map(@Nullable Object value, String where) {
    if (!(value instanceof Map<?, ?> map)) {
      throw new IllegalArgumentException(where + " is not a map: write key: value lines");
    }
    Map<String, Object> checked = new LinkedHashMap<>();
    map.forEach((key, item) -> checked.put(String.valueOf(key), item));
    return checked;
  }

  static List<Object> list(@Nullable Object value, String where) {
    if (value == null) {
      return List.of();
    }
    if (!(value instanceof List<?> list)) {
      throw new IllegalArgumentException(where + " is not a list: write [a, b] or - a lines");
    }
    return List.copyOf(list);
  }

  static List<String> texts(@Nullable Object value, String where) {
    return list(value, where).stream().map(String::valueOf).toList();
  }
}
