package oxus.alerts.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import oxus.schemas.EventType;
import oxus.schemas.Figure;
import oxus.schemas.Qualifier;
import oxus.schemas.ThreatLevel;

class WordingTest {

  @Test
  void namesTheZoneOfEachTime() {
    assertThat(Wording.time(Instant.parse("2021-06-22T23:59:59Z")))
        .isEqualTo("2021-06-22 23:59 UTC");
  }

  @Test
  void writesOneDayOnce() {
    LocalDate day = LocalDate.parse("2021-06-22");

    assertThat(Wording.days(day, day)).isEqualTo("2021-06-22");
    assertThat(Wording.days(day, day.plusDays(1))).isEqualTo("2021-06-22 to 2021-06-23");
  }

  @Test
  void turnsNamesIntoWords() {
    assertThat(Wording.words(EventType.CROSS_BORDER_ATTACK)).isEqualTo("Cross border attack");
    assertThat(Wording.number(ThreatLevel.CRITICAL)).isEqualTo(5);
  }

  @Test
  void roundsForAGlanceAndKeepsEveryDigitForTheSum() {
    assertThat(Wording.glance(1_234_567)).isEqualTo("1.23");
    assertThat(Wording.exact(1_234_567)).isEqualTo("1.234567");
    assertThat(Wording.signed(1_500_000)).isEqualTo("+1.500000");
    assertThat(Wording.signed(-1_500_000)).isEqualTo("-1.500000");
  }

  @Test
  void keepsTheQualifierOfAFigure() {
    assertThat(figure(Qualifier.AT_LEAST, 1000L, null)).isEqualTo("at least 1,000 soldiers");
    assertThat(figure(Qualifier.AT_MOST, null, 20L)).isEqualTo("at most 20 soldiers");
    assertThat(figure(Qualifier.ABOUT, 650L, 650L)).isEqualTo("about 650 soldiers");
    assertThat(figure(Qualifier.BETWEEN, 130L, 134L)).isEqualTo("130–134 soldiers");
    assertThat(figure(Qualifier.EXACT, 17L, 17L)).isEqualTo("17 soldiers");
  }

  private static String figure(Qualifier qualifier, @Nullable Long min, @Nullable Long max) {
    return Wording.figure(
        Figure.newBuilder()
            .setQualifier(qualifier)
            .setMin(min)
            .setMax(max)
            .setUnit("soldiers")
            .build());
  }

  @Test
  void dropsCharactersThatDisturbWhatStandsAroundThem() {
    assertThat(Wording.plain("a\u202Eb\u0007c\u001B[31md\u2066e\r\nf")).isEqualTo("abc[31mde\nf");
  }
}
