package oxus.ingest.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
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

  @ParameterizedTest(name = "{1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          EXERCISE           | Russian troops held exercises at the Harb-Maidon training ground. | TJ-AF
          EXERCISE           | Russian troops held exercises at the Termez training ground.      | UZ-AF/TERMEZ
          EXERCISE           | Russian troops held exercises in Kyrgyzstan.                      | CA
          EXERCISE           | The Taliban seized Panj. Russian troops held exercises.           | TJ-AF
          DEPLOYMENT         | The Taliban seized Torkham. Troops were sent to the base.         | PK-AF
          DEPLOYMENT         | Tanks were deployed to the border at Torkham and Spin Boldak.     | PK-AF
          DEPLOYMENT         | Tanks were moved from Khorog to Vanj.                             | TJ-AF/DARVOZ
          MOBILISATION       | Reservists were called up in Kulob.                               | TJ-AF
          ASSISTANCE_REQUEST | Officials in Kulob asked the CSTO for help.                        | TJ-AF
          BORDER_FORTIFICATION | Soldiers dug trenches at Kulob along the whole border.          | TJ-AF
          MATERIAL_SUPPORT   | The UN delivered humanitarian aid to Khost and Kandahar.          | PK-AF
          MATERIAL_SUPPORT   | Kyrgyzstan delivered humanitarian aid to Afghanistan.             | CA
          """)
  void whatWarnsReachesBeyondWhereItIs(EventType type, String text, String scope) {
    assertThat(scopes(type, text)).containsExactly(scope);
  }

  @ParameterizedTest(name = "{1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          TROOP_CROSSING   | Afghan soldiers fled into Uzbekistan.                                          | UZ-AF/TERMEZ
          TROOP_CROSSING   | Afghan soldiers fled into Tajikistan.                                          | TJ-AF
          TROOP_CROSSING   | Termez is calm. Hairatan is calm. Uzbekistan is calm. Surkhandarya is calm. Afghan soldiers fled across the Amu Darya. | UZ-AF/TERMEZ
          REFUGEE_RETURN   | Refugees from Aqina were turned back.                                          | TM-AF/IMAMNAZAR
          MATERIAL_SUPPORT | China handed over 12 armoured vehicles to the Ishkashim district of Tajikistan. | TJ-AF/ISHKASHIM
          TALKS            | The Taliban seized Torkham. Pakistani and Taliban officials held talks at the gate. | PK-AF/TORKHAM
          TALKS            | The Taliban seized Torkham. Pakistani and Taliban officials held talks.        | PK-AF
          """)
  void whatHappensOnASpotStaysInItsSector(EventType type, String text, String scope) {
    assertThat(scopes(type, text)).containsExactly(scope);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "Tajikistan would never recognise the Taliban government, the president told Pakistan's"
            + " minister.",
        "The Taliban warned Pakistan's rival Tajikistan against interference."
      })
  void whatIsSaidBearsOnTheNeighbourThatIsNamedForItself(String text) {
    assertThat(scopes(EventType.HOSTILE_STATEMENT, text)).containsExactly("TJ-AF");
  }

  @Test
  void flightToTwoCountriesIsToldOfTheirBorders() {
    assertThat(
            scopes(EventType.TROOP_CROSSING, "Afghan soldiers fled to Tajikistan and Uzbekistan."))
        .containsExactly("TJ-AF", "UZ-AF");
  }

  @Test
  void aProvinceOnTwoBordersLiesOnTheOneThatTheTextIsAbout() {
    String text =
        "Turkmenistan and Ashgabat worry. Serhetabat is quiet. Torghundi is quiet. Imamnazar is quiet."
            + " The Turkmen-Afghan border is long. The Taliban captured Herat.";

    assertThat(scopes(EventType.TERRITORY_SEIZURE, text)).containsExactly("TM-AF/SERHETABAT");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Leaders of the CSTO held talks in Dushanbe.                     | CA
          The five presidents held talks in Awaza.                        | CA
          Rahmon held talks with the presidents of Russia and Kazakhstan. | CA
          Rahmon held talks with the president of Russia.                 | TJ-AF
          Panj is calm. Kulob is calm. Khorog is calm. Taliban envoys met officials in Moscow. | CA
          """)
  void talksOfManyOrOutsideBearOnTheTheatre(String text, String scope) {
    assertThat(scopes(EventType.TALKS, text)).containsExactly(scope);
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
