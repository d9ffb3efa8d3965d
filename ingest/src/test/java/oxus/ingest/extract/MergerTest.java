package oxus.ingest.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import oxus.schemas.ReportStatus;
import oxus.theatre.Theatre;

class MergerTest {
  private static final Theatre THEATRE = MadeUpTheatre.theatre();
  private static final String CLAIM = "League fighters seized the Westbridge crossing on Monday. ";

  private final Bearings bearings = new Bearings(THEATRE);
  private final Merger merger = new Merger(bearings, Journal.none());
  private final SameEvent sameEvent = new SameEvent(bearings);

  @Test
  void keepsAClaimAndItsDenialApart() {
    List<Candidate> told = told(CLAIM + "The army denies it.");

    assertThat(told)
        .extracting(Candidate::status)
        .containsExactly(ReportStatus.REPORTED, ReportStatus.DENIED);
    assertThat(sameEvent.is(told.get(0), told.get(1))).isFalse();
    assertThat(sameEvent.isSurely(told.get(0), told.get(1))).isFalse();
    assertThat(merger.across(told, List.of(true, true))).isEqualTo(told);
  }

  @Test
  void takesADenialThatIsLeftAsideForNoEvidenceOfTheClaim() {
    List<Candidate> told = told(CLAIM + "The army denies it.");

    assertThat(merger.across(told, List.of(true, false))).containsExactly(told.get(0));
    assertThat(merger.across(told, List.of(false, true))).containsExactly(told.get(1));
  }

  @Test
  void keepsAClaimAndItsDenialInOneSentenceApart() {
    List<Candidate> told =
        told("League fighters seized the Westbridge crossing; the army denies it. Rain fell.");

    assertThat(merger.withinSentences(told))
        .extracting(Candidate::status)
        .containsExactly(ReportStatus.REPORTED, ReportStatus.DENIED);
  }

  @Test
  void takesTheSecondDenialOfOneClaimForTheFirst() {
    List<Candidate> told = told(CLAIM + "The army denies it. A minister denies it, too.");

    List<Candidate> kept = merger.across(told, List.of(true, true, false));

    assertThat(told).hasSize(3);
    assertThat(kept)
        .extracting(Candidate::status)
        .containsExactly(ReportStatus.REPORTED, ReportStatus.DENIED);
    assertThat(kept.get(0).evidence()).hasSize(1);
    assertThat(kept.get(1).evidence()).hasSize(2);
  }

  @Test
  void putsADenialInWordsOfItsOwnTogetherWithWhatItPointsBackTo() {
    List<Candidate> told =
        told(CLAIM + "A villager denied that League fighters had seized the Westbridge crossing.");

    assertThat(told)
        .extracting(Candidate::status)
        .containsExactly(ReportStatus.REPORTED, ReportStatus.DENIED);
  }

  /** What the sieve is asked about. */
  private static List<Candidate> told(String body) {
    List<Candidate> told = new ArrayList<>();
    Lexicon lexicon =
        Lexicon.of(
            THEATRE,
            (reading, byRules) -> Weighing.silent(),
            (signs, candidates) -> {
              told.addAll(candidates);
              return new int[candidates.size()];
            });
    new Extractor(THEATRE, lexicon).extract(Articles.saying(body));
    return told;
  }
}
