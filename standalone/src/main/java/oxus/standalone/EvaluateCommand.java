package oxus.standalone;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import oxus.ingest.GoldFiles;
import oxus.ingest.article.Articles;
import oxus.ingest.article.Draft;
import oxus.ingest.evaluate.Evaluation;
import oxus.ingest.evaluate.EvaluationLines;
import oxus.ingest.evaluate.EvaluationTable;
import oxus.ingest.evaluate.GoldMatcher;
import oxus.ingest.evaluate.HeardPhrasing;
import oxus.ingest.evaluate.PhrasingLines;
import oxus.ingest.evaluate.PhrasingReader;
import oxus.ingest.evaluate.PhrasingScore;
import oxus.ingest.evaluate.PhrasingTable;
import oxus.ingest.extract.Extractor;
import oxus.schemas.BorderEvent;
import oxus.theatre.Problem;
import oxus.theatre.Theatre;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code oxus evaluate}: how well the extractor does, against gold that people coded. */
@Command(
    name = "evaluate",
    description = {
      "Scores the extractor: precision, recall, scopes, dates and status against hand-coded gold.",
      "Without folders: the tuning half of the gold that is shipped in ingest/src/gold."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class EvaluateCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "DIR",
      arity = "0..2",
      description = {
        "GOLD_DIR with one *.jsonl an article, and ARTICLES_DIR with their *.txt;",
        "with --phrasings: a folder of *.tsv."
      })
  private List<Path> folders = List.of();

  @Option(
      names = "--check",
      description = "Scores the check half of the shipped gold; nobody tunes on it.")
  private boolean check;

  @Option(
      names = "--phrasings",
      description =
          "Scores single sentences. Default folder: ingest/src/gold/phrasings of the project.")
  private boolean phrasings;

  @Option(
      names = "--all-types",
      description = "Counts DRAWDOWN, RECOGNITION and COOPERATION too, which are left aside.")
  private boolean allTypes;

  @Option(names = "--details", description = "Also every miss, false hit and duplicate.")
  private boolean details;

  @Mixin private OutputOption output = new OutputOption();

  @Mixin private TheatreFolder theatre = new TheatreFolder();

  @Spec private CommandSpec command = CommandSpec.create();

  @Override
  public Integer call() {
    refuseWhatMakesNoSense();
    Theatre loaded = theatre.load();
    return phrasings ? scorePhrasings(loaded) : scoreArticles(loaded);
  }

  private void refuseWhatMakesNoSense() {
    refuse(
        details && (check || folders.stream().anyMatch(EvaluateCommand::isCheckHalf)),
        "the check half has no --details: nobody looks at the misses of the check half one by one, or it"
            + " would measure no more; look at those of the tuning half");
    refuse(
        check && (phrasings || !folders.isEmpty()),
        "--check scores the shipped check half; leave out folders and --phrasings");
    refuse(phrasings && allTypes, "--phrasings always counts all types; leave out --all-types");
    refuse(phrasings && folders.size() > 1, "--phrasings takes one folder; name one, or none");
    refuse(!phrasings && folders.size() == 1, "GOLD_DIR is alone; name ARTICLES_DIR too, or none");
  }

  private static boolean isCheckHalf(Path folder) {
    return folder.toAbsolutePath().normalize().endsWith(Path.of("gold", "check", "gold"));
  }

  private void refuse(boolean senseless, String message) {
    if (senseless) {
      throw new ParameterException(command.commandLine(), message);
    }
  }

  private int scoreArticles(Theatre loaded) {
    GoldFiles.Reading reading =
        new GoldFiles(loaded).read(folder("gold", 0), folder("articles", 1));
    if (isBad(reading.problems())) {
      return ExitCode.BAD_INPUT;
    }
    GoldMatcher matcher = new GoldMatcher(loaded.id(), allTypes ? List.of() : GoldMatcher.UNCODED);
    Extraction extraction = new Extraction(loaded);
    Evaluation evaluation =
        new Evaluation(
            reading.articles().stream()
                .map(
                    article ->
                        matcher.match(
                            article.gold(),
                            article.text().body(),
                            extraction.events(article.text())))
                .toList());
    if (!output.isNdjson()) {
      printText(EvaluationTable.details(evaluation), EvaluationTable.of(evaluation));
    } else {
      printLines(EvaluationLines.of(evaluation), EvaluationLines.details(evaluation));
    }
    return ExitCode.FINE;
  }

  private int scorePhrasings(Theatre loaded) {
    Path bank =
        folders.isEmpty() ? GoldFiles.shipped(project()).resolve("phrasings") : folders.get(0);
    PhrasingReader.Reading reading = GoldFiles.phrasings(bank);
    if (isBad(reading.problems())) {
      return ExitCode.BAD_INPUT;
    }
    Extraction extraction = new Extraction(loaded);
    PhrasingScore score =
        new PhrasingScore(
            reading.phrasings().stream()
                .map(
                    phrasing -> HeardPhrasing.of(phrasing, extraction.events(phrasing.asArticle())))
                .toList());
    if (!output.isNdjson()) {
      printText(PhrasingTable.details(score), PhrasingTable.of(score));
    } else {
      printLines(PhrasingLines.of(score), PhrasingLines.details(score));
    }
    return ExitCode.FINE;
  }

  private record Extraction(Articles articles, Extractor extractor) {
    Extraction(Theatre theatre) {
      this(new Articles(theatre), new Extractor(theatre));
    }

    List<BorderEvent> events(Draft draft) {
      return extractor.extract(articles.imported(draft)).events();
    }
  }

  /** bin/oxus says where the project is; else it is looked for here. */
  private static Path project() {
    return Path.of(System.getProperty("oxus.project", ""));
  }

  private Path folder(String name, int index) {
    return folders.isEmpty()
        ? GoldFiles.shipped(project()).resolve(check ? "check" : "tuning").resolve(name)
        : folders.get(index);
  }

  /** A score over what is left of bad gold would mislead, so there is none. */
  private boolean isBad(List<Problem> problems) {
    PrintWriter err = command.commandLine().getErr();
    problems.forEach(problem -> err.println("oxus: " + problem));
    return !problems.isEmpty();
  }

  /** The table comes last, where a person looks first. */
  private void printText(List<String> found, List<String> table) {
    PrintWriter out = command.commandLine().getOut();
    if (details && !found.isEmpty()) {
      found.forEach(line -> out.println(ChangeLine.printable(line)));
      out.println();
    }
    table.forEach(out::println);
  }

  private void printLines(List<String> score, List<String> found) {
    Stream.concat(score.stream(), details ? found.stream() : Stream.empty())
        .forEach(command.commandLine().getOut()::println);
  }
}
