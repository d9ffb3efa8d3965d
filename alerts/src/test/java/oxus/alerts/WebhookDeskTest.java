package oxus.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static oxus.alerts.Examples.NOON;
import static oxus.alerts.Examples.change;
import static oxus.schemas.DeliveryStep.DELIVERED;
import static oxus.schemas.DeliveryStep.DISABLED;
import static oxus.schemas.DeliveryStep.FAILED;
import static oxus.schemas.DeliveryStep.GIVEN_UP;
import static oxus.schemas.DeliveryStep.INTERRUPTED;
import static oxus.schemas.DeliveryStep.QUEUED;
import static oxus.schemas.DeliveryStep.STARTED;
import static oxus.schemas.DeliveryStep.SUBSCRIBED;
import static oxus.schemas.ThreatLevel.LOW;
import static oxus.schemas.ThreatLevel.MODERATE;
import static oxus.schemas.ThreatLevel.SEVERE;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import oxus.alerts.notify.Answer;
import oxus.alerts.notify.ChangeFilter;
import oxus.alerts.notify.DeliveryBook;
import oxus.alerts.notify.DeliveryRules;
import oxus.alerts.notify.SigningSecret;
import oxus.alerts.notify.Subscription;
import oxus.alerts.notify.Subscriptions;
import oxus.alerts.notify.Template;
import oxus.schemas.DeliveryAttempt;
import oxus.schemas.DeliveryStep;
import oxus.schemas.ThreatLevelChange;
import oxus.schemas.outbound.Limits;
import oxus.schemas.outbound.OutboundRules;

/** A real receiver that misbehaves in every way: nothing is lost, and the ledger tells it all. */
@Timeout(60)
class WebhookDeskTest {
  private static final String NEW = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
  private static final String OLD = "whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
  private static final String NORTH = "XA-XB/NORTH";
  private static final String ID = "exercise-XA-XB/NORTH#1@ops";
  private static final Duration HASTY = Duration.ofSeconds(1);
  private static final Duration PATIENT = Duration.ofSeconds(20);

  private final List<DeliveryAttempt> ledger = new ArrayList<>();
  private final Map<Long, ThreatLevelChange> changes = new TreeMap<>();
  private final Semaphore ended = new Semaphore(0);
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final List<AutoCloseable> open = new ArrayList<>();
  private Duration limit = PATIENT;
  private Instant now = NOON;

  @AfterEach
  void close() throws Exception {
    for (AutoCloseable part : open) {
      part.close();
    }
  }

