package oxus.theatre;

import java.util.List;
import java.util.stream.Collectors;

/** A theatre or policy that cannot be used; the message has one line a problem. */
public final class InvalidTheatreException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;

  public InvalidTheatreException(List<Problem> problems) {
    super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
    this.problems = List.copyOf(problems);
  }

  public List<Problem> problems() {
    return problems;
  }
}
