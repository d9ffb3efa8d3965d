package oxus.alerts.console;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import oxus.schemas.Article;
import oxus.schemas.CitedReport;
import oxus.schemas.Contribution;

/**
 * One change's page.
 *
 * @param history the sector's changes, newest first
 * @param contexts by event id: the quote in the article's text, where the text is kept
 */
record ChangeView(
    Posted posted, List<Posted> history, Optional<Fading> fading, Map<String, Context> contexts) {

  ChangeView {
    history = List.copyOf(history);
    contexts = Map.copyOf(contexts);
  }

  static ChangeView of(
      Posted posted, List<Posted> history, Optional<Fading> fading, ArticleTexts texts) {
    Map<String, Context> contexts = new HashMap<>();
    for (Contribution contribution : posted.change().getContributions()) {
      for (CitedReport report : contribution.getReports()) {
        Optional<Article> article = texts.find(report.getArticleKey());
        article
            .flatMap(text -> Context.of(text, report))
            .ifPresent(context -> contexts.put(report.getEvent(), context));
      }
    }
    return new ChangeView(posted, history, fading, contexts);
  }

  /** The change before this one of the same sector. */
  Optional<Posted> previous() {
    return history.stream()
        .filter(other -> other.change().getSequence() == posted.change().getSequence() - 1)
        .findFirst();
  }

  /** The change after this one of the same sector. */
  Optional<Posted> next() {
    return history.stream()
        .filter(other -> other.change().getSequence() == posted.change().getSequence() + 1)
        .findFirst();
  }
}
