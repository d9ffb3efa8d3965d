package oxus.ingest.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static oxus.ingest.evaluate.MadeUpGold.QUIET_FORD;
import static oxus.ingest.evaluate.MadeUpGold.article;
import static oxus.ingest.evaluate.MadeUpGold.gold;
import static oxus.ingest.evaluate.MadeUpGold.judge;
import static oxus.ingest.evaluate.MadeUpGold.optional;
import static oxus.schemas.EventType.ARMED_CLASH;
import static oxus.schemas.EventType.BORDER_SEIZURE;
import static oxus.schemas.EventType.DRAWDOWN;
import static oxus.schemas.EventType.TALKS;
import static oxus.schemas.EventType.TERRITORY_SEIZURE;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import oxus.schemas.EventType;

class EvaluationTest {
  private static final String ELSEWHERE = "All was calm.";

  private static Told told(EventType type) {
    return Told.a(type, "TJ-AF/PANJ", QUIET_FORD);
  }

  private static GoldEvent coded(EventType type) {
    return gold(type, "TJ-AF/PANJ", QUIET_FORD);
  }

  @Test
  void countsWrongOnesAndDuplicatesAgainstPrecision() {
    Tally total =
        new Evaluation(
                List.of(
                    judge(
                        article(coded(BORDER_SEIZURE), coded(TALKS)),
                        told(BORDER_SEIZURE),
                        told(BORDER_SEIZURE),
                        told(ARMED_CLASH),
                        Told.a(BORDER_SEIZURE, "TJ-AF", "never written"))))
            .total();

    assertThat(total.right()).isEqualTo(1);
    assertThat(total.duplicates()).isEqualTo(1);
    assertThat(total.wrong()).as("the badly quoted one among them").isEqualTo(2);
    assertThat(total.badlyQuoted()).isEqualTo(1);
    assertThat(total.precision()).contains(0.25);
    assertThat(total.recall()).contains(0.5);
    assertThat(total.f1().orElseThrow()).isBetween(0.3333, 0.3334);
  }

  @Test
  void leavesOptionalOnesOutOfEveryShare() {
    Tally total =
        new Evaluation(
                List.of(
                    judge(
                        article(optional(BORDER_SEIZURE, "TJ-AF/PANJ", QUIET_FORD)),
                        told(BORDER_SEIZURE))))
            .total();

    assertThat(total.optional()).isEqualTo(1);
    assertThat(total.precision()).isEmpty();
    assertThat(total.recall()).isEmpty();
    assertThat(total.f1()).isEmpty();
    assertThat(total.scope()).isEmpty();
  }

  @Test
  void countsGoldUnderItsFirstTypeAndEventsUnderTheirOwn() {
    GoldEvent either =
        gold(List.of(TERRITORY_SEIZURE, BORDER_SEIZURE), "TJ-AF/PANJ", QUIET_FORD, true);

    Evaluation evaluation = new Evaluation(List.of(judge(article(either), told(BORDER_SEIZURE))));

    assertThat(evaluation.byType())
        .containsExactly(
            Map.entry(BORDER_SEIZURE, new Tally(0, 0, 1, 0, 0, 0, 0, 1, 1, 1)),
            Map.entry(TERRITORY_SEIZURE, new Tally(1, 0, 0, 0, 0, 0, 0, 0, 0, 0)));
  }

  @Test
  void countsArticlesThatWereRightlyAndWronglyLeftEmpty() {
    Evaluation evaluation =
        new Evaluation(
            List.of(
                judge(article()),
                judge(article(), told(TALKS)),
                judge(article(), told(DRAWDOWN)),
                judge(article(coded(TALKS))),
                judge(article(coded(TALKS)), Told.a(TALKS, "UZ-AF", ELSEWHERE)),
                judge(article(optional(TALKS, "TJ-AF", QUIET_FORD)))));

    assertThat(evaluation.quiet()).isEqualTo(3);
    assertThat(evaluation.quietLeftEmpty()).as("what is left aside fills none").isEqualTo(2);
    assertThat(evaluation.eventful()).isEqualTo(2);
    assertThat(evaluation.eventfulLeftEmpty()).isEqualTo(1);
  }

