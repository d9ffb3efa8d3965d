package oxus.ingest.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import oxus.schemas.EventType;
import oxus.schemas.ReportStatus;
import oxus.theatre.Problem;
import oxus.theatre.TheatreLoader;

class GoldReaderTest {
  private static final String HEAD =
      "{\"doc\": \"made-up\", \"published\": \"2021-07-06\", \"source\": \"Made-up Wire\"}\n";
  private static final String EVENT =
      "{\"id\": \"m-1\", \"type\": [\"TALKS\", \"ASSURANCE\"], \"scope\": [\"TJ-AF\"], \"from\": \"2021-07-04\","
          + " \"to\": \"2021-07-05\", \"status\": \"PLANNED\", \"cue\": \"they met\", \"req\": false, \"qty\": 3}";

  private final GoldReader reader = new GoldReader(TheatreLoader.shipped());

  private GoldReader.Reading read(String text) {
    return reader.read("made-up.jsonl", text);
  }

  @Test
  void readsListsAndSingleValuesAlike() {
    GoldArticle gold = read(HEAD + EVENT + "\n").gold().orElseThrow();

    assertThat(gold.doc()).isEqualTo("made-up");
    assertThat(gold.published().at()).isEqualTo("2021-07-06T23:59:59Z");
    GoldEvent event = gold.events().get(0);
    assertThat(event.types()).containsExactly(EventType.TALKS, EventType.ASSURANCE);
    assertThat(event.statuses()).containsExactly(ReportStatus.PLANNED);
    assertThat(event.from()).isEqualTo("2021-07-04");
    assertThat(event.required()).isFalse();
  }

  @Test
  void readsAnArticleWithNothingToReport() {
    assertThat(read(HEAD).gold().orElseThrow().events()).isEmpty();
  }

  @ParameterizedTest(name = "{0} becomes {1}: {2}")
  @CsvSource(
      quoteCharacter = '~',
      delimiter = '|',
      value = {
        "\"TALKS\", \"ASSURANCE\"|\"TALK\"|type 'TALK' is unknown; use one of BORDER_SEIZURE, ",
        "\"TALKS\", \"ASSURANCE\"|\"OTHER\"|type 'OTHER' is unknown; use one of BORDER_SEIZURE, ",
        "[\"TALKS\", \"ASSURANCE\"]|[]|no 'type'; add it",
        "TJ-AF|TJ-AV|scope 'TJ-AV' is not in the theatre; use one of CA, CN-AF",
        "2021-07-04|2021-06-31|'from' is '2021-06-31', which is no date; write 2021-06-22",
        "2021-07-04|2021-07-06|'from' is after 'to'; swap them",
        "PLANNED|LIKELY|status 'LIKELY' is unknown; use one of [REPORTED, PLANNED",
        "they met|«—»|'cue' has no word in Latin letters; quote the piece",
        "false|maybe|not JSON, or cut off, at character 161;",
        "false|1|'req' is '1'; write true or false",
        "false|{\"a\": 1}|'req' holds an object or a list in a list; write a value",
        "\"id\": \"m-1\",|~~|no 'id'; add it",
        "\"m-1\"|[\"m-1\", \"m-2\"]|'id' has several values; keep one",
        "3}|3|not JSON, or cut off, at character 171;",
        "3}|3} {}|the JSON object is followed by more; write one object a line",
      })
  void namesLineCulpritAndCure(String piece, String instead, String message) {
    String bad = EVENT.replace(piece, instead);

    GoldReader.Reading reading = read(HEAD + "\n" + bad + "\n");

    assertThat(bad).isNotEqualTo(EVENT);
    assertThat(reading.gold()).isEmpty();
    assertThat(reading.problems())
        .singleElement()
        .extracting(Problem::toString)
        .asString()
        .startsWith("made-up.jsonl:3: " + message);
  }

  @Test
  void namesAnIdThatComesTwice() {
    assertThat(read(HEAD + EVENT + "\n" + EVENT).problems())
        .extracting(Problem::toString)
        .containsExactly("made-up.jsonl:3: id 'm-1' comes twice; number it anew");
  }

  @Test
  void namesEveryBadLine() {
    assertThat(read(HEAD + "[]\n" + EVENT + "\n{").problems())
        .extracting(Problem::line)
        .containsExactly(2, 4);
  }

  @Test
  void saysThatTheFirstLineIsNotTheArticles() {
    assertThat(read(EVENT + "\n" + EVENT).problems())
        .extracting(Problem::toString)
        .containsExactly("made-up.jsonl:1: no 'doc'; add it");
    assertThat(read(HEAD.replace("2021-07-06", "July")).problems())
        .extracting(Problem::toString)
        .containsExactly(
            "made-up.jsonl:1: 'published' is 'July', which is no time; write 2021-06-22 or"
                + " 2021-06-22T12:23:00Z");
    assertThat(read("\n").problems())
        .extracting(Problem::toString)
        .containsExactly("made-up.jsonl: no line; begin with doc, published and source");
  }
}
