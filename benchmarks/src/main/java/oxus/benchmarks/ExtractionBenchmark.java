package oxus.benchmarks;

import java.nio.file.Path;
import java.text.BreakIterator;
import java.text.Normalizer;
import java.util.Collection;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import oxus.ingest.extract.Extraction;
import oxus.ingest.extract.Extractor;
import oxus.schemas.Article;
import oxus.theatre.Theatre;
import oxus.theatre.TheatreLoader;

/**
 * Sentences a second on one thread from raw text to events, beside a loop that only normalises the
 * same texts and cuts them into sentences with what the Java platform has for that. One operation
 * is a pass over all the articles.
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class ExtractionBenchmark {
  private static final String ARTICLES = "articles";
  private static final int WARM_UP_ROUNDS = 5;
  private static final int ROUNDS = 5;
  private static final TimeValue ROUND = TimeValue.seconds(3);

  /** The articles and the extractor that reads them. */
  @State(Scope.Benchmark)
  public static class Library {
    private final Theatre theatre = TheatreLoader.shipped();
    private final Extractor extractor = new Extractor(theatre);
    private final ReadArticles read =
        ReadArticles.of(theatre, Path.of(System.getProperty(ARTICLES, "")));
  }

  /** What a pass went through; JMH divides it by the time that it took. */
  @AuxCounters(AuxCounters.Type.OPERATIONS)
  @State(Scope.Thread)
  public static class Counters {
    public long sentences;
    public long events;
  }

  /** From text to events. */
  @Benchmark
  public void extract(Library library, Counters counters, Blackhole hole) {
    for (Article article : library.read.articles()) {
      Extraction extraction = library.extractor.extract(article);
      counters.events += extraction.events().size();
      hole.consume(extraction);
    }
    counters.sentences += library.read.sentences();
  }

  /** The measure beside it: the platform's normaliser and its sentence boundaries. */
  @Benchmark
  public void split(Library library, Counters counters, Blackhole hole) {
    BreakIterator boundaries = BreakIterator.getSentenceInstance(Locale.ENGLISH);
    for (Article article : library.read.articles()) {
      String text = Normalizer.normalize(article.getBody(), Normalizer.Form.NFKD);
      boundaries.setText(text);
      int from = boundaries.first();
      for (int to = boundaries.next(); to != BreakIterator.DONE; to = boundaries.next()) {
        hole.consume(text.substring(from, to));
        from = to;
      }
    }
    counters.sentences += library.read.sentences();
  }

  /** Arguments: folder of articles. */
  public static void main(String[] arguments) throws RunnerException {
    String folder = arguments.length > 0 ? arguments[0] : "ingest/src/gold/tuning";
    ReadArticles read = ReadArticles.of(TheatreLoader.shipped(), Path.of(folder));
    Collection<RunResult> results =
        new Runner(
                new OptionsBuilder()
                    .include(ExtractionBenchmark.class.getName())
                    .jvmArgsAppend("-D" + ARTICLES + "=" + folder, "-XX:+UseSerialGC")
                    .addProfiler(GCProfiler.class)
                    .forks(1)
                    .threads(1)
                    .warmupIterations(WARM_UP_ROUNDS)
                    .warmupTime(ROUND)
                    .measurementIterations(ROUNDS)
                    .measurementTime(ROUND)
                    .build())
            .run();
    System.out.printf(
        Locale.ROOT,
        "%n%,d articles, %,d sentences, %,d characters%n",
        read.articles().size(),
        read.sentences(),
        read.characters());
    results.forEach(result -> print(result, read.sentences()));
    System.out.printf(
        Locale.ROOT, "extract / split: %.3f%n", rate(results, "extract") / rate(results, "split"));
  }

  private static void print(RunResult result, int sentences) {
    Result<?> rate = secondary(result, "sentences");
    System.out.printf(
        Locale.ROOT,
        "%-8s %,10.0f sentences/s  (error %,.0f)  %,8.0f bytes allocated a sentence%n",
        result.getPrimaryResult().getLabel(),
        rate.getScore(),
        rate.getScoreError(),
        secondary(result, "gc.alloc.rate.norm").getScore() / sentences);
  }

  private static double rate(Collection<RunResult> results, String name) {
    return results.stream()
        .filter(result -> result.getPrimaryResult().getLabel().equals(name))
        .mapToDouble(result -> secondary(result, "sentences").getScore())
        .findFirst()
        .orElseThrow();
  }

  private static Result<?> secondary(RunResult result, String name) {
    return Objects.requireNonNull(result.getSecondaryResults().get(name), name);
  }
}
