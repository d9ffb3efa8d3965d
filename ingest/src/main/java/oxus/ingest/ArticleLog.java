package oxus.ingest;

import java.util.List;
import java.util.Optional;
import oxus.schemas.Article;

/** The log of articles as intake sees it: what is in it, and a way to add to it. */
interface ArticleLog {
  /** The latest revision of an article; empty when there is none. */
  Optional<String> latest(String key);

  /** Whether an article was in the log before this process began, in this revision. */
  boolean wasThere(String key, String revision);

  /** Adds all of these, durably, or none. */
  void add(List<Article> articles);
}
