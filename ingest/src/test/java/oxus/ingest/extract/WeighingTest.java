package oxus.ingest.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import oxus.ingest.extract.Features.Feature;
import oxus.schemas.EventType;

class WeighingTest {
  private static final Features FEATURES = Lexicon.features();
  private static final Lexicon LEXICON =
      Lexicon.of(MadeUpTheatre.theatre(), (reading, byRules) -> Weighing.silent());

  @Test
  void sumsTheWeightsOfWhatTheSentenceHas() {
    Weighing weighing = weigh("Ditches were dug.", Map.of("w ditch", 900, "w dug", 300, "-", -200));

    assertThat(weighing.of(EventType.BORDER_FORTIFICATION)).isEqualTo(1000);
    assertThat(weighing.convinces(EventType.BORDER_FORTIFICATION, false)).isTrue();
    assertThat(weighing.refuses(EventType.BORDER_FORTIFICATION, false)).isFalse();
  }

  @Test
  void refusesWhatTheWordsSpeakClearlyAgainst() {
    Weighing weighing = weigh("Ditches were dug.", Map.of("w ditch", -6_500));

    assertThat(weighing.refuses(EventType.BORDER_FORTIFICATION, false)).isTrue();
    assertThat(weighing.convinces(EventType.BORDER_FORTIFICATION, false)).isFalse();
  }

  @Test
  void asksMoreOfATextOfOneSentenceWhichIsNotSifted() {
    Weighing doubted = weigh("Ditches were dug.", Map.of("w ditch", -5_500));
    Weighing likely = weigh("Ditches were dug.", Map.of("w ditch", -2_800));

    assertThat(doubted.refuses(EventType.BORDER_FORTIFICATION, true)).isTrue();
    assertThat(doubted.refuses(EventType.BORDER_FORTIFICATION, false)).isFalse();
    assertThat(likely.convinces(EventType.BORDER_FORTIFICATION, true)).isFalse();
    assertThat(likely.convinces(EventType.BORDER_FORTIFICATION, false)).isTrue();
  }

  @Test
  void findsTheWordThatSaysMostAndNoName() {
    Reading reading = reading("In Berland ditches were dug.");
    Weighing weighing =
        weighing(reading, Map.of("w ditch", 900, "w <COUNTRY+GOVERNMENT>", 5_000, "w dug", 300));

    assertThat(
            reading
                .sentence()
                .token(weighing.tokens(EventType.BORDER_FORTIFICATION, reading).get(0)))
        .extracting(Token::word)
        .isEqualTo("ditches");
    assertThat(weighing.reasons(EventType.BORDER_FORTIFICATION)).contains("w ditch +900");
  }

  @Test
  void saysNothingWithoutWords() {
    assertThat(Weighing.silent().refuses(EventType.TALKS, false)).isFalse();
    assertThat(Weighing.silent().convinces(EventType.TALKS, false)).isFalse();
  }

  @Test
  void looksAtKindsInPlaceOfNames() {
    List<String> features =
        FEATURES.of(reading("League fighters crossed into Berland."), Set.of()).stream()
            .map(Feature::name)
            .toList();

    assertThat(features).contains("w cross", "k FIGHTERS").noneMatch(name -> name.contains("berl"));
  }

  @Test
  void looksAtWordsThatRulesOfATypeKnowThoughTheRuleDoesNotHold() {
    assertThat(FEATURES.of(reading("The lanes were barred."), Set.of()))
        .contains(new Feature('t', "BORDER_CLOSURE", "", 3));
  }

  @Test
  void looksAtWhatIsKnownInItsOrderWhateverStandsBetween() {
    List<String> features =
        FEATURES
            .of(reading("League fighters, tired and wet, crossed into Berland."), Set.of())
            .stream()
            .map(Feature::name)
            .toList();

    assertThat(features).anyMatch(name -> name.matches("s <.*FIGHTERS.*> \\[.*TROOP_CROSSING.*]"));
  }

  @Test
  void looksAtWhichRulesHold() {
    assertThat(FEATURES.of(reading("They met."), Set.of(EventType.TALKS)))
        .contains(new Feature('r', "TALKS", "", -1));
  }

  @Test
  void knowsWordsThatAreUsedAlike() {
    WordClasses classes = WordClasses.shipped();

    assertThat(classes.of("monday")).isEqualTo(classes.of("tuesday")).isNotNull();
    assertThat(classes.of("xyzzyx")).isNull();
  }

  @Test
  void cutsEndingsSoThatFormsMeet() {
    assertThat(List.of("crosses", "crossed", "crossing", "cross"))
        .extracting(Stem::of)
        .containsOnly("cross");
    assertThat(Stem.of("sed")).isEqualTo("sed");
  }

  private static Weighing weigh(String text, Map<String, Integer> weights) {
    return weighing(reading(text), weights);
  }

  private static Weighing weighing(Reading reading, Map<String, Integer> weights) {
    int type = Weighing.TYPES.indexOf(EventType.BORDER_FORTIFICATION);
    Map<String, int[]> rows = new HashMap<>();
    weights.forEach(
        (feature, weight) -> {
          int[] row = new int[Weighing.TYPES.size()];
          row[type] = weight;
          rows.put(feature, row);
        });
    return new WordWeights(FEATURES, rows, Network.silent()).weigh(reading, Set.of());
  }

  private static Reading reading(String text) {
    CleanText clean = Normaliser.normalise(text, LEXICON::knows);
    Sentence sentence = SentenceSplitter.split(clean.text(), LEXICON.abbreviations()).get(0);
    return Reading.of(sentence, LEXICON.trie(), new DateFinder(LocalDate.of(2021, 7, 20)));
  }
}
