package oxus.ingest.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import oxus.schemas.BorderEvent;
import oxus.schemas.EventType;
import oxus.schemas.PolicyChange;
import oxus.schemas.Precision;
import oxus.schemas.Reliability;
import oxus.schemas.ReportStatus;
import oxus.schemas.Stake;
import oxus.schemas.Tick;
import oxus.schemas.Withdrawal;
import oxus.theatre.Policy;
import oxus.theatre.TheatreLoader;

class ReplaySequenceTest {
  private static final Policy POLICY = TheatreLoader.shipped().policy();
  private static final Instant MONDAY = Instant.parse("2021-06-21T23:59:59Z");
  private static final Instant TUESDAY = Instant.parse("2021-06-22T23:59:59Z");
  private static final Instant WEDNESDAY = Instant.parse("2021-06-23T23:59:59Z");

  private static ReplaySequence plain() {
    return new ReplaySequence(POLICY, Optional.empty(), Optional.empty());
  }

  @Test
  void publishesThePolicyFirstAndClosesEachKnowledgeTimeWithATick() {
    BorderEvent one = report("one", MONDAY);
    BorderEvent two = report("two", MONDAY);
    BorderEvent three = report("three", WEDNESDAY);

    assertThat(plain().of(List.of(one, two, three), List.of()))
        .containsExactly(
            new PolicyChange(POLICY.version(), POLICY.text(), MONDAY, "replay"),
            one,
            two,
            new Tick(MONDAY),
            three,
            new Tick(WEDNESDAY));
  }

  @Test
  void withdrawsARevisionBeforeWhatReplacesIt() {
    Withdrawal withdrawal = new Withdrawal("key", "r1", TUESDAY, "superseded");
    BorderEvent one = report("one", MONDAY);
    BorderEvent two = report("two", TUESDAY);

    assertThat(plain().of(List.of(one, two), List.of(withdrawal)))
        .endsWith(one, new Tick(MONDAY), withdrawal, two, new Tick(TUESDAY));
  }

  @Test
  void putsFurtherTicksBetweenButNeverOnAKnowledgeTimeStillOpen() {
    ReplaySequence daily =
        new ReplaySequence(POLICY, Optional.of(Duration.ofDays(1)), Optional.empty());

    List<SpecificRecord> records =
        daily.of(List.of(report("one", MONDAY), report("three", WEDNESDAY)), List.of());

    assertThat(records.stream().filter(Tick.class::isInstance))
        .containsExactly(new Tick(MONDAY), new Tick(TUESDAY), new Tick(WEDNESDAY));
    assertThat(records).endsWith(report("three", WEDNESDAY), new Tick(WEDNESDAY));
  }

  @Test
  void knowsNothingLaterThanItsEndAndLetsTimeComeToIt() {
    Instant end = Instant.parse("2021-06-23T12:00:00Z");
    ReplaySequence until = new ReplaySequence(POLICY, Optional.empty(), Optional.of(end));

    assertThat(until.of(List.of(report("one", MONDAY), report("three", WEDNESDAY)), List.of()))
        .endsWith(report("one", MONDAY), new Tick(MONDAY), new Tick(end));
  }

  @Test
  void takesWhatIsKnownAtTheVeryEnd() {
    ReplaySequence until = new ReplaySequence(POLICY, Optional.empty(), Optional.of(MONDAY));

    assertThat(until.of(List.of(report("one", MONDAY)), List.of()))
        .endsWith(report("one", MONDAY), new Tick(MONDAY))
        .hasSize(3);
  }

  @Test
  void isEmptyWhenNothingIsKnownInTime() {
    ReplaySequence until = new ReplaySequence(POLICY, Optional.empty(), Optional.of(MONDAY));

    assertThat(until.of(List.of(report("three", WEDNESDAY)), List.of())).isEmpty();
    assertThat(plain().of(List.of(), List.of())).isEmpty();
  }

  @Test
  void refusesTicksThatWouldNeverGetAnywhere() {
    assertThatThrownBy(
            () -> new ReplaySequence(POLICY, Optional.of(Duration.ZERO), Optional.empty()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("ticks lie PT0S apart; choose a length above zero, as in PT1H");
  }

  private static BorderEvent report(String id, Instant knownAt) {
    return new BorderEvent(
        id,
        "key",
        "r1",
        "herald",
        "The Herald",
        "herald",
        null,
        Reliability.B,
        null,
        "",
        knownAt,
        knownAt,
        EventType.ARMED_CLASH,
        ReportStatus.REPORTED,
        List.of("CA"),
        List.of(),
        "",
        LocalDate.parse("2021-06-20"),
        LocalDate.parse("2021-06-20"),
        Precision.DAY,
        null,
        null,
        null,
        null,
        null,
        List.of(),
        1000,
        "hand-coded",
        null,
        false,
        null,
        Stake.NONE);
  }
}
