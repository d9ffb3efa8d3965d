package oxus.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static oxus.alerts.Examples.change;
import static oxus.schemas.ThreatLevel.LOW;
import static oxus.schemas.ThreatLevel.MODERATE;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import oxus.alerts.console.Board;
import oxus.schemas.SchemaTable;

@Timeout(60)
class EventStreamTest {
  static final int MOST = 40;
  static final String NORTH = "XA-XB/NORTH";

  final Board board = new Board(Examples.theatre());
  final PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  volatile Optional<String> missing = Optional.empty();
  final AlertsServer server =
      AlertsServer.start(
          new HttpConfig("127.0.0.1", 0),
          new Exhibits(board, false, SchemaTable.shipped(), meters, () -> missing),
          Duration.ofMillis(20),
          MOST);
  final List<BufferedReader> opened = new ArrayList<>();

  @AfterEach
  void stop() throws IOException {
    for (BufferedReader reader : opened) {
      reader.close();
    }
    server.close();
  }

  @Test
  void sendsEachNewChangeWithItsOffsetAsId() throws Exception {
    post(0);
    BufferedReader stream = open("/api/events", "");

    post(1);

    assertThat(event(stream))
        .startsWith("event: change\nid: 1\ndata: {\"offset\":1,\"exercise\":false,")
        .contains("\"changeId\":\"XA-XB/NORTH#1\"");
  }

  @Test
  void startsAfterTheOffsetInTheLink() throws Exception {
    post(0);
    post(1);
    post(2);

    BufferedReader stream = open("/api/events?after=0", "");

    assertThat(event(stream)).contains("id: 1\n");
    assertThat(event(stream)).contains("id: 2\n");
  }

  @Test
  void sendsAllFromTheStartWhenAskedForWhatComesAfterMinusOne() throws Exception {
    post(0);

    assertThat(event(open("/api/events?after=-1", ""))).contains("id: 0\n");
  }

  @Test
  void resumesAfterTheLastEventIdWhateverTheLinkSays() throws Exception {
    post(0);
    post(1);
    post(2);

    BufferedReader stream = open("/api/events?after=0", "1");

    assertThat(event(stream)).contains("id: 2\n");
  }

  @Test
  void missesAndRepeatsNothingWhenChangesComeWhileReadersJoin() throws Exception {
    Thread poster = new Thread(() -> postUpTo(200));
    poster.start();
    BufferedReader first = open("/api/events?after=-1", "");
    BufferedReader second = open("/api/events?after=-1", "");
    poster.join();

    assertThat(ids(first, 200)).isEqualTo(ids(second, 200)).doesNotHaveDuplicates().isSorted();
  }

  @Test
  void bringsALongHistoryWhole() throws Exception {
    postUpTo(1_000);

    BufferedReader stream = open("/api/events?after=-1", "");

    assertThat(ids(stream, 1_000)).startsWith(0, 1, 2).endsWith(999).doesNotHaveDuplicates();
  }

  @Test
  void saysThatItLivesWhileNothingHappens() throws Exception {
    BufferedReader stream = open("/api/events", "");

    assertThat(comments(stream, 3)).filteredOn(": heartbeat"::equals).hasSizeGreaterThan(1);
  }

  @Test
  void tellsAReaderWhatItCannotHaveAnyMore() throws Exception {
    for (int i = 0; i < 10_001; i++) {
      post(i);
    }

    BufferedReader stream = open("/api/events?after=-1", "");

    assertThat(event(stream)).startsWith("event: gap\nid: 0\n").contains("\"upTo\":0");
    assertThat(event(stream)).contains("id: 1\n");
  }

  @Test
  void tellsAReaderThatHasSeenWhatIsNotThereAnyMore() throws Exception {
    post(0);
    post(1);

    BufferedReader stream = open("/api/events", "17");

    assertThat(event(stream)).startsWith("event: gap\nid: 1\n").contains("written anew");
    post(2);
    assertThat(event(stream)).contains("id: 2\n");
  }

