package oxus.alerts.deliver;

import static org.assertj.core.api.Assertions.assertThat;
import static oxus.alerts.Examples.change;
import static oxus.schemas.ThreatLevel.CRITICAL;
import static oxus.schemas.ThreatLevel.LOW;
import static oxus.schemas.ThreatLevel.MODERATE;
import static oxus.schemas.ThreatLevel.SEVERE;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import oxus.alerts.Examples;
import oxus.alerts.Hostile;
import oxus.schemas.ThreatLevel;
import oxus.schemas.ThreatLevelChange;

class CapMessageTest {
  private static final String NORTH = "XA-XB/NORTH";

  final Masthead live = new Masthead(Examples.theatre(), false, "http://127.0.0.1:8080");
  final Masthead exercise = new Masthead(Examples.theatre(), true, "http://127.0.0.1:8080");
  final List<ThreatLevelChange> history =
      List.of(
          change(NORTH, 1, LOW, SEVERE),
          change(NORTH, 2, SEVERE, CRITICAL),
          change(NORTH, 3, CRITICAL, MODERATE),
          change(NORTH, 4, MODERATE, LOW),
          change(NORTH, 5, LOW, MODERATE),
          change(NORTH, 6, MODERATE, LOW));

  @Test
  void isValidForEachKindOfMessage() {
    for (ThreatLevelChange change : history) {
      assertThat(Xml.capFaults(CapMessage.of(live, change, history))).isEmpty();
      assertThat(Xml.capFaults(CapMessage.of(exercise, change, history))).isEmpty();
    }
  }

  @Test
  void isSentByWhomTheDeploymentNamesAndAnExerciseByAnother() {
    ThreatLevelChange update = history.get(1);

    for (boolean isExercise : List.of(false, true)) {
      Masthead named =
          new Masthead(
              Examples.theatre(),
              isExercise,
              "http://127.0.0.1:8080",
              Optional.of("watch@agency.example"));
      String sender = (isExercise ? "exercise." : "") + "watch@agency.example";
      String message = CapMessage.of(named, update, history);

      assertThat(Xml.capFaults(message)).isEmpty();
      assertThat(message)
          .contains("<sender>" + sender + "</sender>")
          .contains("<references>" + sender + ",XA-XB/NORTH#1,");
    }
  }

  @Test
  void isAnAlertThenUpdatesThenACancelAndThenAnAlertAnew() {
    assertThat(history)
        .extracting(change -> Xml.text(message(change), "msgType"))
        .containsExactly("Alert", "Update", "Update", "Cancel", "Alert", "Cancel");
  }

  @Test
  void refersToTheMessagesOfItsOwnAlertAsTheyWereSent() {
    assertThat(Xml.texts(message(history.get(0)), "references")).isEmpty();
    assertThat(Xml.text(message(history.get(2)), "references"))
        .isEqualTo(
            "xx.oxuswatch.org,XA-XB/NORTH#1,2021-06-22T13:00:00-00:00"
                + " xx.oxuswatch.org,XA-XB/NORTH#2,2021-06-22T14:00:00-00:00");
    assertThat(Xml.text(message(history.get(5)), "references"))
        .isEqualTo("xx.oxuswatch.org,XA-XB/NORTH#5,2021-06-22T17:00:00-00:00");
  }

  @Test
  void namesTheAlertAndTheNewestWhenThereAreMany() {
    List<ThreatLevelChange> many = new ArrayList<>(List.of(change(NORTH, 1, LOW, SEVERE)));
    for (int i = 2; i <= 100; i++) {
      many.add(change(NORTH, i, i % 2 == 0 ? SEVERE : CRITICAL, i % 2 == 0 ? CRITICAL : SEVERE));
    }

    List<String> references =
        List.of(
            Xml.text(Xml.parse(CapMessage.of(live, many.get(99), many)), "references")
                .split(" ", -1));

    assertThat(references).hasSize(24);
    assertThat(references.get(0)).contains("#1,");
    assertThat(references.get(23)).contains("#99,");
  }

  @Test
  void isAnAlertWhenNothingEarlierIsRemembered() {
    ThreatLevelChange change = change(NORTH, 9, SEVERE, CRITICAL);

    Document message = Xml.parse(CapMessage.of(live, change, List.of(change)));

    assertThat(Xml.text(message, "msgType")).isEqualTo("Alert");
  }

