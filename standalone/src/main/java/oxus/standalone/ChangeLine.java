package oxus.standalone;

import java.util.Locale;
import java.util.Map;
import oxus.schemas.ThreatLevel;
import oxus.schemas.ThreatLevelChange;

/** A change as one line for a terminal; colour is never the only sign. */
final class ChangeLine {
  private static final Map<ThreatLevel, String> COLOURS =
      Map.of(
          ThreatLevel.LOW, "32",
          ThreatLevel.MODERATE, "36",
          ThreatLevel.SUBSTANTIAL, "33",
          ThreatLevel.SEVERE, "31",
          ThreatLevel.CRITICAL, "1;31");

  private ChangeLine() {}

  static String of(ThreatLevelChange change, boolean colour) {
    String arrow = change.getTo().compareTo(change.getFrom()) > 0 ? "▲" : "▼";
    String levels =
        String.format(
            Locale.ROOT, "%s %-11s → %-11s", arrow, change.getFrom().name(), change.getTo().name());
    return change.getAt()
        + "  "
        + String.format(Locale.ROOT, "%-18s", change.getSector())
        + "  "
        + (colour
            ? "\u001b[" + COLOURS.getOrDefault(change.getTo(), "0") + "m" + levels + "\u001b[0m"
            : levels)
        + "  "
        + printable(change.getExplanation());
  }

  /** Text of others must not steer the terminal. */
  private static String printable(String text) {
    return text.codePoints()
        .filter(
            point -> !Character.isISOControl(point) && Character.getType(point) != Character.FORMAT)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
