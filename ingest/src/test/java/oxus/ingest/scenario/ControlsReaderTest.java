package oxus.ingest.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import oxus.schemas.BorderEvent;
import oxus.schemas.LevelOverride;
import oxus.schemas.PolicyChange;
import oxus.schemas.Ruling;
import oxus.schemas.RulingKind;
import oxus.schemas.ThreatLevel;
import oxus.schemas.Withdrawal;
import oxus.theatre.Policy;
import oxus.theatre.Problem;
import oxus.theatre.Theatre;
import oxus.theatre.TheatreLoader;

class ControlsReaderTest {
  private static final Theatre THEATRE = TheatreLoader.shipped();
  private static final Policy POLICY = THEATRE.policy();
  private static final Instant NOON = Instant.parse("2021-06-24T12:00:00Z");

  private static final String HEADER =
      "report_id,published_at,source,source_url,wire,type,status,scope,place,occurred_from,occurred_to,precision,initiator,target,quantity_min,quantity_max,unit,attributed_to,headline_own_words\n";
  private static final List<BorderEvent> REPORTS =
      new ScenarioReader(THEATRE, "history.csv")
          .read(
              HEADER
                  + "r1,2021-06-22,Reuters,https://example.org/1,,BORDER_SEIZURE,REPORTED,TJ-AF/PANJ,,2021-06-22,2021-06-22,day,,,,,,,a crossing falls\n")
          .events();

  private static ControlsReader reader() {
    return new ControlsReader(
        THEATRE,
        REPORTS,
        name -> name.equals("there.yaml") ? Optional.of(POLICY.text()) : Optional.empty());
  }

  private static List<String> problems(String yaml) {
    return reader().read("controls.yaml", yaml).problems().stream().map(Problem::toString).toList();
  }

  @Test
  void readsEachKindOfControl() {
    ControlsReader.Reading reading =
        reader()
            .read(
                "controls.yaml",
                """
                - {at: 2021-06-24T12:00:00Z, policy: there.yaml, who: head}
                - {at: 2021-06-24T12:00:00Z, override: TJ-AF/PANJ, floor: SEVERE, until: 2021-06-25, who: chief, why: unclear}
                - {at: 2021-06-24T12:00:00Z, ruling: RESCOPE, events: [r1], scopes: [TJ-AF], who: analyst, why: wider}
                - {at: 2021-06-24T12:00:00Z, withdrawal: "https://example.org/1"}
                """);

    assertThat(reading.problems()).isEmpty();
    assertThat(reading.records())
        .containsExactly(
            new PolicyChange(POLICY.version(), POLICY.text(), NOON, "head"),
            new LevelOverride(
                "override TJ-AF/PANJ 2021-06-24T12:00:00Z",
                "TJ-AF/PANJ",
                ThreatLevel.SEVERE,
                null,
                NOON,
                Instant.parse("2021-06-25T23:59:59Z"),
                "chief",
                "unclear"),
            new Ruling(
                "RESCOPE r1 2021-06-24T12:00:00Z",
                RulingKind.RESCOPE,
                List.of("r1"),
                null,
                List.of("TJ-AF"),
                null,
                NOON,
                "analyst",
                "wider",
                REPORTS),
            new Withdrawal("https://example.org/1", null, NOON, "retracted"));
  }

  @Test
  void readsTheSameFromLinesOfJson() {
    List<SpecificRecord> records =
        reader()
            .readLines(
                "controls.ndjson",
                "{\"at\":\"2021-06-24T12:00:00Z\",\"withdrawal\":\"https://example.org/1\"}\n")
            .records();

    assertThat(records)
        .containsExactly(new Withdrawal("https://example.org/1", null, NOON, "retracted"));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = ';',
      value = {
        "ruling: REJECT, events: [r2], who: a, why: b; report 'r2' is not in this history",
        "ruling: REJECT, events: [], who: a, why: b; it is about no report",
        "ruling: RETYPE, events: [r1], who: a, why: b; key 'type' is missing",
        "ruling: MERGE, events: [r1], who: a, why: b; key 'incident' is missing",
        "ruling: RESCOPE, events: [r1], scopes: [TJ-AG], who: a, why: b; scope 'TJ-AG' is not in theatre CA",
        "ruling: REJECT, events: [r1], whom: a, who: a, why: b; unknown key 'whom'",
        "override: TJ-AF/PANG, floor: LOW, until: 2021-07-01, who: a, why: b; sector 'TJ-AF/PANG' is not in theatre CA",
        "override: TJ-AF/PANJ, until: 2021-07-01, who: a, why: b; the override bounds nothing",
        "override: TJ-AF/PANJ, floor: LOW, until: 2021-06-01, who: a, why: b; it ends before it begins",
        "override: TJ-AF/PANJ, floor: SEVERE, ceiling: LOW, until: 2021-07-01, who: a, why: b; floor is above ceiling",
        "policy: gone.yaml; policy file 'gone.yaml' is missing",
        "withdrawl: https; this is no control",
        "policy: there.yaml, withdrawal: x; this is policy and withdrawal",
      })
  void namesTheLineAndTheCulpritOf(String control, String culprit) {
    assertThat(problems("\n- {at: 2021-06-24T12:00:00Z, " + control + "}\n"))
        .singleElement()
        .asString()
        .startsWith("controls.yaml:2: ")
        .contains(culprit);
  }

  @Test
  void refusesAnIdThatIsTaken() {
    String override =
        "- {at: 2021-06-24, override: TJ-AF/PANJ, floor: LOW, until: 2021-07-01, who: a, why: b}\n";

    assertThat(problems(override + override)).singleElement().asString().contains("is taken");
  }
}