  @Test
  void isActualOrAnExerciseByItsOrigin() {
    assertThat(Xml.text(message(history.get(0)), "status")).isEqualTo("Actual");
    assertThat(Xml.texts(message(history.get(0)), "note")).isEmpty();

    Document drill = Xml.parse(CapMessage.of(exercise, history.get(0), history));

    assertThat(Xml.text(drill, "status")).isEqualTo("Exercise");
    assertThat(Xml.text(drill, "note")).contains("EXERCISE");
    assertThat(Xml.text(drill, "headline")).startsWith("EXERCISE – ");
    assertThat(Xml.text(drill, "sender")).isEqualTo("exercise.xx.oxuswatch.org");
  }

  @Test
  void drawsTheAreaAsAClosedRingLatitudeFirst() {
    String[] points = Xml.text(message(history.get(0)), "polygon").split(" ", -1);

    assertThat(points).hasSizeGreaterThan(4);
    assertThat(points[points.length - 1]).isEqualTo(points[0]);
    assertThat(points).allMatch(point -> point.matches("3[78]\\.\\d{4},[56]\\d\\.\\d{4}"));
  }

  @Test
  void namesAnAreaThatIsNotDrawn() {
    ThreatLevelChange change = change("XA-XC/EAST", 1, LOW, SEVERE);

    String message = CapMessage.of(live, change, List.of(change));

    assertThat(Xml.capFaults(message)).isEmpty();
    assertThat(Xml.texts(Xml.parse(message), "polygon")).isEmpty();
    assertThat(Xml.text(Xml.parse(message), "areaDesc")).contains("East pass");
  }

  @Test
  void writesIdsThatTheStandardAllows() {
    ThreatLevelChange change = change("A B,C<&>/Ü", 1, LOW, SEVERE);

    String message = CapMessage.of(live, change, List.of(change));

    assertThat(Xml.capFaults(message)).isEmpty();
    assertThat(Xml.text(Xml.parse(message), "identifier"))
        .isEqualTo("A%20B%2CC%3C%26%3E/%C3%9C#1")
        .doesNotContainPattern("[ ,<&]");
  }

  @Test
  void expiresWhenThePolicyWouldLetTheLevelExpire() {
    assertThat(Xml.text(message(history.get(0)), "expires")).isEqualTo("2021-08-21T13:00:00-00:00");
    assertThat(Xml.text(message(history.get(3)), "expires")).isEqualTo("2021-06-23T16:00:00-00:00");
  }

  @ParameterizedTest
  @EnumSource(ThreatLevel.class)
  void saysOfALevelWhatTheDocumentsSay(ThreatLevel level) throws Exception {
    CapTerms terms = CapTerms.of(level);

    assertThat(Files.readString(Path.of("../docs/feeds.md")))
        .contains(
            String.format(
                Locale.ROOT,
                "| %s | %s | %s | %s | %s |",
                level,
                terms.severity(),
                terms.urgency(),
                terms.certainty(),
                terms.responseType()));
  }

  static Stream<String> hostileTexts() {
    return Hostile.TEXTS.stream();
  }

  @ParameterizedTest
  @MethodSource("hostileTexts")
  void staysValidWhateverTextIsQuoted(String text) {
    ThreatLevelChange change = HostileChange.with(text, "javascript:alert(1)");

    String message = CapMessage.of(live, change, List.of(change));

    assertThat(Xml.capFaults(message)).isEmpty();
    assertThat(message)
        .doesNotContain("<script", "<svg", "<img")
        .doesNotContainPattern("[\\x00-\\x08\\x0E-\\x1F\\x7F-\\x9F\\u202A-\\u202E\\u2066-\\u2069]")
        .hasSizeLessThan(20_000);
    assertThat(Xml.texts(Xml.parse(message), "web"))
        .allMatch(web -> web.startsWith("http://127.0.0.1:8080/changes/"));
  }

  @Test
  void isTheSameInEveryLocale() {
    Locale before = Locale.getDefault();
    String plain = CapMessage.of(live, history.get(1), history);
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));

      assertThat(CapMessage.of(live, history.get(1), history)).isEqualTo(plain);
    } finally {
      Locale.setDefault(before);
    }
  }

  private Document message(ThreatLevelChange change) {
    return Xml.parse(CapMessage.of(live, change, history));
  }

  @Test
  void isInvalidWithoutWhatTheSchemaAsksFor() {
    String message = CapMessage.of(live, history.get(0), history);

    for (String element : Arrays.asList("sender", "sent", "urgency", "areaDesc")) {
      assertThat(
              Xml.capFaults(message.replaceFirst("<" + element + ">[^<]*</" + element + ">", "")))
          .isNotEmpty();
    }
    assertThat(Xml.capFaults(message.replace("-00:00", "Z"))).isNotEmpty();
  }
}
