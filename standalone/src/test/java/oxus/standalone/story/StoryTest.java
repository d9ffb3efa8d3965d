package oxus.standalone.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import oxus.schemas.BorderEvent;
import oxus.schemas.PlaceRef;
import oxus.schemas.Precision;
import oxus.schemas.Reliability;
import oxus.standalone.junit.JunitXml;
import oxus.standalone.story.Verdict.Difference;
import oxus.theatre.Problem;
import oxus.theatre.Theatre;
import oxus.theatre.TheatreLoader;

/** How stories are read, run and told, on the default theatre. */
class StoryTest {
  private static final Theatre THEATRE = TheatreLoader.shipped();
  private static final String SEIZURE =
      "  - {id: seizure, at: 2021-06-22T10:00:00Z, type: BORDER_SEIZURE, scope: TJ-AF/PANJ,"
          + " place: Sher Khan Bandar, source: Reuters}\n";

  private final List<Problem> problems = new ArrayList<>();

  private Story read(String text) {
    return new StoryReader(THEATRE, problems).read("tale", "tale.yaml", text);
  }

  private static String told(String given, String then) {
    return "story: A tale\ngiven:\n" + given + "then:\n  - " + then + "\n";
  }

  private Verdict run(String then) {
    Story story = read(told(SEIZURE, then));
    assertThat(problems).isEmpty();
    return new StoryRun(THEATRE).run(story);
  }

  private List<String> differences(String then) {
    return run("{sector: TJ-AF/PANJ, " + then + "}").failures().stream()
        .flatMap(failure -> failure.differences().stream())
        .map(Difference::toString)
        .toList();
  }

  @Test
  void readsAReportAsAScenarioDoes() {
    BorderEvent report =
        read(told(
                "  - {at: 2021-06-22, type: TROOP_CROSSING, scope: [TJ-AF/PANJ, UZ-AF], place:"
                    + " Shir Khan Bandar, occurred: 2021-06-20/2021-06-21, source: Some paper,"
                    + " unknownSource: Some paper, initiator: Talib fighters, figure: {least: 134,"
                    + " unit: Soldiers}}\n",
                "{at: 2021-06-22, sector: TJ-AF/PANJ, level: LOW}"))
            .given()
            .get(0);

    assertThat(problems).isEmpty();
    assertThat(report.getKnownAt()).hasToString("2021-06-22T23:59:59Z");
    assertThat(report.getScopes()).containsExactly("TJ-AF/PANJ", "UZ-AF");
    assertThat(report.getPlaces()).extracting(PlaceRef::getId).containsExactly("sher-khan-bandar");
    assertThat(report.getOccurredFrom()).hasToString("2021-06-20");
    assertThat(report.getOccurredTo()).hasToString("2021-06-21");
    assertThat(report.getReliability()).isEqualTo(Reliability.F);
    assertThat(report.getFigure().orElseThrow().getMin()).contains(134L);
    assertThat(report.getFigure().orElseThrow().getUnit()).isEqualTo("soldiers");
  }

  @Test
  void datesAReportWithoutADayByItsPublication() {
    BorderEvent report =
        read(told(SEIZURE, "{at: 2021-06-23, sector: TJ-AF/PANJ, level: LOW}")).given().get(0);

    assertThat(report.getOccurredTo()).hasToString("2021-06-22");
    assertThat(report.getPrecision()).isEqualTo(Precision.UNKNOWN);
  }