  @Test
  void deliversASignedEventThatSaysItIsAnExercise() throws Exception {
    Receiver receiver = receiver();
    WebhookDesk desk = desk(receiver);

    desk.accept(0, stored(0, change(NORTH, 1, LOW, SEVERE)), now);
    turnUntilDone(desk);

    assertThat(receiver.requests()).hasSize(1);
    Receiver.Request request = receiver.requests().get(0);
    String body = request.body();
    assertThat(body)
        .startsWith(
            "{\"specversion\":\"1.0\",\"id\":\"XA-XB/NORTH#1\","
                + "\"source\":\"/oxus/exercise-threat-level-changes\","
                + "\"type\":\"org.oxuswatch.threat-level-change.v1\","
                + "\"datacontenttype\":\"application/json\",\"exercise\":true,"
                + "\"subject\":\"XA-XB/NORTH\",")
        .contains("\"data\":{\"changeId\":\"XA-XB/NORTH#1\"");
    assertThat(request.headers())
        .containsEntry("content-type", "application/cloudevents+json")
        .containsEntry("oxus-exercise", "true")
        .containsEntry("webhook-id", ID);
    assertThat(request.verifies(NEW, now)).isTrue();
    assertThat(request.verifies(OLD, now)).isTrue();
    assertThat(steps()).containsExactly(SUBSCRIBED, QUEUED, STARTED, DELIVERED);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "500, status",
    "404, status",
    "429, throttled",
    "400, refused",
    "302, redirect",
    "307, redirect",
    "hang, too-slow",
    "drip, too-slow",
    "cut, cut-off"
  })
  void triesAgainWithTheSameIdAndBody(String fault, String reason) throws Exception {
    limit = reason.equals("too-slow") ? HASTY : PATIENT;
    Receiver receiver = receiver(fault, fault);
    WebhookDesk desk = desk(receiver);

    desk.accept(0, stored(0, change(NORTH, 1, LOW, SEVERE)), now);
    turnUntilDone(desk);

    assertThat(steps())
        .startsWith(SUBSCRIBED, QUEUED, STARTED, FAILED, STARTED, FAILED, STARTED)
        .endsWith(DELIVERED);
    assertThat(ledger.get(3).getReason()).isEqualTo(reason);
    assertThat(receiver.requests()).hasSizeGreaterThanOrEqualTo(3);
    for (Receiver.Request request : receiver.requests()) {
      assertThat(request.headers()).containsEntry("webhook-id", ID);
      assertThat(request.body()).isEqualTo(receiver.requests().get(0).body());
      assertThat(request.verifies(NEW, sent(request))).isTrue();
    }
  }

  @Test
  void followsNoRedirectAnywhere() throws Exception {
    Receiver forbidden = receiver();
    Receiver receiver = receiver("redirect " + forbidden.url(), "redirect " + forbidden.url());
    WebhookDesk desk = desk(receiver);

    desk.accept(0, stored(0, change(NORTH, 1, LOW, SEVERE)), now);
    turnUntilDone(desk);

    assertThat(forbidden.connections()).isZero();
    assertThat(receiver.requests()).hasSize(3);
    assertThat(ledger.get(3).getReason()).isEqualTo("redirect");
    assertThat(ledger.get(ledger.size() - 1).getStep()).isEqualTo(DELIVERED);
  }

  @Test
  void asksNoForbiddenAddressAndKeepsTheMessage() throws Exception {
    Receiver receiver = receiver();
    WebhookDesk desk = desk(receiver, new OutboundRules(Set.of(receiver.port()), Set.of()));

    desk.accept(0, stored(0, change(NORTH, 1, LOW, SEVERE)), now);
    turn(desk);

    assertThat(receiver.connections()).isZero();
    assertThat(steps()).containsExactly(SUBSCRIBED, QUEUED, STARTED, FAILED);
    assertThat(ledger.get(3).getReason()).isEqualTo("loopback");
    assertThat(ledger.get(3).getNextAt()).isPresent();
  }

  @Test
  void stopsWhenTheEndpointIsGone() throws Exception {
    Receiver receiver = receiver("410");
    WebhookDesk desk = desk(receiver);

    desk.accept(0, stored(0, change(NORTH, 1, LOW, SEVERE)), now);
    desk.accept(1, stored(1, change(NORTH, 2, SEVERE, MODERATE)), now);
    turn(desk);
    now = now.plus(Duration.ofDays(9));
    desk.turn(now);

    assertThat(receiver.requests()).hasSize(1);
    assertThat(steps()).containsExactly(SUBSCRIBED, QUEUED, QUEUED, STARTED, DISABLED);

    DeliveryAttempt enable = DeliveryBook.enable("ops", "kim", now);
    ledger.add(enable);
    desk.request(enable);
    turnUntilDone(desk);
    assertThat(receiver.ids()).containsExactly(ID, ID, "exercise-XA-XB/NORTH#2@ops");
  }

  /** The ledger is all that the next process has. */
  @Test
  void goesOnAfterAKillAtEveryPoint() throws Exception {
    for (int kept = 1; kept <= 8; kept++) {
      ledger.clear();
      Receiver receiver = receiver("500");
      WebhookDesk first = desk(receiver);
      first.accept(0, stored(0, change(NORTH, 1, LOW, SEVERE)), now);
      first.accept(1, stored(1, change(NORTH, 2, SEVERE, MODERATE)), now);
      turnUntilDone(first);
      List<DeliveryAttempt> written = List.copyOf(ledger.subList(0, kept));
      ledger.clear();
      ledger.addAll(written);

      WebhookDesk next = desk(receiver);
      changes.forEach((offset, change) -> next.accept(offset, change, now));
      turnUntilDone(next);

      assertThat(delivered())
          .as("killed after %s entries", kept)
          .hasSize(2)
          .doesNotHaveDuplicates();
      assertThat(starts()).as("each attempt has an end").isEqualTo(ends());
      assertThat(receiver.ids()).containsOnly(ID, "exercise-XA-XB/NORTH#2@ops");
    }
  }

  @Test
  void sendsAHeartbeatSoThatSilenceShows() throws Exception {
    Receiver receiver = receiver();
    WebhookDesk desk =
        desk(
            new Subscription(
                "ops",
                endpoint(receiver),
                ChangeFilter.ALL,
                Optional.empty(),
                Optional.of(Duration.ofHours(1)),
                true),
            allowing(receiver));

    turn(desk);
    now = now.plusSeconds(3600);
    turn(desk);

    assertThat(receiver.ids())
        .containsExactly(
            "exercise-heartbeat-2021-06-22T12:00:00Z@ops",
            "exercise-heartbeat-2021-06-22T13:00:00Z@ops");
    assertThat(receiver.requests().get(0).body())
        .contains("org.oxuswatch.heartbeat.v1", "\"data\":{\"interval\":\"PT1H\",\"waiting\":0");
  }

  @ParameterizedTest
  @CsvSource({"slack", "teams"})
  void sendsHeartbeatsToChatsInTheirForm(String template) throws Exception {
    Receiver receiver = receiver();
    WebhookDesk desk =
        desk(
            new Subscription(
                "chat",
                new Subscription.Endpoint(receiver.url(), List.of()),
                ChangeFilter.ALL,
                Optional.ofNullable(WebhookConfig.shipped().get(template)),
                Optional.of(Duration.ofHours(1)),
                true),
            allowing(receiver));

    turn(desk);

    assertThat(receiver.requests().get(0).body())
        .startsWith("{")
        .contains("EXERCISE EXERCISE EXERCISE – Oxus watches on; 0 messages wait", "PT1H")
        .doesNotContain("{{", "org.oxuswatch");
  }

  @ParameterizedTest
  @CsvSource({"slack", "teams"})
  void speaksToChats(String template) throws Exception {
    Receiver receiver = receiver();
    Optional<Template> shipped = Optional.ofNullable(WebhookConfig.shipped().get(template));
    WebhookDesk desk =
        desk(
            new Subscription(
                "chat",
                new Subscription.Endpoint(receiver.url(), List.of()),
                ChangeFilter.ALL,
                shipped,
                Optional.empty(),
                true),
            allowing(receiver));

    desk.accept(0, stored(0, change(NORTH, 1, LOW, SEVERE)), now);
    turnUntilDone(desk);

    Receiver.Request request = receiver.requests().get(0);
    assertThat(request.body())
        .contains("EXERCISE EXERCISE EXERCISE – XA-XB/NORTH raised to SEVERE")
        .contains("The score reached 7.5, the threshold of SEVERE is 6.")
        .doesNotContain("{{");
    assertThat(request.headers()).doesNotContainKey("webhook-signature");
  }

  @Test
  void countsAttemptsAndShowsWhatWaits() throws Exception {
    Receiver receiver = receiver("500");
    WebhookDesk desk = desk(receiver);

    desk.accept(0, stored(0, change(NORTH, 1, LOW, SEVERE)), now);
    turn(desk);

    assertThat(meters.get("oxus.webhook.waiting").gauge().value()).isEqualTo(1);
    assertThat(
            meters
                .get("oxus.webhook.attempts")
                .tags("subscription", "ops", "outcome", "failed", "reason", "status")
                .counter()
                .count())
        .isEqualTo(1);
  }

  @Test
  void givesUpOnAChangeThatCannotBeReadAgain() throws Exception {
    WebhookDesk desk = desk(receiver());

    desk.accept(0, change(NORTH, 1, LOW, SEVERE), now);
    desk.turn(now);
    desk.turn(now);

    assertThat(steps()).containsExactly(SUBSCRIBED, QUEUED, STARTED, GIVEN_UP);
    assertThat(ledger.get(3).getReason()).isEqualTo("unreadable");
  }

  private Receiver receiver(String... faults) throws IOException {
    Receiver receiver = Receiver.start(faults);
    open.add(0, receiver);
    return receiver;
  }

  private static OutboundRules allowing(Receiver receiver) {
    return OutboundRules.with("127.0.0.1:" + receiver.port());
  }

  private static Subscription.Endpoint endpoint(Receiver receiver) {
    return new Subscription.Endpoint(
        receiver.url(),
        List.of(SigningSecret.parse(NEW).orElseThrow(), SigningSecret.parse(OLD).orElseThrow()));
  }

  private WebhookDesk desk(Receiver receiver) {
    return desk(receiver, allowing(receiver));
  }

  private WebhookDesk desk(Receiver receiver, OutboundRules outbound) {
    return desk(
        new Subscription(
            "ops", endpoint(receiver), ChangeFilter.ALL, Optional.empty(), Optional.empty(), true),
        outbound);
  }

  /** Begins from the ledger as it stands. */
  private WebhookDesk desk(Subscription subscription, OutboundRules outbound) {
    WebhookConfig config =
        new WebhookConfig(
            new Subscriptions(List.of(subscription), ""),
            outbound,
            DeliveryRules.USUAL,
            "exercise-",
            true);
    OutboundPoster poster = new OutboundPoster(outbound, new Limits(65_536, 65_536, 100, 0, limit));
    open.add(poster);
    DeliveryBook book = new DeliveryBook("exercise-", DeliveryRules.USUAL);
    ledger.forEach(book::apply);
    WebhookDesk desk =
        new WebhookDesk(
            config,
            book,
            new WebhookDesk.Ways(
                new MemoryLedger(),
                offset -> Optional.ofNullable(changes.get(offset)),
                (url, headers, body) -> noticing(poster.post(url, headers, body))),
            new WebhookMeters(meters, config.subscriptions()));
    desk.takeOver(0, changes.size(), now);
    return desk;
  }

  /** Lets the test know when an answer has reached the desk. */
  private CompletionStage<Answer> noticing(CompletionStage<Answer> answer) {
    CompletableFuture<Answer> noticed = new CompletableFuture<>();
    answer.thenAccept(
        came -> {
          noticed.complete(came);
          ended.release();
        });
    return noticed;
  }

  private ThreatLevelChange stored(long offset, ThreatLevelChange change) {
    changes.put(offset, change);
    return change;
  }

  /** One attempt, to its end in the ledger. */
  private void turn(WebhookDesk desk) throws InterruptedException {
    desk.turn(now);
    assertThat(ended.tryAcquire(PATIENT.toSeconds(), TimeUnit.SECONDS)).isTrue();
    desk.turn(now);
  }

  /** Lets time pass, a minute a turn, until nothing waits. */
  private void turnUntilDone(WebhookDesk desk) throws InterruptedException {
    desk.turn(now);
    while (!delivered().containsAll(queued())) {
      if (starts() > ends()) {
        assertThat(ended.tryAcquire(PATIENT.toSeconds(), TimeUnit.SECONDS)).isTrue();
      } else {
        now = now.plusSeconds(60);
      }
      desk.turn(now);
    }
  }

  /** The test moves time by hand: a receiver's clock would stand where the sender's stood. */
  private static Instant sent(Receiver.Request request) {
    return Instant.ofEpochSecond(Long.parseLong(request.headers().get("webhook-timestamp")));
  }

  private List<DeliveryStep> steps() {
    return ledger.stream().map(DeliveryAttempt::getStep).toList();
  }

  private List<String> queued() {
    return ids(QUEUED);
  }

  private List<String> delivered() {
    return ids(DELIVERED);
  }

  private List<String> ids(DeliveryStep step) {
    return ledger.stream()
        .filter(entry -> entry.getStep() == step)
        .map(DeliveryAttempt::getMessageId)
        .toList();
  }

  private long starts() {
    return ids(STARTED).size();
  }

  private long ends() {
    return steps().stream()
        .filter(Set.of(DELIVERED, FAILED, INTERRUPTED, DISABLED, GIVEN_UP)::contains)
        .count();
  }

  private final class MemoryLedger implements Ledger {
    @Override
    public void append(DeliveryAttempt entry) {
      ledger.add(entry);
    }

    @Override
    public void flush() {}
  }
}
