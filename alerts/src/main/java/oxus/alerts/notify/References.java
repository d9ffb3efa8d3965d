package oxus.alerts.notify;

import java.util.Optional;

/** Looks up what a subscriptions file refers to instead of saying it. */
public interface References {
  /** The value of an environment variable. */
  Optional<String> variable(String name);

  /** The text of a file, named as in the subscriptions file. */
  Optional<String> file(String name);
}
