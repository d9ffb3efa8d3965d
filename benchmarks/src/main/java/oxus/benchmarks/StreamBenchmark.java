package oxus.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * How long a change takes to reach the last of many readers of the stream, what the server needs
 * for them, and that readers that take nothing block nobody.
 */
public final class StreamBenchmark {
  private static final long PATIENCE_NANOS = 60_000_000_000L;

  private StreamBenchmark() {}

  /**
   * What is measured.
   *
   * @param clients readers that follow the stream
   * @param stalled readers that take nothing
   * @param changes posted one after the other, each once all have the one before
   */
  public record Load(int clients, int stalled, int changes) {}

  /**
   * What came of it.
   *
   * @param delivered changes that reached a reader, of {@code clients × changes}
   * @param lost readers whose connection ended
   * @param repeated changes that a reader received more than once
   * @param median milliseconds from posting to receipt
   * @param late the 99th of a hundred
   * @param longest the last of all
   * @param idleKilobytes resident memory of the server before the first reader
   * @param residentKilobytes the same with all of them, after the last change
   */
  public record Result(
      long delivered,
      int lost,
      long repeated,
      double median,
      double late,
      double longest,
      long idleKilobytes,
      long residentKilobytes) {}

  public static Result run(Load load) throws IOException, InterruptedException {
    Process server =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-Xmx320m",
                "-cp",
                System.getProperty("java.class.path"),
                StreamServer.class.getName())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (BufferedReader answers =
        new BufferedReader(
            new InputStreamReader(server.getInputStream(), StandardCharsets.UTF_8))) {
      int port = port(answers);
      long idle = resident(server);
      try (StreamClients clients = new StreamClients(port)) {
        clients.stall(load.stalled());
        List<StreamScanner> scanners = clients.follow(load.clients());
        long[] latencies = post(load, server.getOutputStream(), clients, scanners);
        return result(latencies, scanners, idle, resident(server));
      }
    } finally {
      server.destroyForcibly().waitFor();
    }
  }

  /** The server may log before it says where it is. */
  private static int port(BufferedReader answers) throws IOException {
    String line = answers.readLine();
    while (line != null && !line.startsWith(StreamServer.PORT)) {
      line = answers.readLine();
    }
    if (line == null) {
      throw new IOException("the server has ended before it listened");
    }
    return Integer.parseInt(line.substring(StreamServer.PORT.length()));
  }

  private static long[] post(
      Load load, OutputStream posts, StreamClients clients, List<StreamScanner> scanners)
      throws IOException {
    List<Long> latencies = new ArrayList<>();
    for (int i = 0; i < load.changes(); i++) {
      long offset = StreamServer.BACKLOG + (long) i;
      long posted = System.nanoTime();
      posts.write('\n');
      posts.flush();
      while (scanners.stream().anyMatch(scanner -> isWaiting(scanner, offset))
          && System.nanoTime() - posted < PATIENCE_NANOS) {
        clients.read();
      }
      scanners.stream()
          .filter(scanner -> scanner.newest() == offset)
          .forEach(scanner -> latencies.add(scanner.received() - posted));
    }
    return latencies.stream().mapToLong(Long::longValue).sorted().toArray();
  }

  private static boolean isWaiting(StreamScanner scanner, long offset) {
    return scanner.newest() < offset && !scanner.isLost();
  }

  private static Result result(
      long[] latencies, List<StreamScanner> scanners, long idle, long resident) {
    long events = scanners.stream().mapToLong(StreamScanner::events).sum();
    return new Result(
        latencies.length,
        (int) scanners.stream().filter(StreamScanner::isLost).count(),
        events - latencies.length,
        millis(latencies, 0.5),
        millis(latencies, 0.99),
        millis(latencies, 1),
        idle,
        resident);
  }

  private static double millis(long[] sorted, double share) {
    int index = (int) Math.ceil(share * sorted.length) - 1;
    return sorted.length == 0 ? Double.NaN : sorted[Math.max(0, index)] / 1e6;
  }

  /** As the kernel counts it; other systems than Linux do not say. */
  private static long resident(Process process) throws IOException {
    Path status = Path.of("/proc", String.valueOf(process.pid()), "status");
    if (!Files.exists(status)) {
      return 0;
    }
    return Files.readAllLines(status).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .map(line -> line.replaceAll("\\D", ""))
        .mapToLong(Long::parseLong)
        .findFirst()
        .orElse(0);
  }

  /** {@code --clients 10000 --stalled 5 --changes 20}. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Load load =
        new Load(
            option(arguments, "--clients", 10_000),
            option(arguments, "--stalled", 5),
            option(arguments, "--changes", 20));
    Result result = run(load);
    System.out.printf(
        Locale.ROOT,
        "%d clients, %d stalled, %d changes: %d of %d delivered, %d repeated, %d clients lost%n",
        load.clients(),
        load.stalled(),
        load.changes(),
        result.delivered(),
        (long) load.clients() * load.changes(),
        result.repeated(),
        result.lost());
    System.out.printf(
        Locale.ROOT,
        "from posting to receipt: p50 %.0f ms, p99 %.0f ms, last %.0f ms%n",
        result.median(),
        result.late(),
        result.longest());
    System.out.printf(
        Locale.ROOT,
        "server: %d MB resident, %d MB before the first client%n",
        result.residentKilobytes() / 1024,
        result.idleKilobytes() / 1024);
  }

  private static int option(String[] arguments, String name, int otherwise) {
    int at = Arrays.asList(arguments).indexOf(name);
    return at < 0 ? otherwise : Integer.parseInt(arguments[at + 1]);
  }
}
