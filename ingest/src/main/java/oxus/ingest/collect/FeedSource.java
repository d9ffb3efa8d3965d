package oxus.ingest.collect;

import java.time.Duration;

/**
 * A feed to ask.
 *
 * @param name of the publisher, as the theatre's sources know it
 * @param every how long to wait between two polls
 * @param fullText whether to fetch each article's page, since the feed gives a summary only
 * @param silentAfter how long without anything new is too long
 */
public record FeedSource(
    String name, String url, Duration every, boolean fullText, Duration silentAfter) {
  public static final Duration EVERY = Duration.ofMinutes(15);
  public static final Duration SILENT_AFTER = Duration.ofDays(2);
}
