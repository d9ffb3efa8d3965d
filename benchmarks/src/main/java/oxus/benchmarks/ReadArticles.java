package oxus.benchmarks;

import java.nio.file.Path;
import java.text.BreakIterator;
import java.util.List;
import java.util.Locale;
import oxus.ingest.GoldFiles;
import oxus.ingest.article.Articles;
import oxus.schemas.Article;
import oxus.theatre.Theatre;

/**
 * The articles that a benchmark reads, from a folder of hand-coded gold.
 *
 * @param sentences how many the Java platform's sentence boundaries make of them
 */
record ReadArticles(List<Article> articles, int sentences) {

  ReadArticles {
    articles = List.copyOf(articles);
  }

  /**
   * Reads a folder.
   *
   * @param folder holds {@code gold} and {@code articles}
   */
  static ReadArticles of(Theatre theatre, Path folder) {
    GoldFiles.Reading reading =
        new GoldFiles(theatre).read(folder.resolve("gold"), folder.resolve("articles"));
    Articles articles = new Articles(theatre);
    List<Article> read =
        reading.articles().stream().map(article -> articles.imported(article.text())).toList();
    return new ReadArticles(
        read, read.stream().mapToInt(article -> sentences(article.getBody())).sum());
  }

  int characters() {
    return articles.stream().mapToInt(article -> article.getBody().length()).sum();
  }

  private static int sentences(String text) {
    BreakIterator boundaries = BreakIterator.getSentenceInstance(Locale.ENGLISH);
    boundaries.setText(text);
    int sentences = 0;
    boundaries.first();
    while (boundaries.next() != BreakIterator.DONE) {
      sentences++;
    }
    return sentences;
  }
}
