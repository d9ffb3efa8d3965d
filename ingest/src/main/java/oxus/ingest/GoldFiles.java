package oxus.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import oxus.ingest.article.Draft;
import oxus.ingest.evaluate.GoldArticle;
import oxus.ingest.evaluate.GoldReader;
import oxus.ingest.evaluate.Phrasing;
import oxus.ingest.evaluate.PhrasingReader;
import oxus.theatre.Problem;
import oxus.theatre.Theatre;

/** Hand-coded gold in files: each article's gold with its text, and the bank of phrasings. */
public final class GoldFiles {
  private static final Path SHIPPED = Path.of("ingest", "src", "gold");

  private final GoldReader reader;

  /** An article's gold and its text. */
  public record GoldText(GoldArticle gold, Draft text) {}

  /**
   * What folders of gold hold.
   *
   * @param problems lines and files that cannot be used
   */
  public record Reading(List<GoldText> articles, List<Problem> problems) {
    public Reading {
      articles = List.copyOf(articles);
      problems = List.copyOf(problems);
    }
  }

  public GoldFiles(Theatre theatre) {
    this.reader = new GoldReader(theatre);
  }

  /**
   * The gold that is shipped with the project, looked for in this folder and those above it.
   *
   * @throws BadInputException when it is in none of them
   */
  public static Path shipped(Path here) {
    return Stream.iterate(here.toAbsolutePath(), folder -> folder != null, Path::getParent)
        .map(folder -> folder.resolve(SHIPPED))
        .filter(Files::isDirectory)
        .findFirst()
        .orElseThrow(
            () ->
                new BadInputException(
                    "no "
                        + SHIPPED
                        + " in or above "
                        + here.toAbsolutePath()
                        + "; run from the project's root, or name the folders"));
  }

  /**
   * Reads gold files in the order of their names.
   *
   * @param gold a folder of *.jsonl, or one such file
   * @param articles the folder of the articles' texts
   */
  public Reading read(Path gold, Path articles) {
    List<GoldText> texts = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    Set<String> docs = new HashSet<>();
    for (Path file : files(gold, ".jsonl", "gold")) {
      GoldReader.Reading reading = reader.read(file.toString(), text(file));
      problems.addAll(reading.problems());
      Optional<GoldArticle> found = reading.gold();
      if (found.isPresent() && !docs.add(found.get().doc())) {
        problems.add(
            new Problem(
                file.toString(),
                1,
                "doc '" + found.get().doc() + "' has another gold file",
                "remove one"));
      } else if (found.isPresent()) {
        read(file, found.get(), articles, texts, problems);
      }
    }
    return new Reading(texts, problems);
  }

  private static void read(
      Path file, GoldArticle gold, Path folder, List<GoldText> texts, List<Problem> problems) {
    Path article = folder.resolve(gold.doc() + ".txt");
    if (!Files.isRegularFile(article)) {
      problems.add(
          new Problem(
              file.toString(), 1, "its article " + article + " is missing", "add it, or mend doc"));
      return;
    }
    ArticleFiles.Reading reading =
        new ArticleFiles(
                Optional.of(gold.published()), Optional.of(gold.source()), Optional.empty())
            .read(article);
    problems.addAll(reading.problems());
    reading.drafts().forEach(draft -> texts.add(new GoldText(gold, draft)));
  }

  /**
   * Reads banks of phrasings in the order of their names.
   *
   * @param bank a folder of *.tsv, or one such file
   */
  public static PhrasingReader.Reading phrasings(Path bank) {
    List<Phrasing> phrasings = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    for (Path file : files(bank, ".tsv", "phrasings")) {
      PhrasingReader.Reading reading = PhrasingReader.read(file.toString(), text(file));
      phrasings.addAll(reading.phrasings());
      problems.addAll(reading.problems());
    }
    return new PhrasingReader.Reading(phrasings, problems);
  }

  private static List<Path> files(Path path, String ending, String what) {
    if (Files.isRegularFile(path)) {
      return List.of(path);
    }
    if (!Files.isDirectory(path)) {
      throw new BadInputException(path + " does not exist; name a folder of " + what);
    }
    try (Stream<Path> all = Files.list(path)) {
      List<Path> files =
          all.filter(file -> file.getFileName().toString().endsWith(ending)).sorted().toList();
      if (files.isEmpty()) {
        throw new BadInputException(
            path + " has no *" + ending + "; name a folder that holds " + what);
      }
      return files;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list " + path + ": " + e.getMessage(), e);
    }
  }

  private static String text(Path file) {
    try {
      return ArticleFiles.text(file);
    } catch (IllegalArgumentException e) {
      throw new BadInputException(file + ": " + e.getMessage() + "; save it as UTF-8");
    }
  }
}
