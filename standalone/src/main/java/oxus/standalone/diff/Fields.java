package oxus.standalone.diff;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Compares two records field by field; what lies in a list is told by its key, not its place. */
final class Fields {
  private static final String NONE = "-";

  /** What tells the members of a list apart: the first of these that they have. */
  private static final List<String> KEYS =
      List.of("incident", "event", "rule", "source", "condition", "unit");

  private final PolicyNumbers policies;
  private final List<FieldDifference> differences = new ArrayList<>();

  Fields(PolicyNumbers policies) {
    this.policies = policies;
  }

  List<FieldDifference> between(
      Map<String, Object> one, Map<String, Object> other, Set<String> leftAside) {
    differences.clear();
    compare("", one, other, leftAside);
    return List.copyOf(differences);
  }

  private void compare(String path, Map<?, ?> one, Map<?, ?> other, Set<String> leftAside) {
    Set<Object> keys = new LinkedHashSet<>(one.keySet());
    keys.addAll(other.keySet());
    for (Object key : keys) {
      if (!leftAside.contains(String.valueOf(key))) {
        compare(
            path.isEmpty() ? String.valueOf(key) : path + "." + key,
            Optional.ofNullable(one.get(key)),
            Optional.ofNullable(other.get(key)));
      }
    }
  }

  private void compare(String path, Optional<?> one, Optional<?> other) {
    if (one.isEmpty() || other.isEmpty()) {
      differences.add(new FieldDifference(path, shown(one), shown(other)));
    } else if (one.get() instanceof Map<?, ?> map && other.get() instanceof Map<?, ?> otherMap) {
      compare(path, map, otherMap, Set.of());
    } else if (one.get() instanceof List<?> list && other.get() instanceof List<?> otherList) {
      members(path, keyed(list), keyed(otherList));
    } else if (!same(one.get(), other.get())) {
      differences.add(new FieldDifference(path, shown(one), shown(other)));
    }
  }

  private void members(String path, Map<String, Object> one, Map<String, Object> other) {
    Set<String> keys = new LinkedHashSet<>(one.keySet());
    keys.addAll(other.keySet());
    for (String key : keys) {
      compare(
          path + "[" + key + "]",
          Optional.ofNullable(one.get(key)),
          Optional.ofNullable(other.get(key)));
    }
  }

  private boolean same(Object one, Object other) {
    if (one instanceof BigDecimal number && other instanceof BigDecimal otherNumber) {
      return number.compareTo(otherNumber) == 0;
    }
    return Objects.equals(policies.plain(one, true), policies.plain(other, false));
  }

  private static Map<String, Object> keyed(List<?> list) {
    Map<String, Object> keyed = new LinkedHashMap<>();
    for (int place = 0; place < list.size(); place++) {
      Object member = list.get(place);
      String key = key(member).orElse(Integer.toString(place + 1));
      keyed.put(keyed.containsKey(key) ? key + "/" + (place + 1) : key, member);
    }
    return keyed;
  }

  private static Optional<String> key(Object member) {
    if (member instanceof Map<?, ?> map) {
      return KEYS.stream().filter(map::containsKey).findFirst().map(key -> text(map, key));
    }
    return Optional.empty();
  }

  private static String text(Map<?, ?> map, String key) {
    return String.valueOf(map.get(key));
  }

  /** A structure by what tells it from others; its insides would fill the screen. */
  private static String shown(Optional<?> value) {
    if (value.isEmpty()) {
      return NONE;
    }
    if (value.get() instanceof Map<?, ?> map) {
      return map.containsKey("weight") ? "weight " + map.get("weight") : "there";
    }
    return value.get() instanceof List<?> list ? list.size() + " there" : value.get().toString();
  }
}
