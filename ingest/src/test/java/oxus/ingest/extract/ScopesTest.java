package oxus.ingest.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import oxus.schemas.BorderEvent;
import oxus.schemas.EventType;
import oxus.theatre.Theatre;
import oxus.theatre.TheatreLoader;

/** Where events are said to bear in the default theatre, whatever made them events. */
class ScopesTest {
  private static final Theatre THEATRE = TheatreLoader.shipped();

  @Test
  void talksBearOnTheBorderOfTheirHost() {
    assertThat(scopes(EventType.TALKS, "Taliban envoys met the Russian ambassador in Ashgabat."))
        .containsExactly("TM-AF");
  }

  @Test
  void talksOfManyNeighboursBearOnTheTheatreWhereverTheyAre() {
    assertThat(
            scopes(
                EventType.TALKS,
                "Envoys of Uzbekistan, Tajikistan and Pakistan met the Taliban in Ashgabat."))
        .containsExactly("CA");
  }

  @Test
  void giftsBearOnTheBorderOfWhoGetsThem() {
    assertThat(
            scopes(
                EventType.MATERIAL_SUPPORT,
                "China handed over 12 armoured vehicles to the army of Tajikistan."))
        .containsExactly("TJ-AF");
  }

  @Test
  void whatIsFlownFromAPlaceBearsOnItsBorder() {
    assertThat(
            scopes(
                EventType.REFUGEE_RETURN, "About 600 Afghan soldiers were flown home from Kulob."))
        .containsExactly("TJ-AF");
  }

  @Test
  void aRegionOfManySectorsIsItsBorder() {
    assertThat(scopes(EventType.DEPLOYMENT, "Tanks were deployed in Khatlon."))
        .containsExactly("TJ-AF");
  }

  @Test
  void thePlaceInsideAnotherSaysMore() {
    assertThat(scopes(EventType.DEPLOYMENT, "Tanks were deployed in Badakhshan at Ishkashim."))
        .containsExactly("TJ-AF/ISHKASHIM");
  }

  @Test
  void aCountryWithOneBorderMeansThat() {
    assertThat(scopes(EventType.ASSISTANCE_REQUEST, "Kyrgyzstan asked the CSTO for help."))
        .containsExactly("KG-TJ");
  }

  @Test
  void whereNothingIsNamedTheTextsOwnBorderIsMeant() {
    String text =
        "Turkmenistan and Ashgabat worry. Serhetabat is quiet. Torghundi is quiet. Imamnazar is quiet."
            + " The Turkmen-Afghan border is long. The Taliban held talks with a delegation.";

    assertThat(scopes(EventType.TALKS, text)).containsExactly("TM-AF");
  }

  @Test
  void aHeadlineSaysThatAGateShutOrThatItOpened() {
    int[] words = new int[Weighing.TYPES.size()];
    words[Weighing.TYPES.indexOf(EventType.BORDER_CLOSURE)] = 9_000;
    words[Weighing.TYPES.indexOf(EventType.BORDER_REOPENING)] = 8_000;

    assertThat(events(Map.of("w spin", words, "w wobbl", words), "Torkham gate wobbles"))
        .extracting(BorderEvent::getType)
        .containsExactly(EventType.BORDER_CLOSURE);
  }

  /** The scopes of the events of one type, with weights that keep whatever a rule finds. */
  private static List<String> scopes(EventType type, String text) {
    return events(new HashMap<>(), text).stream()
        .filter(event -> event.getType() == type)
        .flatMap(event -> event.getScopes().stream())
        .distinct()
        .toList();
  }

  private static List<BorderEvent> events(Map<String, int[]> weights, String text) {
    Weigher weigher =
        weights.isEmpty()
            ? (reading, byRules) -> Weighing.silent()
            : new WordWeights(Lexicon.features(), weights, Network.silent());
    return new Extractor(THEATRE, Lexicon.of(THEATRE, weigher))
        .extract(Articles.on("2021-08-20", text))
        .events();
  }
}
