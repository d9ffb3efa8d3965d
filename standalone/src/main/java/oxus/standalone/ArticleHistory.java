package oxus.standalone;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import oxus.ingest.article.Articles;
import oxus.ingest.article.Draft;
import oxus.ingest.extract.Extractor;
import oxus.ingest.intake.Intake;
import oxus.ingest.intake.Version;
import oxus.schemas.Article;
import oxus.schemas.BorderEvent;
import oxus.schemas.Disposition;
import oxus.schemas.Withdrawal;
import oxus.theatre.Theatre;

/**
 * What articles of the past led to. All are extracted first, so that it does not depend on the
 * order of files.
 *
 * @param identity tells these articles from others
 */
record ArticleHistory(
    List<BorderEvent> events,
    List<Withdrawal> withdrawals,
    List<Disposition> dispositions,
    String identity) {

  static ArticleHistory of(List<Draft> drafts, Theatre theatre) {
    Articles articles = new Articles(theatre);
    List<Article> inOrder =
        drafts.stream()
            .map(articles::imported)
            .sorted(
                // of one article at one moment, the later in the input is the later revision
                Comparator.comparing(Article::getKnownAt).thenComparing(Article::getKey))
            .toList();
    Intake intake = new Intake(new Extractor(theatre));
    Map<String, Version> versions = new HashMap<>();
    List<BorderEvent> events = new ArrayList<>();
    List<Withdrawal> withdrawals = new ArrayList<>();
    List<Disposition> dispositions = new ArrayList<>();
    StringBuilder identity = new StringBuilder();
    for (Article article : inOrder) {
      Intake.Result result =
          intake.take(article, Optional.ofNullable(versions.get(article.getKey())));
      versions.put(article.getKey(), result.version());
      // What was replaced at the moment at which it came to be known was never known.
      result
          .withdrawal()
          .filter(gone -> !events.removeIf(event -> isReplacedAtOnce(event, gone)))
          .ifPresent(withdrawals::add);
      events.addAll(result.events());
      dispositions.add(result.disposition());
      identity.append(article.getKey()).append(' ').append(article.getRevision()).append('\n');
    }
    return new ArticleHistory(events, withdrawals, dispositions, identity.toString());
  }

  private static boolean isReplacedAtOnce(BorderEvent event, Withdrawal gone) {
    return event.getArticleKey().equals(gone.getArticleKey())
        && gone.getArticleRevision().filter(event.getArticleRevision()::equals).isPresent()
        && event.getKnownAt().equals(gone.getAt());
  }
}
