package oxus.alerts.deliver;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import oxus.schemas.AssessmentCause;
import oxus.schemas.ChangeReason;
import oxus.schemas.CitedReport;
import oxus.schemas.ConditionMet;
import oxus.schemas.Contribution;
import oxus.schemas.Coverage;
import oxus.schemas.Distance;
import oxus.schemas.EventType;
import oxus.schemas.Figure;
import oxus.schemas.FigureClaim;
import oxus.schemas.GradeStep;
import oxus.schemas.LevelOverride;
import oxus.schemas.Outlook;
import oxus.schemas.Qualifier;
import oxus.schemas.Relation;
import oxus.schemas.Reliability;
import oxus.schemas.ReportStatus;
import oxus.schemas.RuleHeld;
import oxus.schemas.RuleNear;
import oxus.schemas.SectorAssessment;
import oxus.schemas.StepDown;
import oxus.schemas.ThreatLevel;
import oxus.schemas.ThreatLevelChange;
import oxus.schemas.WithoutSource;

class ChangeJsonTest {
  private static final Instant NOON = Instant.parse("2021-06-22T12:00:00Z");

  @Test
  void writesAChangeWithItsKeysInAFixedOrder() {
    assertThat(ChangeJson.of(change("They took it.", "a tip")))
        .isEqualTo(
            """
            {"changeId":"XA-XB/WEST#3","sector":"XA-XB/WEST","sequence":3,"from":"LOW",\
            "to":"SEVERE","at":"2021-06-22T12:00:00Z","reason":"RULE_HOLDS",\
            "explanation":"a rule","score":6.5,"policy":"0123456789ab","contributions":[\
            {"incident":"seizure-1","type":"BORDER_SEIZURE","status":"REPORTED",\
            "relation":"OWN","place":"Bridge","occurredFrom":"2021-06-21",\
            "occurredTo":"2021-06-22","weight":6.5,"grade":"B2","sources":2,"reportCount":4,\
            "disputed":false,"reports":[{"event":"e-1","source":"The Herald",\
            "reliability":"B","wire":"agency","url":"https://herald.example/1",\
            "publishedAt":"2021-06-22T12:00:00Z","status":"REPORTED",\
            "attributedTo":"a spokesman","figure":{"min":1000,"qualifier":"AT_LEAST",\
            "unit":"soldiers"},"quote":"They took it.","verbatim":true}],"figures":[{"unit":"soldiers","min":1000,\
            "voices":["agency"]},{"unit":"soldiers","max":700,"voices":["herald"]}],\
            "deniedBy":["ministry"],"grades":[{"at":"2021-06-22T12:00:00Z","grade":"B2",\
            "why":"two voices"}],"rulings":["r-1"]}],"rules":[\
            {"rule":"crossing-lost","meaning":"A crossing was lost","floor":"SEVERE",\
            "until":"2021-06-22T12:00:00Z","incidents":["seizure-1"],"factor":1,"conditions":[\
            {"condition":"border seizure","incidents":["seizure-1"]}]}],"override":\
            {"floor":"SEVERE","until":"2021-06-22T12:00:00Z","who":"duty officer",\
            "why":"a tip"},"trigger":"e-1","confidence":0.7,"coverage":"THIN","outlook":{\
            "without":[{"source":"The Herald","level":"LOW","score":1.5}],\
            "up":{"level":"CRITICAL","distance":2.5},"down":{"level":"SEVERE","distance":1},\
            "decay":{"level":"SUBSTANTIAL","at":"2021-06-22T12:00:00Z"}},"near":[\
            {"rule":"exodus","meaning":"Many flee","missing":"refugee flow"}]}""");
  }

  @Test
  void writesAnAssessmentWithTheLevelInForce() {
    SectorAssessment assessment =
        new SectorAssessment(
            "XA-XB/WEST",
            9L,
            NOON,
            AssessmentCause.RECORD,
            "e-1",
            -1L,
            ThreatLevel.LOW,
            ThreatLevel.MODERATE,
            List.of(),
            false,
            86_400_000L,
            null,
            List.of(),
            List.of(),
            "0123456789ab",
            700,
            Coverage.NORMAL,
            null,
            List.of());

    assertThat(ChangeJson.of(assessment, ThreatLevel.SUBSTANTIAL))
        .isEqualTo(
            """
            {"sector":"XA-XB/WEST","at":"2021-06-22T12:00:00Z","sequence":9,\
            "score":-0.000001,"level":"SUBSTANTIAL","indicated":"LOW",\
            "supported":"MODERATE","policy":"0123456789ab","contributions":[],"rules":[],\
            "trigger":"e-1","confidence":0.7,"coverage":"NORMAL","near":[]}""");
  }