  @Test
  void listsMissesFalseHitsAndDuplicatesOfEachArticle() {
    Evaluation evaluation =
        new Evaluation(
            List.of(
                judge(
                    article(coded(BORDER_SEIZURE), coded(TALKS)),
                    told(BORDER_SEIZURE),
                    told(BORDER_SEIZURE),
                    told(ARMED_CLASH),
                    Told.a(BORDER_SEIZURE, "TJ-AF", "never written"))));

    assertThat(EvaluationTable.details(evaluation))
        .containsExactly(
            "missed       g-TJ-AF/PANJ-34  TALKS  TJ-AF/PANJ  2021-07-05  REPORTED  «Rebels took the post at Quiet Ford»",
            "duplicate    g-TJ-AF/PANJ-34  BORDER_SEIZURE  TJ-AF/PANJ  2021-07-05  REPORTED  «Rebels took the post at Quiet Ford»",
            "wrong        made-up     ARMED_CLASH  TJ-AF/PANJ  2021-07-05  REPORTED  «Rebels took the post at Quiet Ford»",
            "badlyQuoted  made-up     BORDER_SEIZURE  TJ-AF  2021-07-05  REPORTED  «never written»");
    assertThat(EvaluationLines.details(evaluation))
        .startsWith(
            "{\"kind\":\"missed\",\"doc\":\"made-up\",\"id\":\"g-TJ-AF/PANJ-34\",\"type\":[\"TALKS\"],\"scope\":[\"TJ-AF/PANJ\"],"
                + "\"from\":\"2021-07-05\",\"to\":\"2021-07-05\",\"status\":[\"REPORTED\"],\"cue\":\"Rebels took the post at Quiet Ford\"}")
        .endsWith(
            "{\"kind\":\"badlyQuoted\",\"doc\":\"made-up\",\"type\":[\"BORDER_SEIZURE\"],\"scope\":[\"TJ-AF\"],"
                + "\"from\":\"2021-07-05\",\"to\":\"2021-07-05\",\"status\":[\"REPORTED\"],\"quote\":\"never written\"}");
  }

  @Test
  void alignsTheTable() {
    Evaluation evaluation =
        new Evaluation(
            List.of(
                judge(article()),
                judge(
                    article(coded(BORDER_SEIZURE), gold(DRAWDOWN, "CA", QUIET_FORD)),
                    told(BORDER_SEIZURE),
                    told(ARMED_CLASH))));

    assertThat(EvaluationTable.of(evaluation))
        .containsExactly(
            "type            gold  found  right  wrong  again  precision  recall     F1  scope  dates  status",
            "------------------------------------------------------------------------------------------------",
            "BORDER_SEIZURE     1      1      1      0      0      1.000   1.000  1.000  1.000  1.000   1.000",
            "ARMED_CLASH        0      0      0      1      0      0.000       –  0.000      –      –       –",
            "------------------------------------------------------------------------------------------------",
            "total              1      1      1      1      0      0.500   1.000  0.667  1.000  1.000   1.000",
            "",
            "articles                       2",
            "  with nothing to report       1, left empty 1",
            "  with something to report     1, nothing found in 0",
            "missed                         0",
            "badly quoted, among the wrong  0",
            "optional ones found            0",
            "gold of types left aside       1");
  }

  @Test
  void writesALineForEachTypeThenTheTotal() {
    Evaluation evaluation =
        new Evaluation(List.of(judge(article(coded(BORDER_SEIZURE)), told(ARMED_CLASH))));

    assertThat(EvaluationLines.of(evaluation))
        .containsExactly(
            "{\"kind\":\"type\",\"type\":\"BORDER_SEIZURE\",\"gold\":1,\"found\":0,\"missed\":1,\"right\":0,\"wrong\":0,\"badlyQuoted\":0,\"duplicates\":0,"
                + "\"optional\":0,\"precision\":null,\"recall\":0.0000,\"f1\":0.0000,\"scope\":null,\"dates\":null,\"status\":null}",
            "{\"kind\":\"type\",\"type\":\"ARMED_CLASH\",\"gold\":0,\"found\":0,\"missed\":0,\"right\":0,\"wrong\":1,\"badlyQuoted\":0,\"duplicates\":0,"
                + "\"optional\":0,\"precision\":0.0000,\"recall\":null,\"f1\":0.0000,\"scope\":null,\"dates\":null,\"status\":null}",
            "{\"kind\":\"total\",\"gold\":1,\"found\":0,\"missed\":1,\"right\":0,\"wrong\":1,\"badlyQuoted\":0,\"duplicates\":0,"
                + "\"optional\":0,\"precision\":0.0000,\"recall\":0.0000,\"f1\":0.0000,\"scope\":null,\"dates\":null,\"status\":null,"
                + "\"articles\":1,\"quiet\":0,\"quietLeftEmpty\":0,\"eventful\":1,\"eventfulLeftEmpty\":0,\"leftAside\":0}");
  }
}
