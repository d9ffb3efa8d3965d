package oxus.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * How many articles a second a running server takes, from the first byte of a push to the receipt
 * that says it is durable: one by one, and in batches. {@code PushBenchmark URL KEY [ARTICLES]}.
 */
final class PushBenchmark {
  private static final int SENDERS = 16;
  private static final int BATCH = 200;
  private static final String SENTENCE =
      "Officials in the district said on Tuesday that the harvest had been brought in early this year. ";

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI address;
  private final String key;

  private PushBenchmark(URI address, String key) {
    this.address = address;
    this.key = key;
  }

  public static void main(String[] arguments) throws Exception {
    if (arguments.length < 2) {
      System.err.println(
          "usage: PushBenchmark URL KEY [ARTICLES]; bin/oxus up --push-rate 100000 prints both");
      System.exit(2);
    }
    PushBenchmark benchmark =
        new PushBenchmark(URI.create(arguments[0]).resolve("/articles"), arguments[1]);
    int articles = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 10_000;
    benchmark.round("warm-up", articles / 5, 1);
    benchmark.round("single", articles, 1);
    benchmark.round("batches of " + BATCH, articles, BATCH);
  }

  private void round(String name, int articles, int batch)
      throws InterruptedException, ExecutionException {
    ExecutorService senders = Executors.newFixedThreadPool(SENDERS);
    AtomicInteger next = new AtomicInteger();
    long start = System.nanoTime();
    List<Future<Integer>> counts = new ArrayList<>();
    for (int sender = 0; sender < SENDERS; sender++) {
      counts.add(senders.submit(() -> send(name, next, articles, batch)));
    }
    int accepted = 0;
    for (Future<Integer> count : counts) {
      accepted += count.get();
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    senders.shutdown();
    System.out.println(
        String.format(
            Locale.ROOT,
            "%s: %d of %d articles accepted in %.1f s: %.0f articles/s",
            name,
            accepted,
            articles,
            seconds,
            accepted / seconds));
  }

  private int send(String round, AtomicInteger next, int articles, int batch)
      throws IOException, InterruptedException {
    int accepted = 0;
    int from = next.getAndAdd(batch);
    while (from < articles) {
      StringBuilder body = new StringBuilder();
      for (int number = from; number < Math.min(from + batch, articles); number++) {
        body.append(article(round, number)).append('\n');
      }
      HttpRequest request =
          HttpRequest.newBuilder(address)
              .header("Content-Type", batch == 1 ? "application/json" : "application/x-ndjson")
              .header("Authorization", "Bearer " + key)
              .POST(BodyPublishers.ofString(body.toString()))
              .build();
      HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
      if (answer.statusCode() != 202) {
        System.err.println(answer.statusCode() + " " + answer.body());
      }
      accepted += (int) answer.body().lines().filter(line -> line.contains("articleId")).count();
      from = next.getAndAdd(batch);
    }
    return accepted;
  }

  /** About 3 kB, as a short news article has. */
  private static String article(String round, int number) {
    return "{\"url\":\"https://example.org/"
        + round.replace(' ', '-')
        + "/"
        + number
        + "\",\"title\":\"Harvest report "
        + number
        + "\",\"body\":\""
        + SENTENCE.repeat(30)
        + number
        + "\",\"source\":\"Example\",\"publishedAt\":\"2021-06-22T10:00:00Z\"}";
  }
}
