package oxus.standalone.diff;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * A record that is otherwise in the other run, or not there.
 *
 * @param subject the sector, or the article
 * @param one empty: only the other run has it
 * @param other empty: only the one run has it
 * @param fields what differs; empty when only one run has it
 */
public record Difference(
    Kind kind,
    Instant at,
    String subject,
    Map<String, Object> one,
    Map<String, Object> other,
    List<FieldDifference> fields) {

  public Difference {
    fields = List.copyOf(fields);
  }

  /** The record for people. */
  String name() {
    Map<String, Object> known = one.isEmpty() ? other : one;
    String word = kind.name().toLowerCase(Locale.ROOT);
    String which =
        switch (kind) {
          case CHANGE ->
              known.get("changeId") + " (" + known.get("from") + " to " + known.get("to") + ")";
          case ASSESSMENT -> subject + " (score " + known.get("score") + ")";
          case EVENT -> known.get("type") + " " + known.get("scopes") + " of " + subject;
          case DISPOSITION -> "of " + subject;
        };
    return word + " " + which + " at " + at;
  }

  /** Whether the sector stands at another level after it. */
  boolean movesLevel() {
    return kind == Kind.CHANGE && !Objects.equals(one.get("to"), other.get("to"));
  }

  /** What each run makes of the sector's level at this moment. */
  String levels() {
    return subject + " from " + at + " (" + move(one) + " → " + move(other) + ")";
  }

  private static String move(Map<String, Object> change) {
    return change.isEmpty() ? "no change" : change.get("from") + " to " + change.get("to");
  }

  /** Which run has it: both, first, second. */
  String where() {
    return one.isEmpty() ? "second" : other.isEmpty() ? "first" : "both";
  }

  @Override
  public String toString() {
    return where().equals("both")
        ? name() + ": " + String.join(", ", fields.stream().map(FieldDifference::toString).toList())
        : name() + " is in the " + where() + " run only";
  }
}
