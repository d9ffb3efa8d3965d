package oxus.ingest.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class NormaliserTest {
  private static final Set<String> KNOWN = Set.of("border", "uzbekistan", "crossing", "on");

  @Test
  void putsBrokenWordsTogetherWhenOnlyTheWholeIsKnown() {
    assertThat(clean("the bor-der of Uz-bekistan")).isEqualTo("the border of Uzbekistan");
    assertThat(clean("the cross-\ning")).isEqualTo("the crossing");
    assertThat(clean("an on-border check")).isEqualTo("an on-border check");
  }

  @Test
  void readsCyrillicLookAlikesInsideLatinWords() {
    assertThat(clean("\u041en the b\u043erder")).isEqualTo("On the border");
    assertThat(clean("граница")).isEqualTo("граница");
  }

  @Test
  void plainsQuotesSpacesAccentsAndDropsInvisibleCharacters() {
    assertThat(clean("“Zarandž’s”\u00a0gate\u200b\u00ad")).isEqualTo("\"Zarandz's\" gate");
    assertThat(clean("bo\u0301rder")).isEqualTo("border");
  }

  @Test
  void keepsTheWayBackToTheOriginal() {
    String original = "A \ud83d\udd34 bor-der";
    CleanText text = Normaliser.normalise(original, KNOWN::contains);

    int word = text.text().indexOf("border");

    assertThat(original.substring(text.start(word), text.end(word + 6))).isEqualTo("bor-der");
  }

  private static String clean(String text) {
    return Normaliser.normalise(text, KNOWN::contains).text();
  }
}
