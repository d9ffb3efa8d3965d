package oxus.standalone.backtest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import oxus.ingest.scenario.ScenarioReader;
import oxus.schemas.ThreatLevel;
import oxus.theatre.Theatre;
import oxus.theatre.TheatreLoader;

/** A few made-up reports and levels, so that a measure can be checked by hand. */
final class History {
  static final Theatre THEATRE = TheatreLoader.shipped();
  static final String PANJ = "TJ-AF/PANJ";
  static final String TERMEZ = "UZ-AF/TERMEZ";

  private final List<String> rows = new ArrayList<>();

  /** A report known at an instant of what happened on a day. */
  History report(String known, String type, String status, String scope, String happened) {
    String id = "r" + rows.size();
    rows.add(
        String.join(
            ",",
            id,
            known,
            "Reuters",
            "https://example.org/" + id,
            "",
            type,
            status,
            scope,
            "",
            happened,
            happened,
            "day",
            "",
            "",
            "",
            "",
            "",
            "",
            "what happened"));
    return this;
  }

  History report(String known, String type, String scope) {
    return report(known, type, "REPORTED", scope, known.substring(0, 10));
  }

  Facts facts() {
    String header =
        "report_id,published_at,source,source_url,wire,type,status,scope,place,occurred_from,occurred_to,precision,"
            + "initiator,target,quantity_min,quantity_max,unit,attributed_to,headline_own_words\n";
    ScenarioReader.Reading reading =
        new ScenarioReader(THEATRE, "history").read(header + String.join("\n", rows));
    if (!reading.problems().isEmpty()) {
      throw new IllegalArgumentException(reading.problems().toString());
    }
    return Facts.of(THEATRE, reading.events()).orElseThrow();
  }

  static Move move(String at, ThreatLevel from, ThreatLevel to) {
    return new Move(Instant.parse(at), from, to);
  }

  /** Levels of one sector; the others stay LOW. */
  static LevelRun run(String sector, Move... moves) {
    return new LevelRun(
        "run",
        "made up",
        THEATRE.sectors().stream()
            .map(
                one ->
                    new LevelHistory(
                        one.id(), one.id().equals(sector) ? List.of(moves) : List.of()))
            .toList());
  }

  static Milestone milestone(String known, String scope, String direction) {
    return MilestoneReader.read(
            THEATRE,
            "milestones.csv",
            "number,known,scope,direction,what,reports\n1,"
                + known
                + ","
                + scope
                + ","
                + direction
                + ",a thing,\n")
        .milestones()
        .get(0);
  }
}
