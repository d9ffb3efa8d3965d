package oxus.ingest.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import oxus.schemas.Article;
import oxus.schemas.BorderEvent;
import oxus.schemas.EventType;
import oxus.schemas.Evidence;
import oxus.schemas.Outcome;
import oxus.schemas.Precision;
import oxus.schemas.ReportStatus;
import oxus.theatre.Theatre;

class ExtractorTest {
  private final Extractor extractor = new Extractor(MadeUpTheatre.theatre());

  @Test
  void givesTheEventWithScopeDateAndParties() {
    Article article =
        Articles.on("2021-07-20", "On July 5, League fighters seized the Westbridge crossing.");

    BorderEvent event = only(article);

    assertThat(event.getType()).isEqualTo(EventType.BORDER_SEIZURE);
    assertThat(event.getStatus()).isEqualTo(ReportStatus.REPORTED);
    assertThat(event.getScopes()).containsExactly(MadeUpTheatre.WEST);
    assertThat(event.getOccurredFrom()).isEqualTo(LocalDate.of(2021, 7, 5));
    assertThat(event.getPrecision()).isEqualTo(Precision.DAY);
    assertThat(event.getSettles()).isFalse();
  }

  @Test
  void tellsTheDenialOfALaterClauseBesideTheReport() {
    String text = "League fighters seized the Westbridge crossing on Monday; the army denies it.";

    assertThat(extractor.extract(Articles.saying(text)).events())
        .extracting(BorderEvent::getType, BorderEvent::getStatus)
        .containsExactlyInAnyOrder(
            tuple(EventType.BORDER_SEIZURE, ReportStatus.REPORTED),
            tuple(EventType.BORDER_SEIZURE, ReportStatus.DENIED));
  }

  @Test
  void takesACountryForTheBorderThatTheTextIsAbout() {
    String text =
        "Berlandic and Corlandic soldiers clashed on the Berland-Corland border on Monday. "
            + "Berland closed its border on Tuesday.";
    Theatre theatre = MadeUpTheatre.theatre();
    // by rules alone, so that what is learned anew cannot take an event away
    Lexicon rules =
        Lexicon.of(theatre, (reading, byRules) -> Weighing.silent(), new SieveWeights(Map.of()));

    assertThat(new Extractor(theatre, rules).extract(Articles.saying(text)).events())
        .extracting(BorderEvent::getScopes)
        .containsExactly(List.of("XB-XC"), List.of("XB-XC"));
  }

  @Test
  void givesNoEventOfAMatchOrALineOfKeywords() {
    assertThat(
            extractor
                .extract(Articles.saying("The attack on the Mill wicket won the match."))
                .events())
        .isEmpty();
    assertThat(
            extractor.extract(Articles.saying("Keywords: seizure; Westbridge; attack.")).events())
        .isEmpty();
  }

  @Test
  void takesNobodyForADenial() {
    String text = "The army said that none of its posts near Westbridge had fallen to the League.";

    assertThat(extractor.extract(Articles.saying(text)).events())
        .extracting(BorderEvent::getStatus)
        .containsOnly(ReportStatus.DENIED);
  }

  @Test
  void takesAnOccasionToSpeakForNoTalks() {
    assertThat(
            extractor
                .extract(
                    Articles.saying(
                        "Arland's foreign minister said at the meeting of the council on Monday"
                            + " that the League was weak."))
                .events())
        .extracting(BorderEvent::getType)
        .doesNotContain(EventType.TALKS);
    assertThat(
            extractor
                .extract(
                    Articles.saying(
                        "Arland's foreign minister said at the meeting with Berland's foreign"
                            + " minister on Monday that the League was weak."))
                .events())
        .extracting(BorderEvent::getType)
        .contains(EventType.TALKS);
  }

  @Test
  void countsOffsetsInCodePointsOfTheOriginal() {
    String lead = "\ud83d\udd34\ud83d\udd34 Breaking news. ";
    String body = lead + "The Westbridge crossing fell to the League’s fighters overnight.";

    Evidence evidence = only(Articles.saying(body)).getEvidence().get(0);

    int start = evidence.getStart().orElseThrow();
    int end = evidence.getEnd().orElseThrow();
    int from = body.offsetByCodePoints(0, start);
    int to = body.offsetByCodePoints(0, end);
    assertThat(body.substring(from, to)).isEqualTo(evidence.getQuote());
    assertThat(evidence.getQuote()).startsWith("The Westbridge").endsWith("overnight.");
  }

