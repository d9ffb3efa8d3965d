package oxus.standalone.story;

import java.util.List;

/**
 * How a story went.
 *
 * @param failures empty: all was as expected
 */
public record Verdict(Story story, List<Failure> failures) {

  /**
   * An expectation that was not met.
   *
   * @param differences at least one
   * @param causes what the level rests on, one line each
   */
  public record Failure(Expectation expected, List<Difference> differences, List<String> causes) {
    public Failure {
      differences = List.copyOf(differences);
      causes = List.copyOf(causes);
    }
  }

  /** One thing that was otherwise. */
  public record Difference(String what, String expected, String got) {
    @Override
    public String toString() {
      return what + ": expected " + expected + ", got " + got;
    }
  }

  public Verdict {
    failures = List.copyOf(failures);
  }

  public boolean holds() {
    return failures.isEmpty();
  }
}
