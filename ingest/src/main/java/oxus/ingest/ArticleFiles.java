package oxus.ingest;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import oxus.ingest.article.ArticleLine;
import oxus.ingest.article.Draft;
import oxus.ingest.article.Draft.PublicationTime;
import oxus.ingest.article.PublicationTimes;
import oxus.ingest.collect.NewsItems;
import oxus.ingest.collect.UnreadableFeedException;
import oxus.ingest.scenario.Reject;
import oxus.theatre.Problem;

/**
 * Articles in files: texts with a manifest or a date line, and NDJSON. A file that cannot be used
 * is a problem; the others come.
 */
public final class ArticleFiles {
  private final Map<String, ManifestRow> manifest = new LinkedHashMap<>();
  private final Optional<PublicationTime> published;
  private final Optional<String> source;

  private record ManifestRow(PublicationTime published, String source) {}

  /**
   * What files hold.
   *
   * @param rejects files and lines that could not be used
   */
  public record Reading(List<Draft> drafts, List<Reject> rejects) {
    public Reading {
      drafts = List.copyOf(drafts);
      rejects = List.copyOf(rejects);
    }

    /** What is wrong with the files and lines that could not be used. */
    public List<Problem> problems() {
      return rejects.stream().map(Reject::problem).toList();
    }
  }

  /**
   * A reader of article files.
   *
   * @param published publication time of all texts, before what a manifest says
   * @param source publisher of all texts, before what a manifest says
   * @param manifest CSV with columns {@code doc,published,source}
   */
  public ArticleFiles(
      Optional<PublicationTime> published, Optional<String> source, Optional<Path> manifest) {
    this.published = published;
    this.source = source;
    manifest.ifPresent(this::readManifest);
  }

  /** Reads a text, an NDJSON file, or every such file of a folder, in the order of their names. */
  public Reading read(Path path) {
    List<Draft> drafts = new ArrayList<>();
    List<Reject> rejects = new ArrayList<>();
    if (!Files.exists(path)) {
      throw new BadInputException(path + " does not exist; name a file or folder of articles");
    }
    for (Path file : Files.isDirectory(path) ? articlesIn(path) : List.of(path)) {
      try {
        read(file, drafts, rejects);
      } catch (IllegalArgumentException e) {
        Problem problem =
            new Problem(
                file.toString(),
                0,
                String.valueOf(e.getMessage()),
                "mend the file, then run again");
        rejects.add(new Reject(problem, ""));
      }
    }
    return new Reading(drafts, rejects);
  }

  private static List<Path> articlesIn(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> isText(file) || isLines(file) || isNews(file)).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list " + folder + ": " + e.getMessage(), e);
    }
  }

  private static boolean isText(Path file) {
    return file.getFileName().toString().endsWith(".txt");
  }

  private static boolean isLines(Path file) {
    String name = file.getFileName().toString();
    return name.endsWith(".ndjson") || name.endsWith(".jsonl");
  }

  private static boolean isNews(Path file) {
    String name = file.getFileName().toString();
    return name.endsWith(".json") || name.endsWith(".xml");
  }

  private void read(Path file, List<Draft> drafts, List<Reject> rejects) {
    if (isNews(file)) {
      news(file, drafts, rejects);
      return;
    }
    String text = text(file);
    if (!isLines(file)) {
      drafts.add(draft(file, text));
      return;
    }
    int number = 0;
    for (String line : text.split("\n", -1)) {
      number++;
      try {
        if (!line.isBlank()) {
          drafts.add(ArticleLine.parse(line));
        }
      } catch (IllegalArgumentException e) {
        Problem problem =
            new Problem(file.toString(), number, String.valueOf(e.getMessage()), "mend the line");
        rejects.add(new Reject(problem, line));
      }
    }
  }

  private void news(Path file, List<Draft> drafts, List<Reject> rejects) {
    byte[] body = bytes(file);
    if (!NewsItems.areIn(body)) {
      drafts.add(ArticleLine.parse(text(file)));
      return;
    }
    try {
      NewsItems.Told told = new NewsItems.Told(published, source);
      for (NewsItems.Item item : NewsItems.read(body, Optional.empty(), told, Optional.empty())) {
        item.draft()
            .ifPresentOrElse(
                drafts::add,
                () ->
                    rejects.add(
                        new Reject(
                            new Problem(file.toString(), 0, item.problem(), "mend the item"), "")));
      }
    } catch (UnreadableFeedException e) {
      throw new IllegalArgumentException(e.fault() + ": " + e.getMessage(), e);
    }
  }

  private Draft draft(Path file, String text) {
    String name = file.getFileName().toString();
    String doc = name.endsWith(".txt") ? name.substring(0, name.length() - 4) : name;
    if (text.isBlank()) {
      throw new IllegalArgumentException("the file is empty; was it cut off?");
    }
    Optional<ManifestRow> row = Optional.ofNullable(manifest.get(doc));
    PublicationTime time =
        published
            .or(() -> row.map(ManifestRow::published))
            .or(() -> PublicationTimes.dateLine(text))
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "no publication date: not in a manifest, and no date line in the text; give --published"));
    String publisher = source.or(() -> row.map(ManifestRow::source)).orElse("unknown");
    String title = text.lines().filter(line -> !line.isBlank()).findFirst().orElse("").strip();
    return new Draft(
        doc, Optional.empty(), title, text, publisher, time, Optional.empty(), Optional.empty());
  }

  static String text(Path file) {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(bytes(file)))
          .toString();
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException("not UTF-8, or cut off in the middle of a character", e);
    }
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw BadInputException.unreadable(file, e);
    }
  }

  private void readManifest(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new BadInputException(
          "manifest " + file + " is missing; name a CSV with columns doc,published,source");
    }
    CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    try (CSVParser rows = CSVParser.parse(new StringReader(text(file)), format)) {
      for (CSVRecord row : rows) {
        manifest.put(
            row.get("doc").strip(),
            new ManifestRow(
                PublicationTimes.parse(row.get("published").strip()), row.get("source").strip()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (IllegalArgumentException e) {
      throw new BadInputException(
          "manifest " + file + ": " + e.getMessage() + "; its columns are doc,published,source");
    }
  }
}
