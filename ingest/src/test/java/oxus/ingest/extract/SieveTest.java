package oxus.ingest.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import oxus.ingest.extract.SieveWeights.Weights;
import oxus.schemas.BorderEvent;
import oxus.schemas.EventType;
import oxus.schemas.Stake;
import oxus.theatre.Theatre;

class SieveTest {
  private static final Theatre THEATRE = MadeUpTheatre.theatre();
  private static final String TWO_EVENTS =
      "League fighters seized the Westbridge crossing on Monday. Rain fell for an hour.\n\n"
          + "Arland closed the High Pass crossing on Tuesday.";

  @Test
  void leavesOutWhatTheSignsSpeakAgainst() {
    assertThat(types(Map.of(), TWO_EVENTS))
        .contains(EventType.BORDER_SEIZURE, EventType.BORDER_CLOSURE);
    assertThat(types(Map.of("type BORDER_CLOSURE", -2_000), TWO_EVENTS))
        .contains(EventType.BORDER_SEIZURE)
        .doesNotContain(EventType.BORDER_CLOSURE);
  }

  @Test
  void takesASecondTellingThatItLeavesOutForEvidence() {
    String body =
        """
        Arlandic troops clashed with League fighters in the city of Mill on Monday.

        Berlandic farmers watched from the hills and drank tea.

        Arlandic troops fought League fighters in the city of Mill on Monday.
        """;

    assertThat(events(Map.of(), body)).hasSize(2);
    assertThat(events(Map.of("before ARMED_CLASH", -2_000), body))
        .singleElement()
        .satisfies(event -> assertThat(event.getEvidence()).hasSize(2));
  }

  @Test
  void leavesOutATellingBesideASurerOneOfTheSame() {
    String body =
        """
        Arlandic troops clashed with League fighters in the city of Mill on Monday.

        Arlandic troops fought League fighters in the city of Mill on Monday.
        """;
    Map<String, Weights> weights =
        Map.of(
            "before none", new Weights(1_000, 0),
            "again-before-surer 1", new Weights(0, -2_000));

    assertThat(events(new SieveWeights(Map.of()), body)).hasSize(2);
    assertThat(events(new SieveWeights(weights), body)).hasSize(1);
  }

  @Test
  void findsNothingInALongArticleThatBarelyTellsOfOneThing() {
    String background = " The hills are green and the tea is good.".repeat(12);
    Map<String, Integer> barely = Map.of("- -", 1_000);
    Map<String, Integer> surely = Map.of("- -", 2_000);
    String one = "League fighters seized the Westbridge crossing on Monday.";

    assertThat(types(barely, one + background)).isEmpty();
    assertThat(types(surely, one + background)).containsExactly(EventType.BORDER_SEIZURE);
    assertThat(types(barely, TWO_EVENTS)).hasSize(2);
  }

  @Test
  void doesNotSiftATextOfOneSentence() {
    assertThat(types(Map.of("- -", -9_000), "League fighters seized the Westbridge crossing."))
        .containsExactly(EventType.BORDER_SEIZURE);
  }

  @Test
  void namesAClaimantWhomTheTheatreKnowsWithWhatIsAtStake() {
    BorderEvent event =
        events(Map.of(), "The League said that it had seized the Westbridge crossing on Monday.")
            .get(0);

    assertThat(event.getClaimant()).contains("league");
    assertThat(event.getStake()).isEqualTo(Stake.DOER);
  }

  private static List<EventType> types(Map<String, Integer> weights, String body) {
    return events(weights, body).stream().map(BorderEvent::getType).toList();
  }

  private static List<BorderEvent> events(Map<String, Integer> weights, String body) {
    Map<String, Weights> seconds = new HashMap<>();
    weights.forEach((sign, weight) -> seconds.put(sign, new Weights(0, weight)));
    return events(new SieveWeights(seconds), body);
  }

  private static List<BorderEvent> events(SieveWeights weights, String body) {
    Lexicon lexicon = Lexicon.of(THEATRE, (reading, byRules) -> Weighing.silent(), weights);
    return new Extractor(THEATRE, lexicon).extract(Articles.saying(body)).events();
  }
}