  @Test
  void waitsForHistoryBeforeItCallsAnIdUnknown() throws Exception {
    missing = Optional.of("the board is still reading history");
    BufferedReader stream = open("/api/events", "1");
    assertThat(comments(stream, 2)).isNotEmpty();

    post(0);
    post(1);
    post(2);
    missing = Optional.empty();

    assertThat(event(stream)).startsWith("event: change\nid: 2\n");
  }

  @Test
  void doesNotTakeHistoryForNews() throws Exception {
    missing = Optional.of("the board is still reading history");
    BufferedReader stream = open("/api/events", "");
    post(0);
    assertThat(comments(stream, 2)).isNotEmpty();

    missing = Optional.empty();

    assertThat(firstWhilePosting(stream)).startsWith("id: ").isNotEqualTo("id: 0");
  }

  /** Posts one more change at each sign of life, until the first comes. */
  private String firstWhilePosting(BufferedReader stream) throws IOException {
    long next = 1;
    String line = stream.readLine();
    while (!line.startsWith("id: ")) {
      if (line.startsWith(":")) {
        post(next++);
      }
      line = stream.readLine();
    }
    return line;
  }

  @Test
  void tellsWhoIsOneTooManyWhenToComeAgain() throws Exception {
    for (int i = 0; i < MOST; i++) {
      open("/api/events", "");
    }

    HttpResponse<String> answer =
        HttpClient.newHttpClient()
            .send(request("/api/events").build(), HttpResponse.BodyHandlers.ofString());

    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.headers().firstValue("Retry-After")).contains("5");
    assertThat(answer.body()).contains("as many readers as it takes");
    assertThat(meters.get("oxus.stream.refused").counter().count()).isEqualTo(1);
  }

  @Test
  void forgetsAReaderThatHasGone() throws Exception {
    BufferedReader stream = open("/api/events", "");
    assertThat(meters.get("oxus.stream.subscribers").gauge().value()).isEqualTo(1);

    stream.close();

    while (meters.get("oxus.stream.subscribers").gauge().value() > 0) {
      Thread.onSpinWait();
    }
  }

  @Test
  void refusesAnIdThatIsNotOfThisStream() throws Exception {
    HttpRequest request = request("/api/events").header("Last-Event-ID", "abc").build();

    HttpResponse<String> answer =
        HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("Last-Event-ID 'abc' is not an id of this stream");
  }

  private void post(long offset) {
    board.change(offset, change(NORTH, offset, LOW, MODERATE));
  }

  private void postUpTo(int count) {
    for (int i = 0; i < count; i++) {
      post(i);
    }
  }

  private HttpRequest.Builder request(String link) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + link));
  }

  private BufferedReader open(String link, String lastEventId) throws Exception {
    HttpRequest.Builder request = request(link);
    if (!lastEventId.isEmpty()) {
      request.header("Last-Event-ID", lastEventId);
    }
    HttpResponse<InputStream> answer =
        HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
    assertThat(answer.headers().firstValue("Content-Type")).contains("text/event-stream");
    BufferedReader reader =
        new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8));
    opened.add(reader);
    assertThat(reader.readLine()).startsWith("retry:");
    return reader;
  }

  /** The next event, without the comments before it. */
  private static String event(BufferedReader stream) throws IOException {
    StringBuilder event = new StringBuilder();
    String line = stream.readLine();
    while (line != null) {
      if (line.isEmpty() && !event.isEmpty()) {
        return event.toString();
      }
      if (!line.isEmpty() && !line.startsWith(":")) {
        event.append(line).append('\n');
      }
      line = stream.readLine();
    }
    throw new IOException("the stream has ended");
  }

  private static List<String> comments(BufferedReader stream, int count) throws IOException {
    List<String> comments = new ArrayList<>();
    while (comments.size() < count) {
      String line = stream.readLine();
      if (line.startsWith(":")) {
        comments.add(line);
      }
    }
    return comments;
  }

  private static List<Integer> ids(BufferedReader stream, int count) throws IOException {
    List<Integer> ids = new ArrayList<>();
    while (ids.size() < count) {
      String event = event(stream);
      ids.add(Integer.parseInt(event.lines().skip(1).findFirst().orElseThrow().substring(4)));
    }
    return ids;
  }
}
