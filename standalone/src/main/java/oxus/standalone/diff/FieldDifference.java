package oxus.standalone.diff;

/**
 * A field that is otherwise in the other run.
 *
 * @param path with the key of what lies in a list: {@code contributions[R0040].weight}
 * @param one {@code -}: not there
 * @param other {@code -}: not there
 */
public record FieldDifference(String path, String one, String other) {
  /** The path without keys, to count by. */
  String field() {
    return path.replaceAll("\\[[^\\]]*\\]", "");
  }

  @Override
  public String toString() {
    return path + ": " + one + " → " + other;
  }
}
