package oxus.ingest.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import oxus.schemas.BorderEvent;
import oxus.schemas.EventType;
import oxus.theatre.Problem;

class PhrasingScoreTest {
  private static final String HEAD = "type\tsentence\n";

  private static HeardPhrasing heard(String row, EventType... came) {
    Phrasing phrasing = PhrasingReader.read("bank.tsv", HEAD + row).phrasings().get(0);
    List<BorderEvent> events =
        List.of(came).stream()
            .map(type -> Told.a(type, "TJ-AF", phrasing.sentence()).event())
            .toList();
    return HeardPhrasing.of(phrasing, events);
  }

  private final PhrasingScore score =
      new PhrasingScore(
          List.of(
              heard("TALKS\tThey met.", EventType.TALKS, EventType.TALKS),
              heard("TALKS\tThey sat down together."),
              heard("TALKS|ASSURANCE\tThey met and vowed peace.", EventType.ASSURANCE),
              heard("TALKS\tThey spoke.", EventType.HOSTILE_STATEMENT),
              heard("-\tThey may meet.", EventType.TALKS),
              heard("-\tThey are old.")));

  @Test
  void readsTypesAndSentences() {
    List<Phrasing> phrasings =
        PhrasingReader.read(
                "bank.tsv", HEAD + "TALKS|ASSURANCE\tThey met and vowed peace.\n\n-\tNothing.\r\n")
            .phrasings();

    assertThat(phrasings)
        .containsExactly(
            new Phrasing(
                "bank.tsv:2",
                List.of(EventType.TALKS, EventType.ASSURANCE),
                "They met and vowed peace."),
            new Phrasing("bank.tsv:4", List.of(), "Nothing."));
  }

  @ParameterizedTest
  @ValueSource(strings = {"TALKS", "TALKS\t", "TALKS\ta\tb", "TALK\tThey met.", "\tThey met."})
  void namesABadLine(String row) {
    assertThat(PhrasingReader.read("bank.tsv", HEAD + row).problems())
        .singleElement()
        .extracting(Problem::toString)
        .asString()
        .startsWith("bank.tsv:2: ");
  }

  @Test
  void namesABankWithoutItsHead() {
    assertThat(PhrasingReader.read("bank.tsv", "TALKS\tThey met.\n").problems())
        .extracting(Problem::toString)
        .containsExactly("bank.tsv:1: not the head; begin with type, a tab, sentence");
  }

  @Test
  void makesOfASentenceATextOfItsOwn() {
    assertThat(score.sentences().get(0).phrasing().asArticle().body()).isEqualTo("They met.");
    assertThat(score.sentences().get(0).phrasing().asArticle().published().at())
        .isEqualTo("2021-10-01T23:59:59Z");
  }

  @Test
  void countsPerTypeWhatWasFoundMistakenAndMadeUp() {
    assertThat(PhrasingTable.of(score))
        .containsExactly(
            "type       found  of  share  wrong type  false hits",
            "---------------------------------------------------",
            "TALKS          1   4  0.250           1           1",
            "ASSURANCE      1   1  1.000           0           0",
            "---------------------------------------------------",
            "total          2   5  0.400           1           1",
            "",
            "sentences              6",
            "  that report nothing  2, with a false hit 1");
    assertThat(PhrasingLines.of(score))
        .contains(
            "{\"kind\":\"type\",\"type\":\"TALKS\",\"wanted\":4,\"found\":1,\"wrong\":1,\"falseHits\":1}",
            "{\"kind\":\"total\",\"wanted\":5,\"found\":2,\"wrong\":1,\"falseHits\":1,\"sentences\":6,\"nothing\":2}");
  }

  @Test
  void listsEverySentenceInWhichAnythingWentWrong() {
    assertThat(PhrasingTable.details(score))
        .containsExactly(
            "bank.tsv:2  wanted TALKS, came -  «They sat down together.»",
            "bank.tsv:2  wanted TALKS|ASSURANCE, came ASSURANCE  «They met and vowed peace.»",
            "bank.tsv:2  wanted TALKS, came HOSTILE_STATEMENT  «They spoke.»",
            "bank.tsv:2  wanted -, came TALKS  «They may meet.»");
    assertThat(PhrasingLines.details(score))
        .hasSize(4)
        .contains(
            "{\"kind\":\"phrasing\",\"where\":\"bank.tsv:2\",\"wanted\":[],\"came\":[\"TALKS\"],\"sentence\":\"They may meet.\"}");
  }
}
