package oxus.standalone.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Says for people how two runs compare. */
public final class DiffText {
  private static final int MOST_FIELDS = 8;
  private static final int MOST_EVENTS = 10;
  private static final int MOST_SECTORS = 4;

  private DiffText() {}

  /** The lines of it. */
  public static List<String> of(
      Comparison comparison, Optional<Explained> explained, Causes causes) {
    List<String> lines = new ArrayList<>();
    comparison
        .until()
        .ifPresent(at -> lines.add("compared up to " + at + ", where one was cut off"));
    lines.add((comparison.isSame() ? "same: " : "differs: ") + counts(comparison));
    if (!comparison.isSame()) {
      lines.add(levels(comparison.levels()));
    }
    if (comparison.isLeftOut(Kind.EVENT)) {
      lines.add("events are not compared: a run of an older release has kept none; replay it anew");
    }
    if (comparison.isSame()) {
      causes.all().forEach(cause -> lines.add("  though " + cause));
    }
    explained.ifPresent(each -> lines.addAll(of(each, comparison)));
    comparison.events().stream().limit(MOST_EVENTS).forEach(event -> lines.add("  " + event));
    for (Map.Entry<String, Integer> subject : comparison.bySubject().entrySet()) {
      if (subject.getValue() > 0) {
        lines.add(subject.getKey() + ": " + differences(subject.getValue()));
      }
    }
    comparison.byField().entrySet().stream()
        .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
        .limit(MOST_FIELDS)
        .forEach(
            field -> lines.add("  " + field.getKey() + ": in " + field.getValue() + " of them"));
    return lines;
  }

  private static List<String> of(Explained explained, Comparison comparison) {
    List<String> lines = new ArrayList<>();
    comparison
        .firstEvidence()
        .ifPresent(each -> lines.add("evidence first parts at: " + each.name()));
    lines.add("first: " + explained.record());
    explained.contributions().forEach(each -> lines.add("  " + each));
    explained.why().forEach(each -> lines.add("  why: " + each));
    return lines;
  }

  /** In one line which levels differ, since when, and what either run has then. */
  private static String levels(List<Difference> moved) {
    if (moved.isEmpty()) {
      return "levels: the same at all times; only scores or evidence differ";
    }
    List<String> some = moved.stream().limit(MOST_SECTORS).map(Difference::levels).toList();
    String more =
        moved.size() > MOST_SECTORS ? ", and " + (moved.size() - MOST_SECTORS) + " more" : "";
    return "levels: other in "
        + moved.size()
        + (moved.size() == 1 ? " sector: " : " sectors: ")
        + String.join(", ", some)
        + more;
  }

  static String counts(Comparison comparison) {
    List<String> counts = new ArrayList<>();
    for (Kind kind : Kind.values()) {
      if (comparison.isLeftOut(kind)) {
        continue;
      }
      counts.add(
          comparison.differing(kind)
              + " of "
              + comparison.compared(kind)
              + " "
              + kind.name().toLowerCase(Locale.ROOT)
              + "s");
    }
    return String.join(", ", counts) + (comparison.isSame() ? " differ" : "");
  }

  static String differences(int count) {
    return count + (count == 1 ? " difference" : " differences");
  }
}
