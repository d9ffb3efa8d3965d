package oxus.ingest.evaluate;

import java.util.List;
import oxus.ingest.article.Draft.PublicationTime;

/**
 * What a person found in an article.
 *
 * @param doc name of the article's file without its ending
 */
public record GoldArticle(
    String doc, PublicationTime published, String source, List<GoldEvent> events) {

  public GoldArticle {
    events = List.copyOf(events);
  }
}
