package oxus.standalone.diff;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import oxus.standalone.junit.JunitCase;

/** How two runs compare, as one check a sector. */
public final class DiffJunit {
  private DiffJunit() {}

  /** The checks. */
  public static List<JunitCase> of(Comparison comparison, Optional<Explained> explained) {
    return comparison.bySubject().entrySet().stream()
        .map(subject -> check(subject, comparison, explained))
        .toList();
  }

  private static JunitCase check(
      Map.Entry<String, Integer> subject, Comparison comparison, Optional<Explained> explained) {
    String name = subject.getKey();
    if (subject.getValue() == 0) {
      return JunitCase.held(name);
    }
    List<Difference> some = comparison.of(name);
    String why =
        explained
            .filter(each -> each.record().subject().equals(name))
            .map(
                each ->
                    each.contributions().stream()
                            .map(line -> line + "\n")
                            .collect(Collectors.joining())
                        + String.join("\n", each.why())
                        + "\n")
            .orElse("");
    return JunitCase.failed(
        name,
        DiffText.differences(subject.getValue()) + "; first: " + some.get(0).name(),
        why + some.stream().map(each -> each + "\n").collect(Collectors.joining()));
  }
}
