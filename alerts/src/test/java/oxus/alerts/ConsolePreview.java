package oxus.alerts;

import static oxus.schemas.EventType.ARMED_CLASH;
import static oxus.schemas.EventType.BORDER_CLOSURE;
import static oxus.schemas.EventType.BORDER_SEIZURE;
import static oxus.schemas.EventType.REFUGEE_FLOW;
import static oxus.schemas.EventType.TALKS;
import static oxus.schemas.EventType.TROOP_CROSSING;
import static oxus.schemas.ThreatLevel.LOW;
import static oxus.schemas.ThreatLevel.MODERATE;
import static oxus.schemas.ThreatLevel.SEVERE;
import static oxus.schemas.ThreatLevel.SUBSTANTIAL;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import oxus.alerts.console.Board;
import oxus.alerts.console.LevelNumber;
import oxus.schemas.ChangeReason;
import oxus.schemas.Contribution;
import oxus.schemas.EventType;
import oxus.schemas.Figure;
import oxus.schemas.Qualifier;
import oxus.schemas.Reliability;
import oxus.schemas.ReportStatus;
import oxus.schemas.SchemaTable;
import oxus.schemas.ThreatLevel;
import oxus.schemas.ThreatLevelChange;
import oxus.theatre.Sector;
import oxus.theatre.Theatre;
import oxus.theatre.TheatreLoader;

/**
 * The console with made-up changes, for those who work on how it looks: {@code ConsolePreview
 * [--port N] [--theatre DIR] [--empty]}. Each press of Enter posts one more change; Ctrl-D ends it.
 */
final class ConsolePreview {
  private static final Instant START = Instant.parse("2021-06-20T18:59:59Z");

  private final Board board;
  private final List<Sector> sectors;
  private final long[] sequences;
  private final ThreatLevel[] levels;
  private long offset;
  private Instant now = START;

  private ConsolePreview(Board board) {
    this.board = board;
    this.sectors = board.theatre().sectors();
    this.sequences = new long[sectors.size()];
    this.levels = new ThreatLevel[sectors.size()];
    Arrays.fill(levels, LOW);
  }

  public static void main(String[] arguments) throws IOException {
    List<String> options = List.of(arguments);
    Theatre theatre =
        option(options, "--theatre")
            .map(folder -> TheatreLoader.load(Path.of(folder)))
            .orElseGet(TheatreLoader::shipped);
    int port = Integer.parseInt(option(options, "--port").orElse("8080"));
    Board board = new Board(theatre);
    ConsolePreview preview = new ConsolePreview(board);
    if (!options.contains("--empty")) {
      preview.summer();
    }
    Exhibits exhibits =
        new Exhibits(
            board,
            true,
            SchemaTable.shipped(),
            new PrometheusMeterRegistry(PrometheusConfig.DEFAULT),
            Optional::empty);
    try (AlertsServer server = AlertsServer.start(new HttpConfig("127.0.0.1", port), exhibits)) {
      System.err.println(server.address());
      while (System.in.read() >= 0) {
        preview.next();
      }
    }
  }

  private static Optional<String> option(List<String> options, String name) {
    int at = options.indexOf(name);
    return at < 0 ? Optional.empty() : Optional.of(options.get(at + 1));
  }

  private void summer() {
    move("PANJ", MODERATE, ARMED_CLASH, "clash-imam-sahib");
    move("TERMEZ", MODERATE, TALKS, "talks-termez");
    move("PANJ", SEVERE, BORDER_SEIZURE, "seizure-river-port");
    move("FARKHOR", MODERATE, TROOP_CROSSING, "crossing-takhar");
    move("ISHKASHIM", SUBSTANTIAL, TROOP_CROSSING, "thousand-cross");
    with("DARVOZ", SUBSTANTIAL, TROOP_CROSSING, "thousand-cross");
    with("FARKHOR", SUBSTANTIAL, TROOP_CROSSING, "thousand-cross");
    with("SHAHRITUZ", MODERATE, TROOP_CROSSING, "thousand-cross");
    move("SERHETABAT", SEVERE, BORDER_SEIZURE, "seizure-torghundi");
    with("ISLAM-QALA", SEVERE, BORDER_SEIZURE, "seizure-torghundi");
    move("TORKHAM", MODERATE, BORDER_CLOSURE, "closure-torkham");
    move("SPIN-BOLDAK", ThreatLevel.CRITICAL, BORDER_SEIZURE, "seizure-boldak");
    move("TERMEZ", SUBSTANTIAL, REFUGEE_FLOW, "pilots-termez");
    fall("SHAHRITUZ", LOW);
    fall("TORKHAM", LOW);
  }

  private void next() {
    int index = (int) (offset % sectors.size());
    ThreatLevel level = levels[index] == SEVERE ? MODERATE : SEVERE;
    String name = sectors.get(index).id();
    move(name.substring(name.indexOf('/') + 1), level, ARMED_CLASH, "clash-" + offset);
  }

