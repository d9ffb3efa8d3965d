package oxus.ingest.scenario;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import oxus.schemas.BorderEvent;
import oxus.schemas.EventType;
import oxus.schemas.LevelOverride;
import oxus.schemas.PolicyChange;
import oxus.schemas.Ruling;
import oxus.schemas.RulingKind;
import oxus.schemas.ThreatLevel;
import oxus.schemas.Withdrawal;
import oxus.theatre.Border;
import oxus.theatre.InvalidTheatreException;
import oxus.theatre.Policy;
import oxus.theatre.Problem;
import oxus.theatre.Sector;
import oxus.theatre.Theatre;
import oxus.theatre.Yaml;

/**
 * Reads what people did in a history beside what was reported: policies put in force, overrides,
 * rulings and withdrawals (form: docs/scenarios.md). An unknown key, name or report is a problem
 * with its line.
 */
public final class ControlsReader {
  private static final Set<String> KINDS = Set.of("policy", "override", "ruling", "withdrawal");

  private final Theatre theatre;
  private final Map<String, BorderEvent> reports;
  private final Function<String, Optional<String>> policies;
  private final Set<String> ids = new HashSet<>();

  /**
   * What a file holds.
   *
   * @param records as they stand in the file
   */
  public record Reading(List<SpecificRecord> records, List<Problem> problems) {
    public Reading {
      records = List.copyOf(records);
      problems = List.copyOf(problems);
    }
  }

  /**
   * A reader for the controls of one history.
   *
   * @param reports the history's reports, which rulings are about
   * @param policies the text of a policy file, by its name as the controls have it
   */
  public ControlsReader(
      Theatre theatre, List<BorderEvent> reports, Function<String, Optional<String>> policies) {
    this.theatre = theatre;
    this.reports =
        reports.stream()
            .collect(
                Collectors.toMap(BorderEvent::getId, Function.identity(), (one, other) -> one));
    this.policies = policies;
  }

  /** Reads a YAML file: a list with one item a control. */
  public Reading read(String file, String text) {
    List<Problem> problems = new ArrayList<>();
    Yaml yaml = Yaml.parse(file, text, problems);
    List<SpecificRecord> records = new ArrayList<>();
    for (Yaml item : yaml.items()) {
      read(item, file, problems).ifPresent(records::add);
    }
    return new Reading(records, problems);
  }

  /** Reads lines of JSON, one control each: a list in YAML but for the dashes. */
  public Reading readLines(String file, String text) {
    String list =
        text.lines()
            .map(line -> line.isBlank() ? line : "- " + line)
            .collect(Collectors.joining("\n"));
    return read(file, list);
  }

  /** Whether an item of a list tells a control, and not a report. */
  public static boolean isControl(Yaml item) {
    return item.isMap() && item.entries().keySet().stream().anyMatch(KINDS::contains);
  }

  /** One control; empty, and a problem more, when it cannot be used. */
  public Optional<SpecificRecord> read(Yaml item, String file, List<Problem> problems) {
    int before = problems.size();
    List<String> kinds = item.entries().keySet().stream().filter(KINDS::contains).toList();
    if (kinds.size() != 1) {
      item.problem(
          kinds.isEmpty() ? "this is no control" : "this is " + String.join(" and ", kinds),
          "say one of policy, override, ruling, withdrawal");
      return Optional.empty();
    }
    Instant at = instant(item.get("at"));
    Optional<? extends SpecificRecord> record =
        switch (kinds.get(0)) {
          case "policy" -> policy(item, at, file, problems);
          case "override" -> Optional.of(override(item, at));
          case "ruling" -> Optional.of(ruling(item, at));
          default -> Optional.of(withdrawal(item, at));
        };
    return problems.size() > before ? Optional.empty() : record.map(SpecificRecord.class::cast);
  }

  private Optional<PolicyChange> policy(
      Yaml item, Instant at, String file, List<Problem> problems) {
    item.only("at", "policy", "who");
    String name = item.get("policy").text();
    Optional<String> text = policies.apply(name);
    if (text.isEmpty()) {
      item.get("policy")
          .problem("policy file '" + name + "' is missing", "name one beside " + file);
      return Optional.empty();
    }
    try {
      Policy policy = Policy.parse(name, text.get(), theatre);
      return Optional.of(
          new PolicyChange(policy.version(), policy.text(), at, text(item, "who", "replay")));
    } catch (InvalidTheatreException e) {
      problems.addAll(e.problems());
      return Optional.empty();
    }
  }

