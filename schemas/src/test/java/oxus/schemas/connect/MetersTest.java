package oxus.schemas.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MetersTest {
  private final AtomicBoolean ready = new AtomicBoolean();
  private final HttpClient http = HttpClient.newHttpClient();
  private Meters meters;

  @BeforeEach
  void open() throws IOException {
    meters = open(0);
  }

  private Meters open(int port) throws IOException {
    Deployment deployment =
        new Deployment("127.0.0.1:9", "", 1, "127.0.0.1", port, Path.of("state"), Optional.empty());
    return Meters.open(
        deployment, new PrometheusMeterRegistry(PrometheusConfig.DEFAULT), ready::get);
  }

  @AfterEach
  void close() {
    meters.close();
  }

  @Test
  void tellsHealthAndMetrics() throws Exception {
    assertThat(get("/health/live").body()).isEqualTo("live\n");
    assertThat(get("/health/ready").statusCode()).isEqualTo(503);
    ready.set(true);
    assertThat(get("/health/ready").body()).isEqualTo("ready\n");
    assertThat(get("/metrics").body()).contains("jvm_memory_used_bytes");
    assertThat(get("/other").statusCode()).isEqualTo(404);
  }

  @Test
  void answersOthersWhileSomebodyFallsSilentInTheMiddleOfARequest() throws Exception {
    try (Socket silent = new Socket(InetAddress.getLoopbackAddress(), meters.port())) {
      silent.getOutputStream().write("GET /metrics HT".getBytes(StandardCharsets.US_ASCII));
      silent.getOutputStream().flush();

      assertThat(get("/health/live").body()).isEqualTo("live\n");
    }
  }

  @Test
  void saysThatThePortIsTaken() {
    assertThatThrownBy(() -> open(meters.port())).isInstanceOf(PortTakenException.class);
  }

  private HttpResponse<String> get(String path) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + meters.port() + path))
            .timeout(Duration.ofSeconds(20))
            .build();
    return http.send(request, BodyHandlers.ofString());
  }
}