  private void fall(String sector, ThreatLevel to) {
    now = now.plusSeconds(190_800);
    post(sector, to, TALKS, "deadline", ChangeReason.SCORE_FELL);
  }

  private void move(String sector, ThreatLevel to, EventType type, String trigger) {
    now = now.plusSeconds(74_100);
    post(sector, to, type, trigger, ChangeReason.SCORE_ROSE);
  }

  private void with(String sector, ThreatLevel to, EventType type, String trigger) {
    post(sector, to, type, trigger, ChangeReason.RULE_HOLDS);
  }

  private void post(
      String name, ThreatLevel to, EventType type, String trigger, ChangeReason reason) {
    int index = indexOf(name);
    if (index < 0) {
      return;
    }
    Sector sector = sectors.get(index);
    List<Contribution> contributions = contributions(sector, type, trigger, to);
    long score = contributions.stream().mapToLong(Contribution::getWeight).sum();
    sequences[index]++;
    ThreatLevelChange change =
        Examples.changed(sector.id(), sequences[index], levels[index], to)
            .setAt(now)
            .setReason(reason)
            .setExplanation(explanation(sector, type, to, levels[index], score))
            .setScore(score)
            .setPolicy(board.theatre().policy().version())
            .setContributions(contributions)
            .setTrigger(trigger)
            .build();
    assess(sector, change);
    board.change(offset, change);
    offset += 2;
    levels[index] = to;
  }

  private int indexOf(String name) {
    for (int i = 0; i < sectors.size(); i++) {
      if (sectors.get(i).id().endsWith("/" + name)) {
        return i;
      }
    }
    return -1;
  }

  private static String explanation(
      Sector sector, EventType type, ThreatLevel to, ThreatLevel from, long score) {
    String figure = String.format(Locale.ROOT, "%.2f", score / 1e6);
    if (to.compareTo(from) < 0) {
      return "Score " + figure + " has stayed below the threshold of " + from + " for 72 hours.";
    }
    String what = type.name().replace('_', ' ').toLowerCase(Locale.ROOT);
    return "Score "
        + figure
        + " passes the threshold of "
        + to
        + ", most of it from a "
        + what
        + " near "
        + sector.name()
        + " that two independent sources report.";
  }

  private static List<Contribution> contributions(
      Sector sector, EventType type, String trigger, ThreatLevel to) {
    long top = 1_234_567L + 2_310_007L * LevelNumber.of(to);
    List<Contribution> list = new ArrayList<>();
    list.add(
        Examples.contribution(type, top)
            .setIncident(trigger)
            .setPlace(sector.name())
            .setReports(
                List.of(
                    Examples.report(
                            "Fighters took the river port before noon and the customs post with it")
                        .setAttributedTo("a provincial council member")
                        .build(),
                    Examples.report("Some 130 soldiers went over the bridge")
                        .setVerbatim(false)
                        .setSource("valley-times")
                        .setSourceName("Valley Times")
                        .setReliability(Reliability.C)
                        .setWire("Wire One")
                        .setFigure(
                            Figure.newBuilder()
                                .setMin(130L)
                                .setMax(134L)
                                .setQualifier(Qualifier.BETWEEN)
                                .setUnit("soldiers")
                                .build())
                        .build(),
                    Examples.report("The post remains in our hands")
                        .setStatus(ReportStatus.DENIED)
                        .setSourceName("Ministry bulletin")
                        .setUrl("javascript:alert(1)")
                        .build()))
            .setDisputed(to == SUBSTANTIAL)
            .build());
    list.add(
        Examples.contribution(ARMED_CLASH, 1_412_207).setPlace("the northern district").build());
    list.add(
        Examples.contribution(REFUGEE_FLOW, 640_018)
            .setPlace("")
            .setGrade("C3")
            .setSources(1)
            .build());
    list.add(Examples.contribution(TALKS, -911_300).setPlace("the capital").build());
    list.add(
        Examples.contribution(EventType.OTHER, 120_400)
            .setIncident("rest")
            .setReports(List.of())
            .build());
    return list;
  }

  private void assess(Sector sector, ThreatLevelChange change) {
    long assessments = sequences[indexOf(sector.id().substring(sector.id().indexOf('/') + 1))];
    for (int step = 0; step < 6; step++) {
      long share = change.getScore() * (10 - step) / 10;
      board.assessment(
          Examples.assessed(sector.id(), assessments * 10 + step, share)
              .setAt(change.getAt().plusSeconds(14_400L * step))
              .setScore(share)
              .setPolicy(board.theatre().policy().version())
              .setContributions(change.getContributions())
              .setRules(change.getRules())
              .build());
    }
  }
}
