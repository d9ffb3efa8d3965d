package oxus.ingest.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static oxus.ingest.evaluate.MadeUpGold.QUIET_FORD;
import static oxus.ingest.evaluate.MadeUpGold.article;
import static oxus.ingest.evaluate.MadeUpGold.gold;
import static oxus.ingest.evaluate.MadeUpGold.judge;
import static oxus.ingest.evaluate.MadeUpGold.optional;
import static oxus.ingest.evaluate.MadeUpGold.verdicts;
import static oxus.ingest.evaluate.Verdict.BADLY_QUOTED;
import static oxus.ingest.evaluate.Verdict.DUPLICATE;
import static oxus.ingest.evaluate.Verdict.OPTIONAL;
import static oxus.ingest.evaluate.Verdict.RIGHT;
import static oxus.ingest.evaluate.Verdict.WRONG;
import static oxus.schemas.EventType.BORDER_SEIZURE;
import static oxus.schemas.EventType.COOPERATION;
import static oxus.schemas.EventType.DRAWDOWN;
import static oxus.schemas.EventType.TALKS;
import static oxus.schemas.EventType.TERRITORY_SEIZURE;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import oxus.schemas.ReportStatus;

class GoldMatcherTest {
  private static final String ELSEWHERE = "All was calm.";

  private final GoldEvent seizure = gold(BORDER_SEIZURE, "TJ-AF/PANJ", QUIET_FORD);

  @Test
  void takesWhatAgreesInTypeScopePassageAndDatesForRight() {
    JudgedArticle judged =
        judge(article(seizure), Told.a(BORDER_SEIZURE, "TJ-AF/PANJ", QUIET_FORD));

    assertThat(verdicts(judged)).containsExactly(RIGHT);
    assertThat(judged.missed()).isEmpty();
    assertThat(judged.events().get(0).gold()).contains(seizure);
    assertThat(judged.events().get(0).fit()).contains(new Fit(true, true, true));
  }

  @Test
  void takesAnotherTypeForWrongAndTheGoldEventForMissed() {
    JudgedArticle judged =
        judge(article(seizure), Told.a(TERRITORY_SEIZURE, "TJ-AF/PANJ", QUIET_FORD));

    assertThat(verdicts(judged)).containsExactly(WRONG);
    assertThat(judged.missed()).containsExactly(seizure);
  }

  @Test
  void acceptsEachOfGoldsTypes() {
    GoldEvent either =
        gold(List.of(TERRITORY_SEIZURE, BORDER_SEIZURE), "TJ-AF/PANJ", QUIET_FORD, true);

    JudgedArticle judged = judge(article(either), Told.a(BORDER_SEIZURE, "TJ-AF/PANJ", QUIET_FORD));

    assertThat(verdicts(judged)).containsExactly(RIGHT);
  }

  @ParameterizedTest(name = "{0} for gold''s {1}: {2}, exact: {3}")
  @CsvSource({
    "TJ-AF/PANJ, TJ-AF/PANJ, RIGHT, true",
    "TJ-AF, TJ-AF/PANJ, RIGHT, false",
    "TJ-AF/PANJ, TJ-AF, RIGHT, false",
    "CA, TJ-AF, RIGHT, false",
    "TJ-AF, CA, RIGHT, false",
    "CA, CA, RIGHT, true",
    "CA, TJ-AF/PANJ, WRONG, false",
    "TJ-AF/PANJ, CA, WRONG, false",
    "TJ-AF/FARKHOR, TJ-AF/PANJ, WRONG, false",
    "UZ-AF, TJ-AF, WRONG, false",
  })
  void comparesScopesAlongOneChain(String told, String coded, Verdict verdict, boolean exact) {
    JudgedArticle judged =
        judge(
            article(gold(BORDER_SEIZURE, coded, QUIET_FORD)),
            Told.a(BORDER_SEIZURE, told, QUIET_FORD));

    assertThat(verdicts(judged)).containsExactly(verdict);
    assertThat(judged.events().get(0).fit().filter(Fit::scopeExact).isPresent()).isEqualTo(exact);
  }

  @ParameterizedTest(name = "{0} to {1} for July 5: {2}, dates right: {3}")
  @CsvSource({
    "2021-07-02, 2021-07-08, RIGHT, true",
    "2021-07-01, 2021-07-05, RIGHT, false",
    "2021-07-05, 2021-07-09, RIGHT, false",
    "2021-07-08, 2021-07-08, RIGHT, true",
    "2021-07-02, 2021-07-02, RIGHT, true",
    "2021-07-09, 2021-07-09, WRONG, false",
    "2021-07-01, 2021-07-01, WRONG, false",
  })
  void givesDatesThreeDaysOfGraceWhenThePassageIsAnother(
      String from, String to, Verdict verdict, boolean right) {
    JudgedArticle judged =
        judge(article(seizure), Told.a(BORDER_SEIZURE, "TJ-AF/PANJ", ELSEWHERE).on(from, to));

    assertThat(verdicts(judged)).containsExactly(verdict);
    assertThat(judged.events().get(0).fit().filter(Fit::datesRight).isPresent()).isEqualTo(right);
  }

  @Test
  void matchesTheSamePassageHoweverFarTheDatesAreOff() {
    JudgedArticle judged =
        judge(
            article(seizure),
            Told.a(BORDER_SEIZURE, "TJ-AF/PANJ", QUIET_FORD).on("2021-01-01", "2021-01-01"));

    assertThat(judged.events().get(0).fit()).contains(new Fit(true, false, true));
  }

