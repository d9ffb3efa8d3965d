package oxus.standalone.diff;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Says what differs in what went into two runs, the most telling first. */
public final class Causes {
  private static final int MOST = 5;
  private static final String NO_POLICY = "none";

  private final Run one;
  private final Run other;

  public Causes(Run one, Run other) {
    this.one = one;
    this.other = other;
  }

  /** The causes, whatever they led to. */
  public List<String> all() {
    List<String> causes = new ArrayList<>();
    policies(List.of(), causes);
    fact("the histories are told otherwise", "whatIf", causes);
    fact("the theatres differ", "theatreVersion", causes);
    fact("the inputs differ", "sourceHash", causes);
    fact("the extractors differ", "extractors", causes);
    fact("the software differs", "softwareVersion", causes);
    return causes;
  }

  List<String> of(List<Explained.Contribution> contributions) {
    List<String> causes = new ArrayList<>();
    policies(contributions, causes);
    fact("the histories are told otherwise", "whatIf", causes);
    if (!one.fact("sourceHash").equals(other.fact("sourceHash"))) {
      contributions.stream()
          .flatMap(each -> each.reports().stream())
          .findFirst()
          .ifPresentOrElse(
              report ->
                  causes.add("the inputs differ: report " + report + " counts in one run only"),
              () -> fact("the inputs differ", "sourceHash", causes));
    }
    fact("the theatres differ", "theatreVersion", causes);
    fact("the extractors differ", "extractors", causes);
    fact("the software differs", "softwareVersion", causes);
    if (one.cut().isEmpty() && other.cut().isEmpty()) {
      fact("the runs end at other times", "until", causes);
    }
    if (causes.isEmpty()) {
      causes.add(
          "input, theatre, policies and software are the same: this must not be; please report it");
    }
    return causes;
  }

  private void fact(String what, String key, List<String> causes) {
    if (!one.fact(key).equals(other.fact(key))) {
      causes.add(what + ": " + key + " " + shown(one.fact(key)) + " → " + shown(other.fact(key)));
    }
  }

  private static String shown(String fact) {
    return fact.isEmpty() ? "-" : fact;
  }

  private void policies(List<Explained.Contribution> contributions, List<String> causes) {
    int most = Math.max(one.policies().size(), other.policies().size());
    for (int place = 0; place < most; place++) {
      String left = at(one.policies(), place);
      String right = at(other.policies(), place);
      if (!left.equals(right)) {
        causes.add(policy(place, left, right, contributions));
      }
    }
  }

  private static String at(List<String> versions, int place) {
    return place < versions.size() ? versions.get(place) : NO_POLICY;
  }

  private String policy(
      int place, String left, String right, List<Explained.Contribution> contributions) {
    String which =
        "the policies differ"
            + (place == 0 ? "" : " (no. " + (place + 1) + " that was put in force)")
            + ", "
            + left
            + " → "
            + right;
    Optional<String> text = one.policy(left);
    Optional<String> otherText = other.policy(right);
    if (text.isEmpty() || otherText.isEmpty()) {
      return which;
    }
    List<FieldDifference> numbers =
        PolicyText.between(text.get(), otherText.get()).stream()
            .sorted(Comparator.comparing(number -> !concerns(number, contributions)))
            .toList();
    List<String> shown = numbers.stream().limit(MOST).map(FieldDifference::toString).toList();
    String more = numbers.size() > MOST ? " and " + (numbers.size() - MOST) + " more" : "";
    return which + ": " + (shown.isEmpty() ? "in comments only" : String.join(", ", shown)) + more;
  }

  /** Whether a number is about the type of what weighs otherwise. */
  private static boolean concerns(
      FieldDifference number, List<Explained.Contribution> contributions) {
    return contributions.stream().anyMatch(each -> number.path().contains("." + each.type()));
  }
}
