package oxus.ingest.evaluate;

import java.util.List;
import java.util.Optional;
import oxus.ingest.article.Draft;
import oxus.ingest.article.PublicationTimes;
import oxus.schemas.EventType;

/**
 * A sentence and the types of event that it reports.
 *
 * @param where file and line, for people
 * @param types all of them are in the sentence; empty when it reports nothing
 */
public record Phrasing(String where, List<EventType> types, String sentence) {
  private static final String SOURCE = "Gold";
  private static final String PUBLISHED = "2021-10-01";

  public Phrasing {
    types = List.copyOf(types);
  }

  /** The sentence as a text of its own, as it would be in a file. */
  public Draft asArticle() {
    return new Draft(
        where,
        Optional.empty(),
        sentence,
        sentence,
        SOURCE,
        PublicationTimes.parse(PUBLISHED),
        Optional.empty(),
        Optional.empty());
  }
}
