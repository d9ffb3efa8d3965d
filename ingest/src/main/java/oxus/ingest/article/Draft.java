package oxus.ingest.article;

import java.time.Instant;
import java.util.Optional;

/**
 * A text as it was found, before Oxus gives it key, revision and knowledge time.
 *
 * @param doc the source's own id of it, for example a file name without its ending
 * @param source name of the publisher, as found
 * @param published when it was published, or the end of the day when only that is known
 */
public record Draft(
    String doc,
    Optional<String> url,
    String title,
    String body,
    String source,
    PublicationTime published,
    Optional<String> wire,
    Optional<String> language) {

  /**
   * When a text was published.
   *
   * @param dayOnly true when only the day is known; the instant is then 23:59:59Z of it
   */
  public record PublicationTime(Instant at, boolean dayOnly) {}
}
