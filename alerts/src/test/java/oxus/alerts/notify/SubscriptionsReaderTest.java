package oxus.alerts.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static oxus.alerts.Examples.change;
import static oxus.schemas.ThreatLevel.LOW;
import static oxus.schemas.ThreatLevel.MODERATE;
import static oxus.schemas.ThreatLevel.SEVERE;
import static oxus.schemas.ThreatLevel.SUBSTANTIAL;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import oxus.alerts.Examples;
import oxus.theatre.Problem;

class SubscriptionsReaderTest {
  private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

  private final List<Problem> problems = new ArrayList<>();

  @Test
  void readsASubscription() {
    Subscription ops =
        read("""
                console: https://oxus.example
                webhooks:
                  - name: ops-room
                    url: https://ops.example/hooks/oxus
                    secrets: [{env: OPS}, {file: old.secret}]
                    sectors: [XA-XB]
                    minimumLevel: SEVERE
                    only: rises
                    heartbeat: PT1H
                """)
            .find("ops-room")
            .orElseThrow();

    assertThat(problems).isEmpty();
    assertThat(ops.endpoint().secrets()).hasSize(2);
    assertThat(ops.filter().sectors()).containsExactlyInAnyOrder("XA-XB/NORTH", "XA-XB/SOUTH");
    assertThat(ops.heartbeat()).contains(Duration.ofHours(1));
    assertThat(ops.template()).isEmpty();
    assertThat(ops.wants(change("XA-XB/NORTH", 1, LOW, SEVERE))).isTrue();
    assertThat(ops.wants(change("XA-XC/EAST", 1, LOW, SEVERE))).as("elsewhere").isFalse();
    assertThat(ops.wants(change("XA-XB/NORTH", 1, SEVERE, LOW))).as("falls").isFalse();
    assertThat(ops.wants(change("XA-XB/NORTH", 1, LOW, SUBSTANTIAL))).as("too low").isFalse();
  }

  @Test
  void tellsThoseWhoHeardOfARiseThatItIsOver() {
    ChangeFilter severe = new ChangeFilter(Set.of(), SEVERE, ChangeFilter.Direction.BOTH);

    assertThat(severe.accepts(change("XA-XB/NORTH", 2, SEVERE, MODERATE))).isTrue();
    assertThat(severe.accepts(change("XA-XB/NORTH", 2, SUBSTANTIAL, MODERATE))).isFalse();
  }

  @Test
  void takesTheUrlOfAChatFromElsewhereAndNeedsNoSecretThere() {
    Subscriptions chat =
        read(
            """
            webhooks:
              - {name: chat, url: {env: CHAT}, template: slack}
              - {name: own, url: {env: CHAT}, template: {file: own.json}}
            """);

    assertThat(problems).isEmpty();
    assertThat(chat.find("chat").orElseThrow().endpoint().url())
        .isEqualTo("https://chat.example/secret");
    assertThat(chat.find("own").orElseThrow().template()).isPresent();
  }

  @Test
  void wantsAFormForHeartbeatsBesideATemplate() {
    String entry = "  - {name: own, url: {env: CHAT}, heartbeat: PT1H, template: ";

    read("webhooks:\n" + entry + "slack}\n");
    assertThat(problems).isEmpty();

    read("webhooks:\n" + entry + "{file: own.json}}\n");
    assertThat(problems)
        .singleElement()
        .satisfies(
            problem ->
                assertThat(problem.toString()).contains("the template has no form for heartbeats"));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "name: a b | 3 | cannot be used",
        "urll: x | 4 | unknown key 'urll'",
        "secrets: [whsec_abc] | 4 | stands in the file",
        "secrets: [{env: NOWHERE}] | 4 | 'NOWHERE' is not there",
        "secrets: [{env: CHAT}] | 4 | is no secret",
        "secrets: [{env: OPS, file: x}] | 4 | two things",
        "secrets: [{env: OPS}, {env: OPS}, {env: OPS}] | 4 | more than two",
        "secrets: [] | 2 | nobody could verify",
        "sectors: [XX-YY] | 4 | 'XX-YY' is no sector",
        "minimumLevel: HIGH | 4 | 'HIGH' is no ThreatLevel",
        "only: up | 4 | write rises or falls",
        "template: mail | 4 | use json, slack",
        "template: {file: broken.json} | 4 | is not JSON",
        "template: {file: gone.json} | 4 | is not there",
        "heartbeat: PT1S | 4 | too often",
        "history: yes | 4 | neither true nor false",
        "url: ftp://x/ | 3 | write https://HOST/PATH",
        "url: 'no url' | 3 | cannot be read"
      })
  void complainsWithTheLine(String entry, int line, String complaint) {
    List<String> keys = new ArrayList<>();
    if (!entry.startsWith("name:")) {
      keys.add("name: ops");
    }
    if (!entry.startsWith("url:")) {
      keys.add("url: https://ops.example/");
    }
    keys.add(entry);
    if (!entry.startsWith("secrets:")) {
      keys.add("secrets: [{env: OPS}]");
    }

    read("webhooks:\n  - " + String.join("\n    ", keys) + "\n");

    assertThat(problems)
        .anySatisfy(
            problem -> {
              assertThat(problem.toString()).contains(complaint);
              assertThat(problem.line()).isEqualTo(line);
            });
  }

  @Test
  void wantsEachNameOnce() {
    read(
        """
        webhooks:
          - {name: chat, url: {env: CHAT}, template: slack}
          - {name: chat, url: {env: CHAT}, template: slack}
        """);

    assertThat(problems).singleElement().asString().contains("3: the name 'chat' is taken");
  }

  private Subscriptions read(String text) {
    Map<String, String> variables = Map.of("OPS", SECRET, "CHAT", "https://chat.example/secret");
    Map<String, String> files =
        Map.of(
            "old.secret", SECRET + "\n", "own.json", "{\"x\":\"{{to}}\"}", "broken.json", "{{to}}");
    References references =
        new References() {
          @Override
          public Optional<String> variable(String name) {
            return Optional.ofNullable(variables.get(name));
          }

          @Override
          public Optional<String> file(String name) {
            return Optional.ofNullable(files.get(name));
          }
        };
    Map<String, Template> shipped =
        Map.of(
            "slack",
            Template.parse("{\"text\":\"{{to}}\"}")
                .with(Template.parseHeartbeat("{\"text\":\"{{waiting}}\"}")));
    return new SubscriptionsReader(Examples.theatre(), references, shipped, problems)
        .read("hooks.yaml", text);
  }
}