  @Test
  void matchesAnotherStatusAndSaysSo() {
    JudgedArticle judged =
        judge(
            article(seizure),
            Told.a(BORDER_SEIZURE, "TJ-AF/PANJ", QUIET_FORD).as(ReportStatus.DENIED));

    assertThat(judged.events().get(0).fit()).contains(new Fit(true, true, false));
  }

  @Test
  void countsASecondMatchOfOneGoldEventAsDuplicate() {
    JudgedArticle judged =
        judge(
            article(seizure),
            Told.a(BORDER_SEIZURE, "TJ-AF", QUIET_FORD),
            Told.a(BORDER_SEIZURE, "TJ-AF/PANJ", QUIET_FORD));

    assertThat(verdicts(judged)).as("the better fit wins").containsExactly(DUPLICATE, RIGHT);
    assertThat(judged.events().get(0).gold()).contains(seizure);
  }

  @Test
  void letsTheFirstOfTwoEqualFitsStand() {
    Told told = Told.a(BORDER_SEIZURE, "TJ-AF/PANJ", QUIET_FORD);

    JudgedArticle judged = judge(article(seizure), told, told);

    assertThat(verdicts(judged)).containsExactly(RIGHT, DUPLICATE);
  }

  @Test
  void givesEachEventItsOwnGoldWhenTwoOfOneTypeAreThere() {
    GoldEvent other = gold(BORDER_SEIZURE, "TJ-AF/PANJ", "A second one near Low Bend was lost too");

    JudgedArticle judged =
        judge(
            article(seizure, other),
            Told.a(BORDER_SEIZURE, "TJ-AF/PANJ", "A second one near Low Bend was lost too."),
            Told.a(BORDER_SEIZURE, "TJ-AF/PANJ", "Rebels took the post at Quiet Ford."));

    assertThat(judged.events())
        .extracting(event -> event.gold().orElseThrow())
        .containsExactly(other, seizure);
  }

  @Test
  void neitherRewardsNorPunishesAnOptionalEvent() {
    GoldEvent weak = optional(BORDER_SEIZURE, "TJ-AF/PANJ", QUIET_FORD);

    assertThat(verdicts(judge(article(weak), Told.a(BORDER_SEIZURE, "TJ-AF", QUIET_FORD))))
        .containsExactly(OPTIONAL);
    assertThat(judge(article(weak)).missed()).isEmpty();
  }

  @Test
  void countsASecondMatchOfAnOptionalEventAsDuplicate() {
    Told told = Told.a(BORDER_SEIZURE, "TJ-AF/PANJ", QUIET_FORD);

    JudgedArticle judged =
        judge(article(optional(BORDER_SEIZURE, "TJ-AF/PANJ", QUIET_FORD)), told, told);

    assertThat(verdicts(judged)).containsExactly(OPTIONAL, DUPLICATE);
  }

  @Test
  void prefersTheRequiredOfTwoGoldEventsThatFitAlike() {
    GoldEvent weak = optional(BORDER_SEIZURE, "TJ-AF/PANJ", QUIET_FORD);

    JudgedArticle judged =
        judge(article(weak, seizure), Told.a(BORDER_SEIZURE, "TJ-AF/PANJ", QUIET_FORD));

    assertThat(judged.events().get(0).gold()).contains(seizure);
  }

  @Test
  void trustsNoEventWhoseQuoteIsNotInTheText() {
    JudgedArticle judged =
        judge(
            article(seizure),
            Told.a(BORDER_SEIZURE, "TJ-AF/PANJ", "Rebels took the post at Quiet Ford, twice."));

    assertThat(verdicts(judged)).containsExactly(BADLY_QUOTED);
    assertThat(judged.missed()).containsExactly(seizure);
  }

  @Test
  void trustsNoEventWhoseQuoteStandsElsewhere() {
    Told told = Told.a(BORDER_SEIZURE, "TJ-AF/PANJ", QUIET_FORD);

    JudgedArticle judged =
        judge(article(seizure), told.at(1, QUIET_FORD.length() + 1), told.at(0, 9_999));

    assertThat(verdicts(judged)).containsExactly(BADLY_QUOTED, BADLY_QUOTED);
  }

  @Test
  void leavesUncodedTypesAsideOnBothSides() {
    JudgedArticle judged =
        judge(article(gold(DRAWDOWN, "CA", QUIET_FORD)), Told.a(COOPERATION, "CA", ELSEWHERE));

    assertThat(judged.events()).isEmpty();
    assertThat(judged.missed()).isEmpty();
    assertThat(judged.hasNothingToReport()).isFalse();
    assertThat(judged.hasSomethingToReport()).isFalse();
  }

  @Test
  void countsAGoldEventThatAllowsACodedTypeToo() {
    GoldEvent either = gold(List.of(COOPERATION, TALKS), "TJ-AF", QUIET_FORD, true);

    assertThat(judge(article(either)).missed()).containsExactly(either);
    assertThat(verdicts(judge(article(either), Told.a(TALKS, "TJ-AF", QUIET_FORD))))
        .containsExactly(RIGHT);
  }

  @Test
  void leavesNothingAsideWhenAskedForAllTypes() {
    JudgedArticle judged =
        judge(
            List.of(),
            article(gold(DRAWDOWN, "CA", QUIET_FORD)),
            Told.a(COOPERATION, "CA", ELSEWHERE));

    assertThat(verdicts(judged)).containsExactly(WRONG);
    assertThat(judged.missed()).hasSize(1);
  }
}
