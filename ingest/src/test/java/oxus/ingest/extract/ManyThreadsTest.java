package oxus.ingest.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import oxus.ingest.GoldFiles;
import oxus.ingest.article.Articles;
import oxus.ingest.article.Draft;
import oxus.schemas.Article;
import oxus.theatre.Theatre;
import oxus.theatre.TheatreLoader;

/** One extractor, shared by however many threads, gives each article the same lines. */
class ManyThreadsTest {
  private static final int ROUNDS = 3;

  private static final Theatre THEATRE = TheatreLoader.shipped();
  private static final Map<String, List<String>> ALONE = new TreeMap<>();
  private static List<Draft> drafts = List.of();

  @BeforeAll
  static void readEachArticleByAnExtractorOfItsOwnThread() {
    Path gold = GoldFiles.shipped(Path.of("")).resolve("tuning");
    drafts =
        new GoldFiles(THEATRE)
            .read(gold.resolve("gold"), gold.resolve("articles")).articles().stream()
                .map(GoldFiles.GoldText::text)
                .toList();
    Extractor extractor = new Extractor(THEATRE);
    drafts.forEach(draft -> ALONE.put(draft.doc(), lines(extractor, draft)));
    assertThat(ALONE.values()).anyMatch(lines -> lines.size() > 2);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(ints = {1, 2, 8})
  void threadsAndOrdersGiveTheSameLines(int threads) throws Exception {
    Extractor shared = new Extractor(THEATRE);

    for (int round = 0; round < ROUNDS; round++) {
      List<Draft> order = new ArrayList<>(drafts);
      Collections.shuffle(order, new Random(round));

      assertThat(read(shared, order, threads)).isEqualTo(ALONE);
    }
  }

  private static Map<String, List<String>> read(Extractor shared, List<Draft> order, int threads)
      throws Exception {
    Map<String, List<String>> read = new ConcurrentHashMap<>();
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      List<Future<?>> running = new ArrayList<>();
      for (Draft draft : order) {
        running.add(pool.submit(() -> read.put(draft.doc(), lines(shared, draft))));
      }
      for (Future<?> one : running) {
        one.get();
      }
    } finally {
      pool.shutdownNow();
    }
    return new TreeMap<>(read);
  }

  private static List<String> lines(Extractor extractor, Draft draft) {
    Article article = new Articles(THEATRE).imported(draft);
    Extraction extraction = extractor.extract(article);
    List<String> lines = new ArrayList<>();
    lines.add(extraction.outcome() + " " + extraction.reason());
    extraction.events().forEach(event -> lines.add(event.toString()));
    extractor.explain(article).forEach(note -> lines.add(note.toString()));
    return lines;
  }
}
