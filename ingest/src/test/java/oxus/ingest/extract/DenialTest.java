package oxus.ingest.extract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import oxus.schemas.BorderEvent;
import oxus.schemas.EventType;
import oxus.schemas.ReportStatus;
import oxus.theatre.Theatre;

class DenialTest {
  private static final Theatre THEATRE = MadeUpTheatre.theatre();

  private final Extractor extractor =
      new Extractor(THEATRE, Lexicon.of(THEATRE, (reading, byRules) -> Weighing.silent()));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The army denied that League fighters had seized the Westbridge crossing.",
        "Reports that League fighters had seized the Westbridge crossing are false.",
        "The claim that League fighters seized the Westbridge crossing is untrue.",
        "The claim that League fighters seized the Westbridge crossing was dismissed.",
        "There is no truth in the claim that League fighters seized the Westbridge crossing."
      })
  void attachesToTheClaimThatItGoverns(String text) {
    assertThat(extractor.extract(Articles.saying(text)).events())
        .extracting(BorderEvent::getStatus)
        .containsExactly(ReportStatus.DENIED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "League fighters seized the Westbridge crossing on Monday; the army denies it.",
        "League fighters seized the Westbridge crossing on Monday, which the army denied.",
        "League fighters seized the Westbridge crossing on Monday; the army called it false.",
        "League fighters seized the Westbridge crossing on Monday; both governments deny"
      })
  void ofALaterClauseStandsBesideTheReport(String text) {
    assertThat(extractor.extract(Articles.saying(text)).events())
        .allMatch(event -> event.getType() == EventType.BORDER_SEIZURE)
        .extracting(BorderEvent::getStatus)
        .containsExactly(ReportStatus.REPORTED, ReportStatus.DENIED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "League fighters seized the Westbridge crossing while the bank denied that it was broke.",
        "The bank denied that it was broke while League fighters seized the Westbridge crossing."
      })
  void ofSomethingElseLeavesTheReportAlone(String text) {
    assertThat(extractor.extract(Articles.saying(text)).events())
        .extracting(BorderEvent::getStatus)
        .containsExactly(ReportStatus.REPORTED);
  }

  @Test
  void ofAMeetingIsNotTakenFromALaterClause() {
    String text = "Arland's minister met Berland's minister on Monday; the League denies it.";

    assertThat(extractor.extract(Articles.saying(text)).events())
        .extracting(BorderEvent::getStatus)
        .containsExactly(ReportStatus.REPORTED);
  }
}
