package oxus.alerts;

import java.util.List;
import java.util.stream.Collectors;
import oxus.theatre.Problem;

/** A subscriptions file that cannot be used; the message has one line a problem. */
public final class InvalidSubscriptionsException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  InvalidSubscriptionsException(List<Problem> problems) {
    super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
  }
}
