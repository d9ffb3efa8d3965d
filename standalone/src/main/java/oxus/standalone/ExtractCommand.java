package oxus.standalone;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import oxus.ingest.ArticleFiles;
import oxus.ingest.article.Articles;
import oxus.ingest.article.Draft;
import oxus.ingest.article.PublicationTimes;
import oxus.ingest.extract.EventLine;
import oxus.ingest.extract.Extraction;
import oxus.ingest.extract.Extractor;
import oxus.schemas.Article;
import oxus.schemas.BorderEvent;
import oxus.schemas.Outcome;
import oxus.theatre.Problem;
import oxus.theatre.Theatre;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code oxus extract FILE…}. */
@Command(
    name = "extract",
    description = "Extracts events from articles: one line of JSON an event on standard output.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class ExtractCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "FILE",
      arity = "1..*",
      description = "Texts (*.txt), NDJSON files of articles, or folders of them.")
  private List<Path> files = List.of();

  @Option(
      names = "--published",
      paramLabel = "DATE",
      description = "Publication date of all texts, 2021-06-22.")
  private @Nullable String published;

  @Option(names = "--source", paramLabel = "NAME", description = "Publisher of all texts.")
  private @Nullable String source;

  @Option(
      names = "--manifest",
      paramLabel = "CSV",
      description = "File with columns doc,published,source.")
  private @Nullable Path manifest;

  @Option(
      names = "--explain",
      description =
          "Instead of events, tell sentence by sentence which rule gave what, and what was left"
              + " aside and why.")
  private boolean explain;

  @Mixin private TheatreFolder theatre = new TheatreFolder();

  @Spec private CommandSpec command = CommandSpec.create();

  @Override
  public Integer call() {
    PrintWriter err = command.commandLine().getErr();
    Theatre loaded = theatre.load();
    ArticleFiles reader =
        new ArticleFiles(
            Optional.ofNullable(published).map(PublicationTimes::parse),
            Optional.ofNullable(source),
            Optional.ofNullable(manifest));
    Extractor extractor = new Extractor(loaded);
    List<Problem> problems = new ArrayList<>();
    for (Path file : files) {
      ArticleFiles.Reading reading = reader.read(file);
      problems.addAll(reading.problems());
      for (Draft draft : reading.drafts()) {
        Article article = new Articles(loaded).imported(draft);
        if (explain) {
          ReadingNotes.lines(draft.doc(), extractor.explain(article)).forEach(out()::println);
        } else {
          print(draft, extractor.extract(article));
        }
      }
    }
    problems.forEach(problem -> err.println("oxus: " + problem));
    return problems.isEmpty() ? ExitCode.FINE : ExitCode.BAD_INPUT;
  }

  private PrintWriter out() {
    return command.commandLine().getOut();
  }

  private void print(Draft draft, Extraction extraction) {
    for (BorderEvent event : extraction.events()) {
      out().println(EventLine.of(draft.doc(), event));
    }
    if (extraction.outcome() != Outcome.EVENTS) {
      command
          .commandLine()
          .getErr()
          .println(
              draft.doc() + ": " + Oxus.lower(extraction.outcome()) + ", " + extraction.reason());
    }
  }
}