  @ParameterizedTest(name = "{0} micro-units are {1}")
  @CsvSource({
    "0, 0",
    "1, 0.000001",
    "-1, -0.000001",
    "1500000, 1.5",
    "100000000, 100",
    "-2500000, -2.5",
    "9223372036854775807, 9223372036854.775807",
    "-9223372036854775808, -9223372036854.775808"
  })
  void writesTheShortestExactDecimal(long micro, String decimal) {
    assertThat(ChangeJson.decimal(micro)).isEqualTo(decimal);
  }

  @Test
  void writesTheSameInEveryLocale() {
    Locale before = Locale.getDefault();
    String plain = ChangeJson.of(change("q", "w"));
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));

      assertThat(ChangeJson.of(change("q", "w"))).isEqualTo(plain);
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void keepsAHostileTextInsideItsString() throws IOException {
    String hostile = "\"}],\"to\":\"LOW\"\n\r\u0000\u2028\\u0022</script>\u202e😀\t'";

    String line = ChangeJson.of(change(hostile, hostile));

    assertThat(line).doesNotContain("\n", "\r", "\u0000");
    assertThat(valueOf(line, "quote")).isEqualTo(hostile);
    assertThat(valueOf(line, "why")).isEqualTo(hostile);
    assertThat(valueOf(line, "to")).isEqualTo("SEVERE");
  }

  @Property(tries = 500, seed = "20210622")
  void readsBackWhateverTextIsQuoted(@ForAll String quote) throws IOException {
    String line = ChangeJson.of(change(quote, ""));

    assertThat(line.lines().count()).isLessThanOrEqualTo(1);
    assertThat(valueOf(line, "quote")).isEqualTo(quote);
  }

  /** The last value of the key, since a grade has a "why" before the override has. */
  private static String valueOf(String json, String key) throws IOException {
    Optional<String> found = Optional.empty();
    try (JsonParser parser = new JsonFactory().createParser(json)) {
      while (parser.nextToken() != null) {
        if (parser.currentToken() == JsonToken.FIELD_NAME && key.equals(parser.currentName())) {
          found = Optional.of(parser.nextTextValue());
        }
      }
    }
    return found.orElseThrow(() -> new AssertionError("no key " + key + " in " + json));
  }

  private static ThreatLevelChange change(String quote, String why) {
    Figure figure = new Figure(1000L, null, Qualifier.AT_LEAST, "soldiers");
    CitedReport report =
        new CitedReport(
            "e-1",
            "https://herald.example/1",
            "herald",
            "The Herald",
            Reliability.B,
            "agency",
            "agency",
            "https://herald.example/1",
            NOON,
            NOON,
            ReportStatus.REPORTED,
            figure,
            "a spokesman",
            quote,
            true);
    Contribution seizure =
        new Contribution(
            "seizure-1",
            EventType.BORDER_SEIZURE,
            ReportStatus.REPORTED,
            Relation.OWN,
            "Bridge",
            LocalDate.parse("2021-06-21"),
            LocalDate.parse("2021-06-22"),
            6_500_000L,
            "B2",
            2,
            4,
            false,
            List.of(report),
            List.of(
                new FigureClaim("soldiers", 1000L, null, List.of("agency")),
                new FigureClaim("soldiers", null, 700L, List.of("herald"))),
            List.of("ministry"),
            List.of(new GradeStep(NOON, "B2", "two voices")),
            List.of("r-1"));
    RuleHeld rule =
        new RuleHeld(
            "crossing-lost",
            "A crossing was lost",
            ThreatLevel.SEVERE,
            NOON,
            List.of("seizure-1"),
            1_000_000L,
            List.of(new ConditionMet("border seizure", List.of("seizure-1"))));
    LevelOverride override =
        new LevelOverride(
            "o-1", "XA-XB/WEST", ThreatLevel.SEVERE, null, NOON, NOON, "duty officer", why);
    return new ThreatLevelChange(
        "XA-XB/WEST#3",
        "XA-XB/WEST",
        3L,
        ThreatLevel.LOW,
        ThreatLevel.SEVERE,
        NOON,
        ChangeReason.RULE_HOLDS,
        "a rule",
        6_500_000L,
        "0123456789ab",
        List.of(seizure),
        List.of(rule),
        override,
        "e-1",
        9L,
        700,
        Coverage.THIN,
        new Outlook(
            List.of(new WithoutSource("herald", "The Herald", ThreatLevel.LOW, 1_500_000L)),
            new Distance(ThreatLevel.CRITICAL, 2_500_000L),
            new Distance(ThreatLevel.SEVERE, 1_000_000L),
            new StepDown(ThreatLevel.SUBSTANTIAL, NOON)),
        List.of(new RuleNear("exodus", "Many flee", "refugee flow")));
  }
}
