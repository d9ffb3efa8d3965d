package oxus.alerts.notify;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class DeliveryRulesProperties {
  private static final DeliveryRules RULES = DeliveryRules.USUAL;

  @Property(tries = 500)
  void waitsBetweenHalfAndAllOfADoublingTime(
      @ForAll String id, @ForAll @IntRange(min = 1, max = 10_000) int attempt) {
    Duration wait = RULES.waitAfter(id, attempt);
    Duration full = attempt > 9 ? RULES.longest() : RULES.first().multipliedBy(1L << (attempt - 1));

    assertThat(wait).isBetween(full.dividedBy(2), full);
    assertThat(RULES.waitAfter(id, attempt)).isEqualTo(wait);
  }

  @Property(tries = 500)
  void leavesAnEndpointAloneOnlyAfterSeveralFailures(
      @ForAll String name, @ForAll @IntRange(min = 0, max = 10_000) int failed) {
    Duration rest = RULES.restAfter(name, failed);

    assertThat(rest.isZero()).isEqualTo(failed < RULES.failures());
    assertThat(rest).isLessThanOrEqualTo(RULES.longest());
  }

  @Example
  void spreadsMessagesThatFailedTogether() {
    Set<Duration> waits = new HashSet<>();
    for (int message = 0; message < 100; message++) {
      waits.add(RULES.waitAfter("XA-XB/NORTH#" + message + "@ops", 8));
    }

    assertThat(waits).hasSizeGreaterThan(90);
  }
}
