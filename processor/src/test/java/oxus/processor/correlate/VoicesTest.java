package oxus.processor.correlate;

import static org.assertj.core.api.Assertions.assertThat;
import static oxus.processor.Report.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import oxus.processor.Report;
import oxus.schemas.BorderEvent;
import oxus.schemas.Relation;

class VoicesTest {
  private static final int BITS = 3;

  private static List<String> voices(Report... reports) {
    List<BorderEvent> events = new ArrayList<>();
    for (int index = 0; index < reports.length; index++) {
      events.add(reports[index].named("e" + index).event());
    }
    return Voices.of(heard(events), BITS).names();
  }

  static List<Told> heard(List<BorderEvent> reports) {
    return reports.stream().map(VoicesTest::heard).toList();
  }

  static Told heard(BorderEvent report) {
    return new Told(report, Relation.OWN);
  }

  private static Report by(String outlet) {
    return report("e").by(outlet);
  }

  @Test
  void countsAPublisherFamilyOnce() {
    assertThat(voices(by("herald"), by("herald"), by("post"))).containsExactly("herald", "post");
  }

  @Test
  void countsAnAgencyOnceWithAllThatCreditIt() {
    assertThat(voices(by("agency"), by("herald").wire("agency"), by("post").wire("agency")))
        .containsExactly("agency");
  }

  @Test
  void takesWhatAnOutletReprintsForNoWordOfItsOwn() {
    assertThat(voices(by("herald").wire("agency"), by("herald").wire("bureau"), by("herald")))
        .containsExactly("agency", "bureau", "herald");
  }

  @Test
  void countsAClaimantOnceHoweverManyOutletsCarryTheClaim() {
    assertThat(
            voices(
                by("herald").claimedBy("raiders"),
                by("post").claimedBy("raiders"),
                by("times").wire("agency").claimedBy("raiders"),
                by("gazette").claimedBy("army")))
        .containsExactly("army", "raiders");
  }

  @Test
  void letsADeskWithAWordOfItsOwnStandOnItsOwnWhomeverItQuotes() {
    assertThat(
            voices(
                by("herald").claimedBy("raiders"), by("herald"), by("post").claimedBy("raiders")))
        .containsExactly("herald", "raiders");
  }

  @Test
  void doesNotMakeTwoClaimantsOneBecauseADeskQuotesBoth() {
    assertThat(
            voices(
                by("herald").claimedBy("raiders"),
                by("post").claimedBy("army"),
                by("times").claimedBy("army"),
                by("times").claimedBy("raiders")))
        .containsExactly("army", "raiders");
  }

  @Test
  void takesAClaimThatRestsOnAnotherOutletForThatOutlet() {
    assertThat(voices(by("agency"), by("herald").claimedBy("agency"))).containsExactly("agency");
  }

  @Test
  void findsUncreditedCopiesByTheirText() {
    assertThat(voices(by("agency").text(0b1111L), by("herald").text(0b1000L)))
        .containsExactly("agency");
    assertThat(voices(by("agency").text(0b1111L), by("herald").text(0L))).hasSize(2);
    // from copy to copy it is still the same text
    assertThat(
            voices(by("agency").text(0b111111L), by("herald").text(0b111L), by("post").text(0b1L)))
        .containsExactly("agency");
  }

  @Test
  void doesNotShowTheOrderOfReports() {
    List<BorderEvent> events = new ArrayList<>();
    List<String> outlets = List.of("herald", "post", "times", "agency");
    Random random = new Random(20210622);
    for (int index = 0; index < 24; index++) {
      Report told = by(outlets.get(random.nextInt(4))).named("e" + index);
      told = random.nextBoolean() ? told.wire(outlets.get(random.nextInt(4))) : told;
      told = random.nextBoolean() ? told.claimedBy(random.nextBoolean() ? "army" : "post") : told;
      events.add(random.nextBoolean() ? told.text(random.nextInt(64)).event() : told.event());
    }

    for (int start = 0; start < events.size(); start += 3) {
      List<BorderEvent> some = events.subList(start, Math.min(events.size(), start + 6));
      List<BorderEvent> shuffled = new ArrayList<>(some);
      Collections.shuffle(shuffled, random);
      Voices voices = Voices.of(heard(some), BITS);
      Voices again = Voices.of(heard(shuffled), BITS);

      assertThat(some)
          .allSatisfy(
              event -> assertThat(again.of(heard(event))).isEqualTo(voices.of(heard(event))));
    }
  }
}
