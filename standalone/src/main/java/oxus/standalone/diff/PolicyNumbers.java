package oxus.standalone.diff;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Tells the policies of two runs by their place in the runs: a policy's version stands in every
 * record, and two runs under two policies would differ in all of them and say nothing.
 */
final class PolicyNumbers {
  private final Map<String, String> one;
  private final Map<String, String> other;

  PolicyNumbers(List<String> one, List<String> other) {
    this.one = numbered(one);
    this.other = numbered(other);
  }

  /** A value with a policy's place instead of its version. */
  Object plain(Object value, boolean isFirst) {
    if (!(value instanceof String text)) {
      return value;
    }
    Map<String, String> numbers = isFirst ? one : other;
    String version = text.startsWith("policy ") ? text.substring("policy ".length()) : text;
    return numbers.getOrDefault(version, text);
  }

  private static Map<String, String> numbered(List<String> versions) {
    Map<String, String> numbered = new LinkedHashMap<>();
    for (int place = 0; place < versions.size(); place++) {
      numbered.putIfAbsent(versions.get(place), "policy no. " + (place + 1));
    }
    return numbered;
  }
}
