package oxus.ingest.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RateLimitTest {
  private static final Instant NOW = Instant.parse("2021-07-05T10:00:00Z");

  private final RateLimit limit = new RateLimit(10);

  @Test
  void letsABatchLargerThanTheRateThroughAndThenWaitsUntilItIsPaidOff() {
    assertThat(limit.take("a", 100, NOW)).isZero();
    assertThat(limit.take("a", 1, NOW)).isEqualTo(Duration.ofSeconds(8));
    assertThat(limit.take("a", 1, NOW.plusSeconds(7))).isEqualTo(Duration.ofSeconds(1));
    assertThat(limit.take("a", 1, NOW.plusSeconds(8))).isZero();
  }

  @Test
  void doesNotCountWhatItRefused() {
    assertThat(limit.take("a", 100, NOW)).isZero();
    for (int i = 0; i < 50; i++) {
      assertThat(limit.take("a", 1_000, NOW)).isEqualTo(Duration.ofSeconds(8));
    }
  }

  @Test
  void keepsSendersApart() {
    assertThat(limit.take("a", 100, NOW)).isZero();
    assertThat(limit.take("b", 1, NOW)).isZero();
  }

  @Test
  void hasRoomForSoManyBytesAtOnce() {
    Room room = new Room(10);

    assertThat(room.enter(6)).isTrue();
    assertThat(room.enter(5)).isFalse();
    room.leave(6);
    assertThat(room.enter(10)).isTrue();
    assertThat(room.taken()).isEqualTo(10);
  }
}
