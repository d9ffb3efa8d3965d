package oxus.ingest.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import oxus.schemas.Evidence;

class PassageTest {
  private static final String TEN = "one two three four five six seven eight nine ten";

  @Test
  void carriesACueWithSevenInTenOfItsWords() {
    assertThat(Passage.carries("seven six five four three two one", TEN)).isTrue();
    assertThat(Passage.carries("six five four three two one", TEN)).isFalse();
  }

  @Test
  void comparesWordsWithoutCaseMarksAndHyphens() {
    assertThat(Passage.words("The sph-ere, 1,037 of THE\nre-taken"))
        .containsExactlyInAnyOrder("the", "sphere", "1", "037", "of", "retaken");
  }

  @Test
  void countsOffsetsInCodePoints() {
    String text = "𐍈𐍈 fell";

    assertThat(Passage.isExact(new Evidence("fell", 3, 7, true), text)).isTrue();
    assertThat(Passage.isExact(new Evidence("fell", 5, 9, true), text)).isFalse();
    assertThat(Passage.isExact(new Evidence("fell", 3, 8, true), text)).isFalse();
    assertThat(Passage.isExact(new Evidence("fell", 7, 3, true), text)).isFalse();
    assertThat(Passage.isExact(new Evidence("fell", -1, 3, true), text)).isFalse();
  }

  @Test
  void acceptsAQuoteWithoutOffsetsWhenTheTextHasIt() {
    assertThat(Passage.isExact(new Evidence("fell", null, null, true), "It fell.")).isTrue();
    assertThat(Passage.isExact(new Evidence("rose", null, null, true), "It fell.")).isFalse();
  }

  @Test
  void refusesNoQuoteAndOneOfOverFourHundredCharacters() {
    String longest = "𐍈".repeat(400);

    assertThat(Passage.isExact(new Evidence("", 0, 0, true), longest)).isFalse();
    assertThat(Passage.isExact(new Evidence(longest, 0, 400, true), longest)).isTrue();
    assertThat(Passage.isExact(new Evidence(longest + "a", 0, 401, true), longest + "a")).isFalse();
  }
}
