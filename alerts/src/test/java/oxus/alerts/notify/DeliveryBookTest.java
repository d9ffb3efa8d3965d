package oxus.alerts.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static oxus.alerts.Examples.NOON;
import static oxus.alerts.Examples.change;
import static oxus.schemas.ThreatLevel.LOW;
import static oxus.schemas.ThreatLevel.MODERATE;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import oxus.schemas.DeliveryAttempt;
import oxus.schemas.DeliveryStep;

class DeliveryBookTest {
  private static final DeliveryRules RULES = DeliveryRules.USUAL;
  private static final String NORTH = "XA-XB/NORTH";
  private static final String SOUTH = "XA-XB/SOUTH";

  private final Subscription ops = subscription(Optional.empty());
  private final DeliveryBook book = new DeliveryBook("", RULES);
  private final List<DeliveryAttempt> ledger = new ArrayList<>();

  @Test
  void acceptsAChangeOnceHoweverOftenItIsRead() {
    queue(0, NORTH, 1);
    queue(1, NORTH, 2);

    assertThat(book.queue(ops, 0, change(NORTH, 1, LOW, MODERATE), NOON)).isEmpty();
    assertThat(book.queue(ops, 1, change(NORTH, 2, LOW, MODERATE), NOON)).isEmpty();
  }

  @Test
  void sendsOfEachSectorTheOldestOnly() {
    queue(0, NORTH, 1);
    queue(1, NORTH, 2);
    queue(2, SOUTH, 1);

    assertThat(dueIds(NOON)).containsExactly("XA-XB/NORTH#1@ops", "XA-XB/SOUTH#1@ops");

    start("XA-XB/NORTH#1@ops", NOON);
    assertThat(dueIds(NOON)).containsExactly("XA-XB/SOUTH#1@ops");

    end("XA-XB/NORTH#1@ops", Answer.of(204, Optional.empty()), NOON);
    assertThat(dueIds(NOON)).containsExactly("XA-XB/NORTH#2@ops", "XA-XB/SOUTH#1@ops");
  }

  @Test
  void holdsASectorWhileItsOldestWaits() {
    queue(0, NORTH, 1);
    queue(1, NORTH, 2);

    fail("XA-XB/NORTH#1@ops", 500, NOON);

    assertThat(dueIds(NOON)).isEmpty();
    assertThat(dueIds(NOON.plus(RULES.first()))).containsExactly("XA-XB/NORTH#1@ops");
  }

  @Test
  void leavesAnEndpointAloneAfterFailuresAndAsksItWithOneMessage() {
    for (int sector = 0; sector < 6; sector++) {
      queue(sector, "XA-XB/S" + sector, 1);
    }
    Instant now = NOON;
    for (int failure = 0; failure < RULES.failures(); failure++) {
      now = now.plus(RULES.longest());
      fail(dueIds(now).get(0), 503, now);
    }

    assertThat(outbox().isBroken()).isTrue();
    assertThat(dueIds(now)).isEmpty();
    Instant after = now.plus(RULES.rest());
    assertThat(dueIds(after)).hasSize(1);

    String probe = dueIds(after).get(0);
    start(probe, after);
    assertThat(dueIds(after)).isEmpty();
    end(probe, Answer.of(200, Optional.empty()), after);
    assertThat(dueIds(after)).as("all at once").hasSize(4);
  }

  @Test
  void asksNoSoonerThanTheReceiverWants() {
    queue(0, NORTH, 1);
    queue(1, SOUTH, 1);
    start("XA-XB/NORTH#1@ops", NOON);
    end("XA-XB/NORTH#1@ops", Answer.of(429, Optional.of("3600")), NOON);

    assertThat(dueIds(NOON.plusSeconds(3599))).isEmpty();
    assertThat(dueIds(NOON.plusSeconds(3600))).hasSize(2);
  }

  @Test
  void asksAtOnceWhenSomebodyWantsIt() {
    queue(0, NORTH, 1);
    start("XA-XB/NORTH#1@ops", NOON);
    end("XA-XB/NORTH#1@ops", Answer.of(503, Optional.of("3600")), NOON);
    assertThat(outbox().isFailing()).isTrue();

    take(DeliveryBook.redrive(ledger.get(0), "kim", NOON.plusSeconds(60)));

    assertThat(dueIds(NOON.plusSeconds(60))).containsExactly("XA-XB/NORTH#1@ops");
  }

  @Test
  void readsADateToAskAgainAt() {
    Answer answer = Answer.of(503, Optional.of("Tue, 22 Jun 2021 12:10:00 GMT"));

    assertThat(answer.notBefore(NOON)).contains(NOON.plusSeconds(600));
    assertThat(Answer.of(503, Optional.of("soon")).notBefore(NOON)).isEmpty();
    assertThat(Answer.of(503, Optional.of("999999999")).notBefore(NOON))
        .as("a day at most")
        .contains(NOON.plus(Duration.ofDays(1)));
  }

  @Test
  void givesUpSoonOnAMessageThatTheReceiverRefuses() {
    queue(0, NORTH, 1);
    queue(1, NORTH, 2);
    Instant now = NOON;
    for (int refusal = 0; refusal < RULES.refusals(); refusal++) {
      now = now.plus(RULES.longest());
      fail("XA-XB/NORTH#1@ops", 422, now);
    }

    assertThat(outbox().givenUp()).hasSize(1);
    assertThat(outbox().isBroken()).as("the endpoint itself is fine").isFalse();
    assertThat(dueIds(now)).containsExactly("XA-XB/NORTH#2@ops");
  }