  @Test
  void cutsLongPassagesAtFourHundredCharacters() {
    String padding = "and the wind blew over the hills of the land ".repeat(20);
    String body = padding + "League fighters seized the Westbridge crossing " + padding + ".";

    String quote = only(Articles.saying(body)).getEvidence().get(0).getQuote();

    assertThat(quote.length()).isLessThanOrEqualTo(400);
    assertThat(quote).contains("seized the Westbridge crossing");
  }

  @Test
  void mergesTheMentionsOfOneHappening() {
    String body =
        "League fighters seized the Westbridge crossing on Monday.\n\n"
            + "The Westbridge crossing was captured after an hour, officials said.";

    BorderEvent event = only(Articles.saying(body));

    assertThat(event.getEvidence()).hasSize(2);
  }

  @Test
  void givesTheSameIdToTheSameEventAndAnotherToAnother() {
    Article one = Articles.saying("League fighters seized the Westbridge crossing.");
    Article other = Articles.saying("League fighters seized the High Pass crossing.");

    assertThat(only(one).getId()).isEqualTo(only(one).getId()).matches("[0-9a-f]{16}");
    assertThat(only(one).getId()).isNotEqualTo(only(other).getId());
  }

  @Test
  void saysWhyThereIsNoEvent() {
    assertThat(extractor.extract(Articles.saying("  \n ")).outcome()).isEqualTo(Outcome.REJECTED);
    assertThat(extractor.extract(Articles.saying("x".repeat(2_000_001))).reason())
        .isEqualTo("too-large");
    assertThat(extractor.extract(Articles.saying("Талибы захватили переход.")).outcome())
        .isEqualTo(Outcome.UNSUPPORTED_LANGUAGE);
    assertThat(extractor.extract(Articles.saying("Wheat prices rose in the market.")).outcome())
        .isEqualTo(Outcome.NO_EVENT);
  }

  @Test
  void staysWithinLimitsOnHostileText() {
    assertThat(extractor.extract(Articles.saying("e" + "\u0301".repeat(100_000))).outcome())
        .isEqualTo(Outcome.NO_EVENT);
    assertThat(extractor.extract(Articles.saying("a".repeat(1_900_000))).outcome())
        .isEqualTo(Outcome.NO_EVENT);
  }

  @Test
  void readsByAllTheWordsWhereNoRuleHolds() {
    Theatre theatre = MadeUpTheatre.theatre();
    String text =
        "A journalist was there. Conscripts spaded a moat near the Westbridge crossing for weeks.";
    int[] row = new int[Weighing.TYPES.size()];
    row[Weighing.TYPES.indexOf(EventType.BORDER_FORTIFICATION)] = 9_000;
    Weigher weigher = new WordWeights(Lexicon.features(), Map.of("w moat", row), Network.silent());
    Weigher silent = (reading, byRules) -> Weighing.silent();

    assertThat(
            new Extractor(theatre, Lexicon.of(theatre, weigher))
                .extract(Articles.saying(text))
                .events())
        .extracting(BorderEvent::getType, BorderEvent::getScopes)
        .containsExactly(tuple(EventType.BORDER_FORTIFICATION, List.of(MadeUpTheatre.WEST)));
    assertThat(
            new Extractor(theatre, Lexicon.of(theatre, silent))
                .extract(Articles.saying(text))
                .events())
        .isEmpty();
  }

  @Test
  void explainsWhatGaveAnEventAndWhatDidNot() {
    Article article =
        Articles.saying(
            "League fighters seized the Westbridge crossing on Monday. "
                + "They could seize the city of Mill.");

    assertThat(extractor.explain(article))
        .extracting(Note::outcome, Note::rule, Note::trigger)
        .contains(
            tuple(Note.Outcome.FOUND, "take-crossing", "seized"),
            tuple(Note.Outcome.DISCARDED, "take-territory", "seize"));
    assertThat(extractor.explain(article))
        .filteredOn(note -> note.reason().equals("merely-possible"))
        .isNotEmpty();
  }

  @Test
  void placesTalksWhereTheHostIs() {
    String text =
        "A League delegation came to Berland's capital Berlport for a week. "
            + "League envoys met the Ostlandic minister in Berlport on Friday.";

    assertThat(extractor.extract(Articles.saying(text)).events())
        .extracting(BorderEvent::getScopes)
        .isNotEmpty()
        .allMatch(scopes -> scopes.equals(List.of("XA-XB")));
  }

  private BorderEvent only(Article article) {
    Extraction extraction = extractor.extract(article);
    assertThat(extraction.events()).hasSize(1);
    return extraction.events().get(0);
  }
}
