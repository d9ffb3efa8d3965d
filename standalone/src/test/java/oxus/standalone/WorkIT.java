package oxus.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import oxus.alerts.AccessConfig;
import oxus.alerts.AlertsApp;
import oxus.alerts.access.Identity;
import oxus.alerts.access.Keys;
import oxus.alerts.access.Role;
import oxus.processor.ProcessorApp;
import oxus.schemas.connect.Deployment;
import oxus.schemas.connect.TopicAdmin;
import oxus.theatre.Theatre;
import oxus.theatre.TheatreLoader;

/**
 * People work on the running pipeline: two sign an override, the level follows, a restart forgets
 * nothing.
 */
@Timeout(180)
class WorkIT {
  private static final String PANJ = "/api/sectors/TJ-AF%2FPANJ";

  private final HttpClient http = HttpClient.newHttpClient();
  private final Theatre theatre = TheatreLoader.shipped();
  private final AccessConfig access =
      new AccessConfig(
          Keys.none()
              .with("anna's", Identity.of("anna", Role.SUPERVISOR))
              .with("ben's", Identity.of("ben", Role.SUPERVISOR)),
          Optional.empty());

  @Test
  void raisesASectorWhenTwoPeopleAgreeAndRemembersItAllAfterARestart(@TempDir Path folder)
      throws Exception {
    try (EmbeddedBroker broker = EmbeddedBroker.start(folder.resolve("kafka"), 0)) {
      Deployment deployment =
          new Deployment(
              broker.bootstrapServers(),
              "work-",
              2,
              "127.0.0.1",
              0,
              folder.resolve("state"),
              Optional.empty());
      new TopicAdmin(deployment).createMissing(Duration.ofSeconds(30));
      PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
      String audit;
      try (AlertsApp app = new AlertsApp(deployment, theatre, registry, access);
          ProcessorApp processor = new ProcessorApp(deployment, theatre, registry)) {
        processor.start();
        BufferedReader other = stream(app);
        String id = ordered(app);
        assertThat(until(other, "event: ")).isEqualTo("event: work");
        assertThat(get(app, "/api/changes")).contains("\"changes\":[]");
        post(app, "ben's", "/api/overrides/" + id + "/approve", "{\"reason\":\"seen it too\"}");

        assertThat(until(other, "event: change")).isEqualTo("event: change");
        assertThat(until(other, "data: "))
            .contains("TJ-AF/PANJ#1", "\"to\":\"CRITICAL\"", "OVERRIDE_SET");
        assertThat(get(app, "/changes/TJ-AF%2FPANJ%231")).contains("anna, approved by ben");
        post(app, "ben's", "/api/changes/TJ-AF%2FPANJ%231/acknowledge", "{\"request\":\"r1\"}");
        other.close();
        audit = audit(app);
      }

      try (AlertsApp app =
          new AlertsApp(
              deployment, theatre, new PrometheusMeterRegistry(PrometheusConfig.DEFAULT), access)) {
        BufferedReader stream = stream(app);
        assertThat(until(stream, "data: {\"offset\":0")).contains("CRITICAL");
        String again =
            post(app, "ben's", "/api/changes/TJ-AF%2FPANJ%231/acknowledge", "{\"request\":\"r1\"}");

        assertThat(again).contains("\"repeated\":true");
        assertThat(audit(app)).isEqualTo(audit).contains("\"sequence\":3,", "\"whole\":true");
        stream.close();
      }
    }
  }

  private String ordered(AlertsApp app) throws Exception {
    List<String> answers = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      answers.add(
          post(
              app,
              "anna's",
              PANJ + "/override",
              "{\"request\":\"o1\",\"floor\":\"CRITICAL\",\"hours\":2,\"reason\":\"columns\"}"));
    }
    assertThat(answers.get(1)).startsWith("{\"repeated\":true");
    return answers.get(0).replaceAll(".*\"action\":\\{\"id\":\"([0-9a-f]+)\".*", "$1");
  }

  private String audit(AlertsApp app) throws Exception {
    return http.send(
            request(app, "/api/audit").header("Authorization", "Bearer anna's").build(),
            BodyHandlers.ofString())
        .body();
  }

  private BufferedReader stream(AlertsApp app) throws Exception {
    InputStream body =
        http.send(request(app, "/api/events?after=-1").build(), BodyHandlers.ofInputStream())
            .body();
    return new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
  }

  private static String until(BufferedReader stream, String start) throws Exception {
    String line = String.valueOf(stream.readLine());
    while (!line.startsWith(start)) {
      line = String.valueOf(stream.readLine());
    }
    return line;
  }

  private String post(AlertsApp app, String key, String path, String body) throws Exception {
    return http.send(
            request(app, path)
                .header("Authorization", "Bearer " + key)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build(),
            BodyHandlers.ofString())
        .body();
  }

  private String get(AlertsApp app, String path) throws Exception {
    return http.send(request(app, path).build(), BodyHandlers.ofString()).body();
  }

  private static HttpRequest.Builder request(AlertsApp app, String path) {
    return HttpRequest.newBuilder(
        URI.create(app.address().substring(0, app.address().length() - 1) + path));
  }
}
