package oxus.ingest.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import oxus.ingest.extract.SieveWeights.Weights;
import oxus.schemas.BorderEvent;
import oxus.schemas.EventType;
import oxus.schemas.ReportStatus;
import oxus.theatre.Theatre;

class EarlierDeniedTest {
  private static final Theatre THEATRE = MadeUpTheatre.theatre();
  private static final String CLAIM = "League fighters seized the Westbridge crossing on Monday. ";
  private static final String RAIN = "Rain fell for an hour. ";

  @Test
  void takesTypePlaceAndDateFromTheClaim() {
    List<BorderEvent> denied = denied(CLAIM + "The army called these reports false.");

    assertThat(denied)
        .singleElement()
        .satisfies(
            event -> {
              assertThat(event.getType()).isEqualTo(EventType.BORDER_SEIZURE);
              assertThat(event.getScopes()).containsExactly(MadeUpTheatre.WEST);
              assertThat(event.getOccurredFrom()).isEqualTo(LocalDate.of(2021, 7, 19));
              assertThat(event.getEvidence())
                  .singleElement()
                  .satisfies(
                      passage ->
                          assertThat(passage.getQuote())
                              .isEqualTo("The army called these reports false."));
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The army denies it.",
        "An officer dismissed the claim.",
        "A spokesman laughed off the story.",
        "The minister said that the crossing was still in the hands of his men."
      })
  void findsManyWaysToDeny(String denial) {
    assertThat(denied(CLAIM + denial)).hasSize(1);
  }

  @Test
  void leavesTheReportBesideItsDenial() {
    assertThat(events(Map.of(), CLAIM + "The army denies it."))
        .extracting(BorderEvent::getStatus)
        .containsExactlyInAnyOrder(ReportStatus.REPORTED, ReportStatus.DENIED);
  }

  @Test
  void looksTwoSentencesBackAndNoFurther() {
    assertThat(denied(CLAIM + RAIN + "The army denies it.")).hasSize(1);
    assertThat(denied(CLAIM + RAIN + RAIN + "The army denies it.")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Rain fell.", "Nobody slept in the town.", "The rain did not stop."})
  void leavesOutSentencesThatDenyNothing(String other) {
    assertThat(denied(CLAIM + other)).isEmpty();
  }

  @Test
  void deniesNoMeetingAndNoPlan() {
    assertThat(
            statuses(
                Map.of(),
                "Arland's minister met Berland's minister on Monday. The League denies it."))
        .containsExactly(ReportStatus.REPORTED);
    assertThat(
            statuses(
                Map.of(),
                "Arland will close the High Pass crossing on Friday. The League denies it."))
        .containsExactly(ReportStatus.PLANNED);
  }

  @Test
  void triesTheTwoLikeliestClaims() {
    String claims =
        "League fighters seized the Westbridge crossing. Arland closed the High Pass crossing. "
            + "Arlandic troops clashed with League fighters in the city of Mill. ";

    assertThat(denied(claims + "The army denies it."))
        .extracting(BorderEvent::getType)
        .containsExactlyInAnyOrder(EventType.ARMED_CLASH, EventType.BORDER_CLOSURE);
  }

  @Test
  void leavesTheAnswerToTheSieve() {
    assertThat(events(Map.of("copy -", new Weights(0, -2_000)), CLAIM + "The army denies it."))
        .extracting(BorderEvent::getStatus)
        .containsExactly(ReportStatus.REPORTED);
    assertThat(events(Map.of("- -", new Weights(0, -2_000)), CLAIM + "The army denies it."))
        .extracting(BorderEvent::getStatus)
        .containsExactly(ReportStatus.DENIED);
  }

  @Test
  void showsTheSieveHowTheSentenceDeniesAndHowFarOffTheClaimIs() {
    Map<String, Weights> against =
        Map.of("copy-mark p", new Weights(0, -1_000), "copy-gap 1", new Weights(0, 900));

    assertThat(statuses(against, CLAIM + "The army denies it.")).contains(ReportStatus.DENIED);
    assertThat(statuses(against, CLAIM + RAIN + "The army denies it."))
        .doesNotContain(ReportStatus.DENIED);
    assertThat(statuses(against, CLAIM + RAIN + "The army denies the claim."))
        .contains(ReportStatus.DENIED);
  }

  private static List<BorderEvent> denied(String body) {
    return events(Map.of(), body).stream()
        .filter(event -> event.getStatus() == ReportStatus.DENIED)
        .toList();
  }

  private static List<ReportStatus> statuses(Map<String, Weights> weights, String body) {
    return events(weights, body).stream().map(BorderEvent::getStatus).toList();
  }

  private static List<BorderEvent> events(Map<String, Weights> weights, String body) {
    Lexicon lexicon =
        Lexicon.of(THEATRE, (reading, byRules) -> Weighing.silent(), new SieveWeights(weights));
    return new Extractor(THEATRE, lexicon).extract(Articles.saying(body)).events();
  }
}