  private LevelOverride override(Yaml item, Instant at) {
    item.only("at", "override", "id", "floor", "ceiling", "until", "who", "why");
    Yaml sector = item.get("override");
    List<String> sectors = theatre.sectors().stream().map(Sector::id).toList();
    if (!sectors.contains(sector.text())) {
      sector.problem(
          "sector '" + sector.text() + "' is not in theatre " + theatre.id(),
          "use one of " + String.join(", ", sectors));
    }
    Optional<ThreatLevel> floor = item.find("floor").map(level -> level.choice(ThreatLevel.class));
    Optional<ThreatLevel> ceiling =
        item.find("ceiling").map(level -> level.choice(ThreatLevel.class));
    if (floor.isEmpty() && ceiling.isEmpty()) {
      item.problem("the override bounds nothing", "add floor, ceiling or both");
    }
    if (floor.isPresent() && ceiling.filter(top -> top.compareTo(floor.get()) < 0).isPresent()) {
      item.problem("floor is above ceiling", "swap them");
    }
    Instant until = instant(item.get("until"));
    if (item.find("until").isPresent() && !until.isAfter(at)) {
      item.get("until").problem("it ends before it begins", "write a later time");
    }
    return new LevelOverride(
        id(item, "override " + sector.text() + " " + at),
        sector.text(),
        floor.orElse(null),
        ceiling.orElse(null),
        at,
        until,
        item.get("who").text(),
        item.get("why").text());
  }

  private Ruling ruling(Yaml item, Instant at) {
    item.only("at", "ruling", "id", "events", "type", "scopes", "incident", "who", "why");
    RulingKind kind = item.get("ruling").choice(RulingKind.class);
    List<String> events = item.get("events").texts();
    if (events.isEmpty() && item.find("events").isPresent()) {
      item.get("events").problem("it is about no report", "list the ids of the reports");
    }
    for (Yaml event : item.get("events").items()) {
      if (!reports.containsKey(event.text())) {
        event.problem(
            "report '" + event.text() + "' is not in this history", "use the id of one that is");
      }
    }
    return new Ruling(
        id(item, kind + " " + String.join(" ", events) + " " + at),
        kind,
        events,
        kind == RulingKind.RETYPE ? item.get("type").choice(EventType.class) : null,
        kind == RulingKind.RESCOPE ? scopes(item.get("scopes")) : List.of(),
        needsIncident(kind) ? item.get("incident").text() : null,
        at,
        item.get("who").text(),
        item.get("why").text(),
        kind == RulingKind.RESCOPE
            ? events.stream().flatMap(id -> Stream.ofNullable(reports.get(id))).toList()
            : List.of());
  }

  private static boolean needsIncident(RulingKind kind) {
    return kind == RulingKind.MERGE || kind == RulingKind.SPLIT;
  }

  private List<String> scopes(Yaml yaml) {
    Set<String> known = new HashSet<>(Set.of(theatre.id()));
    theatre.borders().stream().map(Border::id).forEach(known::add);
    theatre.sectors().stream().map(Sector::id).forEach(known::add);
    for (Yaml scope : yaml.items()) {
      if (!known.contains(scope.text())) {
        scope.problem(
            "scope '" + scope.text() + "' is not in theatre " + theatre.id(),
            "use sectors, borders or the theatre");
      }
    }
    return yaml.texts();
  }

  private static Withdrawal withdrawal(Yaml item, Instant at) {
    item.only("at", "withdrawal", "revision", "why");
    return new Withdrawal(
        item.get("withdrawal").text(),
        item.find("revision").map(Yaml::text).orElse(null),
        at,
        text(item, "why", "retracted"));
  }

  private String id(Yaml item, String derived) {
    String id = text(item, "id", derived);
    if (!ids.add(id)) {
      item.problem("id '" + id + "' is taken", "choose another with id");
    }
    return id;
  }

  private static String text(Yaml item, String key, String otherwise) {
    return item.find(key).map(Yaml::text).orElse(otherwise);
  }

  /** A bare date is the end of its day, as everywhere. */
  private static Instant instant(Yaml yaml) {
    if (!yaml.isThere()) {
      return Instant.EPOCH;
    }
    String text = yaml.text();
    try {
      return text.length() > 10
          ? Instant.parse(text)
          : LocalDate.parse(text).atTime(23, 59, 59).toInstant(ZoneOffset.UTC);
    } catch (DateTimeException e) {
      yaml.problem(
          "'" + text + "' is no time", "write 2021-06-22T12:00:00Z, or 2021-06-22 for its end");
      return Instant.EPOCH;
    }
  }
}
