package oxus.alerts.console;

import java.util.Optional;
import oxus.schemas.Article;

/** Where the texts of articles can be looked up, so that a quote can be read in its context. */
public interface ArticleTexts {
  ArticleTexts NONE = articleKey -> Optional.empty();

  /** Empty when the article is not kept here: hand-coded history brings none. */
  Optional<Article> find(String articleKey);
}