  @Test
  void givesUpAfterDaysAndSendsAgainWhenAsked() {
    queue(0, NORTH, 1);
    Instant late = NOON.plus(RULES.giveUp());
    fail("XA-XB/NORTH#1@ops", 500, late.minusSeconds(1));
    assertThat(outbox().givenUp()).isEmpty();
    fail("XA-XB/NORTH#1@ops", 500, late);
    assertThat(outbox().givenUp()).hasSize(1);

    take(DeliveryBook.redrive(ledger.get(0), "kim", late.plusSeconds(9)));

    assertThat(outbox().givenUp()).isEmpty();
    assertThat(dueIds(late.plusSeconds(9))).containsExactly("XA-XB/NORTH#1@ops");
  }

  @Test
  void stopsWhereTheEndpointIsGoneUntilItIsEnabled() {
    queue(0, NORTH, 1);
    start("XA-XB/NORTH#1@ops", NOON);
    end("XA-XB/NORTH#1@ops", Answer.of(410, Optional.empty()), NOON);
    queue(1, SOUTH, 1);
    Instant later = NOON.plus(Duration.ofDays(30));

    assertThat(outbox().isDisabled()).isTrue();
    assertThat(dueIds(later)).isEmpty();

    take(DeliveryBook.enable("ops", "kim", later));
    assertThat(dueIds(later)).as("nothing is lost").hasSize(2);
  }

  @Test
  void beginsWithWhatComesUnlessHistoryIsAskedFor() {
    Subscriptions fresh = new Subscriptions(List.of(ops), "");
    book.takeOver(fresh, 0, 7, NOON).forEach(this::take);

    assertThat(book.queue(ops, 6, change(NORTH, 6, LOW, MODERATE), NOON)).isEmpty();
    assertThat(book.queue(ops, 7, change(NORTH, 7, LOW, MODERATE), NOON)).isPresent();
  }

  @Test
  void endsAnAttemptThatNobodySawEndAndTriesAgainAtOnce() {
    Subscriptions all = new Subscriptions(List.of(ops), "");
    book.takeOver(all, 0, 0, NOON).forEach(this::take);
    queue(0, NORTH, 1);
    start("XA-XB/NORTH#1@ops", NOON);

    DeliveryBook next = new DeliveryBook("", RULES);
    ledger.forEach(next::apply);
    assertThat(next.due(ops, NOON)).as("might be under way").isEmpty();
    List<DeliveryAttempt> entries = next.takeOver(all, 1, 1, NOON.plusSeconds(60));
    entries.forEach(next::apply);

    assertThat(entries)
        .extracting(DeliveryAttempt::getStep, DeliveryAttempt::getMessageId)
        .containsExactly(tuple(DeliveryStep.INTERRUPTED, "XA-XB/NORTH#1@ops"));
    List<Delivery> due = next.due(ops, NOON.plusSeconds(60));
    assertThat(due).hasSize(1);
    assertThat(DeliveryBook.start(due.get(0), NOON).getAttempt()).isEqualTo(2);
  }

  @Test
  void beatsOncePerInterval() {
    Subscription beating = subscription(Optional.of(Duration.ofHours(1)));
    book.heartbeat(beating, NOON).ifPresent(this::take);

    assertThat(ledger.get(0).getMessageId()).isEqualTo("heartbeat-2021-06-22T12:00:00Z@ops");
    assertThat(book.heartbeat(beating, NOON.plusSeconds(3600))).as("one waits").isEmpty();
    start(ledger.get(0).getMessageId(), NOON);
    end("heartbeat-2021-06-22T12:00:00Z@ops", Answer.of(204, Optional.empty()), NOON);
    assertThat(book.heartbeat(beating, NOON.plusSeconds(3599))).isEmpty();
    assertThat(book.heartbeat(beating, NOON.plusSeconds(3600))).isPresent();
  }

  @Test
  void triesAHeartbeatOnce() {
    Subscription beating = subscription(Optional.of(Duration.ofHours(1)));
    book.heartbeat(beating, NOON).ifPresent(this::take);

    fail("heartbeat-2021-06-22T12:00:00Z@ops", 500, NOON);

    assertThat(outbox().waiting()).isEmpty();
    assertThat(outbox().givenUp()).as("an old heartbeat is of no use").isEmpty();
  }

  private static Subscription subscription(Optional<Duration> heartbeat) {
    return new Subscription(
        "ops",
        new Subscription.Endpoint("https://receiver.example/", List.of()),
        ChangeFilter.ALL,
        Optional.empty(),
        heartbeat,
        false);
  }

  private Outbox outbox() {
    return book.outbox(ops);
  }

  private void take(DeliveryAttempt entry) {
    ledger.add(entry);
    book.apply(entry);
  }

  private void queue(long offset, String sector, long sequence) {
    take(book.queue(ops, offset, change(sector, sequence, LOW, MODERATE), NOON).orElseThrow());
  }

  private List<String> dueIds(Instant now) {
    return book.due(ops, now).stream().map(delivery -> delivery.content().messageId()).toList();
  }

  private Delivery waiting(String id) {
    return outbox().waiting().stream()
        .filter(delivery -> delivery.content().messageId().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private void start(String id, Instant now) {
    take(DeliveryBook.start(waiting(id), now));
  }

  private void end(String id, Answer answer, Instant now) {
    take(new Endings(RULES).of(waiting(id), answer, now));
  }

  private void fail(String id, int status, Instant now) {
    start(id, now);
    end(id, Answer.of(status, Optional.empty()), now);
  }
}
