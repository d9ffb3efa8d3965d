package oxus.standalone;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import oxus.ingest.ArticleFiles;
import oxus.ingest.Scenarios;
import oxus.ingest.article.Articles;
import oxus.ingest.extract.Extractor;
import oxus.ingest.intake.Intake;
import oxus.ingest.scenario.ScenarioReader;
import oxus.schemas.Article;
import oxus.schemas.BorderEvent;
import oxus.schemas.Disposition;
import oxus.schemas.Withdrawal;
import oxus.theatre.Theatre;

/**
 * Finds and reads what a replay is asked for: reports (a scenario, a CSV file) or articles (a
 * folder, NDJSON).
 */
final class ReplayInputs {
  private final Theatre theatre;
  private final Optional<Path> manifest;

  ReplayInputs(Theatre theatre, Optional<Path> manifest) {
    this.theatre = theatre;
    this.manifest = manifest;
  }

  /**
   * Reads a source.
   *
   * @throws oxus.ingest.BadInputException when there is no such source
   */
  ReplayInput read(String source) {
    Path path = Path.of(source);
    if (Files.isDirectory(path)
        || source.endsWith(".ndjson")
        || source.endsWith(".jsonl")
        || source.endsWith(".txt")) {
      return articles(source, path);
    }
    Scenarios.Scenario scenario = new Scenarios(theatre).read(source);
    return new ReplayInput(
        source, scenario.hash(), scenario.events(), List.of(), List.of(), scenario.rejects());
  }

  /** Extracts first, then sorts: what a run publishes does not depend on the order of files. */
  private ReplayInput articles(String source, Path path) {
    ArticleFiles.Reading reading =
        new ArticleFiles(Optional.empty(), Optional.empty(), manifest).read(path);
    Articles articles = new Articles(theatre);
    List<Article> inOrder =
        reading.drafts().stream()
            .map(articles::imported)
            .sorted(
                // of one article at one moment, the later in the input is the later revision
                Comparator.comparing(Article::getKnownAt).thenComparing(Article::getKey))
            .toList();
    Intake intake = new Intake(new Extractor(theatre));
    Map<String, String> revisions = new HashMap<>();
    List<BorderEvent> events = new ArrayList<>();
    List<Withdrawal> withdrawals = new ArrayList<>();
    List<Disposition> dispositions = new ArrayList<>();
    StringBuilder identity = new StringBuilder();
    for (Article article : inOrder) {
      Intake.Result result =
          intake.take(
              article, Optional.ofNullable(revisions.put(article.getKey(), article.getRevision())));
      // What was replaced at the moment at which it came to be known was never known.
      result
          .withdrawal()
          .filter(gone -> !events.removeIf(event -> isReplacedAtOnce(event, gone)))
          .ifPresent(withdrawals::add);
      events.addAll(result.events());
      dispositions.add(result.disposition());
      identity.append(article.getKey()).append(' ').append(article.getRevision()).append('\n');
    }
    events.sort(ScenarioReader.ORDER);
    return new ReplayInput(
        source,
        Scenarios.hash(identity.toString()),
        events,
        withdrawals,
        dispositions,
        reading.problems());
  }

  private static boolean isReplacedAtOnce(BorderEvent event, Withdrawal gone) {
    return event.getArticleKey().equals(gone.getArticleKey())
        && gone.getArticleRevision().filter(event.getArticleRevision()::equals).isPresent()
        && event.getKnownAt().equals(gone.getAt());
  }
}