  static Stream<Arguments> senseless() {
    String fine = "{at: 2021-06-23, sector: TJ-AF/PANJ, level: LOW}";
    return Stream.of(
        Arguments.of(
            told(SEIZURE, "{at: 2021-06-23, sector: TJ-AF/PANJ, levl: LOW, rules: []}"),
            "tale.yaml:5: unknown key 'levl'; use one of at, sector, level, reason, score, rules,"
                + " contributions, changes, why"),
        Arguments.of(
            told(SEIZURE.replace("source:", "sauce: hot, source:"), fine),
            "tale.yaml:3: unknown key 'sauce'; use one of id, at, type, status, scope, place,"
                + " occurred, source, unknownSource, wire, article, initiator, target, figure,"
                + " attributedTo, note"),
        Arguments.of(
            told(SEIZURE.replace("Reuters", "Reuterz"), fine),
            "tale.yaml:3: source 'Reuterz' is not in sources.csv; use one that is, or write"
                + " unknownSource for one that cannot be judged"),
        Arguments.of(
            told(SEIZURE.replace("Sher Khan Bandar", "Sheer Khan"), fine),
            "tale.yaml:3: place 'Sheer Khan' is not in places.csv; add it"),
        Arguments.of(
            told(SEIZURE.replace("TJ-AF/PANJ", "TJ-AF/PANG"), fine),
            "tale.yaml:3: row seizure: scope 'TJ-AF/PANG' is not in theatre CA; mend the report"),
        Arguments.of(
            told(SEIZURE.replace("10:00:00Z", "noon"), fine),
            "tale.yaml:3: '2021-06-22Tnoon' is no time; write 2021-06-22T12:00:00Z, or 2021-06-22"
                + " for its end"),
        Arguments.of(
            told(SEIZURE + SEIZURE, fine), "tale.yaml:4: id 'seizure' is taken; choose another"),
        Arguments.of(
            told(SEIZURE, "{at: 2021-06-23, sector: TJ-AF/PANJ, level: HIGH}"),
            "tale.yaml:5: 'HIGH' is no ThreatLevel; use one of [LOW, MODERATE, SUBSTANTIAL,"
                + " SEVERE, CRITICAL]"),
        Arguments.of(
            told(SEIZURE, "{at: 2021-06-23, sector: TJ-AF/PANJ}"),
            "tale.yaml:5: nothing is expected; add level, reason, score, rules, contributions or"
                + " changes"),
        Arguments.of(
            told(SEIZURE, "{at: 2021-06-23, sector: TJ-AF/PANJ, score: {least: 2, most: 1}}"),
            "tale.yaml:5: least is above most; swap them"),
        Arguments.of(
            told(SEIZURE, "{at: 2021-06-23, sector: TJ-AF/PANJ, contributions: [{grade: G7}]}"),
            "tale.yaml:5: 'G7' is no grade; write reliability and credibility: B2"));
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource("senseless")
  void namesFileLineCulpritAndCure(String text, String complaint) {
    read(text);

    assertThat(problems).extracting(Problem::toString).containsExactly(complaint);
  }

  @Test
  void namesARuleThatThePolicyHasNot() {
    read(told(SEIZURE, "{at: 2021-06-23, sector: TJ-AF/PANJ, rules: [crossing-list]}"));

    assertThat(problems)
        .singleElement()
        .asString()
        .startsWith("tale.yaml:5: rule 'crossing-list' is not in the policy; use one of crossing-");
  }

  @Test
  void complainsOfAStoryThatExpectsNothing() {
    read("story: A tale\ngiven: []\nthen: []\n");

    assertThat(problems)
        .extracting(Problem::toString)
        .containsExactly("tale.yaml:1: the story expects nothing; say under then what follows");
  }

  @Test
  void holdsWhereEverythingIsAsTold() {
    assertThat(
            differences(
                "at: 2021-06-22T11:00:00Z, level: SUBSTANTIAL, reason: SCORE_ROSE, rules: [],"
                    + " score: {least: 3.5, most: 6.5}, contributions: [{type: BORDER_SEIZURE,"
                    + " place: Sher Khan Bandar, grade: A3, sources: 1}], changes: [{from: LOW,"
                    + " to: SUBSTANTIAL, at: 2021-06-22T10:00:00Z}]"))
        .isEmpty();
  }

  @Test
  void saysWhatWasExpectedAndWhatCame() {
    assertThat(
            differences(
                "at: 2021-06-22T11:00:00Z, level: SEVERE, reason: RULE_HOLDS, rules:"
                    + " [crossing-lost], score: {least: 100}, contributions: [{type:"
                    + " BORDER_SEIZURE, grade: B2}, {type: TALKS}], changes: [{to: MODERATE}, {to:"
                    + " SEVERE}]"))
        .satisfiesExactly(
            line -> assertThat(line).isEqualTo("level: expected SEVERE, got SUBSTANTIAL"),
            line -> assertThat(line).isEqualTo("reason: expected RULE_HOLDS, got SCORE_ROSE"),
            line -> assertThat(line).startsWith("score: expected 100 to 1000000, got "),
            line -> assertThat(line).isEqualTo("rules: expected [crossing-lost], got []"),
            line ->
                assertThat(line)
                    .isEqualTo(
                        "contribution: expected {type=BORDER_SEIZURE, grade=B2}, got"
                            + " {type=BORDER_SEIZURE, grade=A3}"),
            line -> assertThat(line).isEqualTo("contribution: expected {type=TALKS}, got nothing"),
            line ->
                assertThat(line)
                    .isEqualTo("change 1: expected {to=MODERATE}, got {to=SUBSTANTIAL}"),
            line -> assertThat(line).isEqualTo("change 2: expected {to=SEVERE}, got none"));
  }

  @Test
  void saysWhatTheLevelRestsOn() {
    Verdict verdict = run("{at: 2021-06-22T11:00:00Z, sector: TJ-AF/PANJ, level: SEVERE}");

    assertThat(StoryText.of(verdict))
        .startsWith(
            """
            fails  tale: A tale
              tale.yaml:5: TJ-AF/PANJ at 2021-06-22T11:00:00Z
                level: expected SEVERE, got SUBSTANTIAL
                  score \
            """)
        .contains("; SEVERE begins at 6.5\n")
        .contains(" border seizure, Sher Khan Bandar (seizure, OWN, A3, sources 1)\n")
        .contains("      2021-06-22T10:00:00Z LOW → SUBSTANTIAL, SCORE_ROSE: Score rose to ");
  }

  @Test
  void asksAtTheTimeThatItNames() {
    assertThat(differences("at: 2021-06-22T09:59:59Z, level: LOW, changes: []")).isEmpty();
    assertThat(differences("at: 2021-06-22T10:00:00Z, level: SUBSTANTIAL")).isEmpty();
    assertThat(differences("at: 2021-08-22T10:00:00Z, level: LOW, reason: EVIDENCE_EXPIRED"))
        .isEmpty();
  }

  @Test
  void writesXmlThatAnXmlReaderOpens() throws Exception {
    Verdict failed = run("{at: 2021-06-22T11:00:00Z, sector: TJ-AF/PANJ, level: SEVERE}");
    Story odd =
        new Story(
            "o\u0001dd",
            "odd.yaml",
            "<&\">",
            failed.story().given(),
            List.of(),
            failed.story().then());

    String xml =
        JunitXml.of(
            "policy",
            Stream.of(failed, new Verdict(odd, List.of()), new Verdict(odd, failed.failures()))
                .map(StoryText::check)
                .toList());

    Document document =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    Element suite = (Element) document.getElementsByTagName("testsuite").item(0);
    assertThat(suite.getAttribute("name")).isEqualTo("policy");
    assertThat(suite.getAttribute("tests")).isEqualTo("3");
    assertThat(suite.getAttribute("failures")).isEqualTo("2");
    assertThat(suite.getElementsByTagName("testcase").getLength()).isEqualTo(3);
    Element failure = (Element) suite.getElementsByTagName("failure").item(0);
    assertThat(failure.getAttribute("message"))
        .isEqualTo("level: expected SEVERE, got SUBSTANTIAL");
    assertThat(failure.getTextContent()).isEqualTo(StoryText.of(failed));
    assertThat(((Element) failure.getParentNode()).getAttribute("classname")).isEqualTo("policy");
  }
}
