package oxus.alerts;

import java.util.Optional;

/** Whether the app can serve what it should; asked at each {@code /health/ready}. */
public interface Readiness {

  /** What is still missing, in words for people; empty when ready. */
  Optional<String> missing();

  /** What readers should know of the data's state; what is missing, and what is merely old. */
  default Optional<String> trouble() {
    return missing();
  }
}
