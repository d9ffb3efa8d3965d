package oxus.standalone.story;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import oxus.ingest.scenario.ControlsReader;
import oxus.ingest.scenario.ScenarioReader;
import oxus.schemas.BorderEvent;
import oxus.schemas.ChangeReason;
import oxus.schemas.ThreatLevel;
import oxus.standalone.story.Expectation.Range;
import oxus.theatre.Problem;
import oxus.theatre.Rule;
import oxus.theatre.Sector;
import oxus.theatre.Theatre;
import oxus.theatre.Yaml;

/** Reads a story; an unknown key, name or type is a problem with its line. */
public final class StoryReader {
  private static final Instant NEVER = Instant.EPOCH;
  private static final BigDecimal HIGHEST = BigDecimal.valueOf(1_000_000);

  private final Theatre theatre;
  private final List<Problem> problems;

  /**
   * A reader of the stories of a theatre.
   *
   * @param problems takes what is wrong; a story is not to be used when there are new ones
   */
  public StoryReader(Theatre theatre, List<Problem> problems) {
    this.theatre = theatre;
    this.problems = problems;
  }

  /** The story in a file's text, with no files beside it. */
  public Story read(String name, String file, String text) {
    return read(name, file, text, policy -> Optional.empty());
  }

  /**
   * The story in a file's text.
   *
   * @param policies the text of a policy file beside it, by its name
   */
  public Story read(
      String name, String file, String text, Function<String, Optional<String>> policies) {
    int before = problems.size();
    Yaml yaml = Yaml.parse(file, text, problems);
    if (problems.size() == before && !yaml.isThere()) {
      yaml.problem("the file is empty", "tell a story: story, given, then");
    }
    yaml.only("story", "given", "then");
    List<Expectation> then =
        yaml.get("then").items().stream()
            .map(this::expectation)
            .sorted(Comparator.comparing(Expectation::at))
            .toList();
    if (then.isEmpty() && yaml.find("then").isPresent()) {
      yaml.problem("the story expects nothing", "say under then what follows");
    }
    List<BorderEvent> given = given(name, file, yaml);
    ControlsReader controls = new ControlsReader(theatre, given, policies);
    return new Story(
        name,
        file,
        yaml.get("story").text(),
        given,
        yaml.find("given").map(Yaml::items).orElse(List.of()).stream()
            .filter(ControlsReader::isControl)
            .flatMap(item -> controls.read(item, file, problems).stream())
            .toList(),
        then);
  }

  private List<BorderEvent> given(String name, String file, Yaml yaml) {
    ReportReader reports = new ReportReader(theatre, name, file, problems);
    List<BorderEvent> given = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (Yaml item : yaml.get("given").items()) {
      if (ControlsReader.isControl(item)) {
        continue;
      }
      Optional<BorderEvent> report = reports.read(item);
      if (report.filter(event -> !ids.add(event.getId())).isPresent()) {
        item.problem("id '" + report.get().getId() + "' is taken", "choose another");
      }
      report.ifPresent(given::add);
    }
    given.sort(ScenarioReader.ORDER);
    return given;
  }

  private Expectation expectation(Yaml yaml) {
    yaml.only(
        "at", "sector", "level", "reason", "score", "rules", "contributions", "changes", "why");
    Optional<List<String>> rules = yaml.find("rules").map(this::rules);
    if (yaml.entries().keySet().stream().allMatch(Set.of("at", "sector", "why")::contains)) {
      yaml.problem(
          "nothing is expected", "add level, reason, score, rules, contributions or changes");
    }
    return new Expectation(
        yaml.line(),
        instant(yaml.get("at")),
        sector(yaml.get("sector")),
        yaml.find("level").map(level -> level.choice(ThreatLevel.class)),
        yaml.find("reason").map(reason -> reason.choice(ChangeReason.class)),
        yaml.find("score").map(StoryReader::score),
        rules,
        yaml.find("contributions").map(Yaml::items).orElse(List.of()).stream()
            .map(item -> fields(item, Fields.OF_CONTRIBUTION))
            .toList(),
        yaml.find("changes")
            .map(
                changes ->
                    changes.items().stream().map(item -> fields(item, Fields.OF_CHANGE)).toList()));
  }

  private String sector(Yaml yaml) {
    List<String> sectors = theatre.sectors().stream().map(Sector::id).toList();
    if (yaml.isThere() && !sectors.contains(yaml.text())) {
      yaml.problem(
          "sector '" + yaml.text() + "' is not in theatre " + theatre.id(),
          "use one of " + String.join(", ", sectors));
    }
    return yaml.text();
  }

  private List<String> rules(Yaml yaml) {
    List<String> known = theatre.policy().rules().stream().map(Rule::id).toList();
    for (Yaml item : yaml.items()) {
      if (!known.contains(item.text())) {
        item.problem(
            "rule '" + item.text() + "' is not in the policy",
            "use one of " + String.join(", ", known));
      }
    }
    return yaml.texts().stream().sorted().toList();
  }

  /** {@code 5.2}, or {@code {least: 5, most: 6}}. */
  private static Range score(Yaml yaml) {
    if (!yaml.isMap()) {
      return new Range(yaml.number(), yaml.number());
    }
    yaml.only("least", "most");
    Range range =
        new Range(
            yaml.find("least").map(Yaml::number).orElse(BigDecimal.ZERO),
            yaml.find("most").map(Yaml::number).orElse(HIGHEST));
    if (range.least().compareTo(range.most()) > 0) {
      yaml.problem("least is above most", "swap them");
    }
    return range;
  }

  private static Map<String, String> fields(Yaml yaml, Map<String, Fields.Form> forms) {
    yaml.only(forms.keySet().toArray(String[]::new));
    Map<String, String> fields = new LinkedHashMap<>();
    yaml.entries()
        .forEach(
            (key, value) ->
                Optional.ofNullable(forms.get(key))
                    .ifPresent(form -> fields.put(key, form.read(value))));
    if (fields.isEmpty()) {
      yaml.problem("nothing is expected of it", "add one of " + String.join(", ", forms.keySet()));
    }
    return fields;
  }

  /** A bare date is the end of its day, as everywhere. */
  static Instant instant(Yaml yaml) {
    String text = yaml.text();
    try {
      if (!yaml.isThere()) {
        return NEVER;
      }
      return text.length() > 10
          ? Instant.parse(text)
          : LocalDate.parse(text).atTime(23, 59, 59).toInstant(ZoneOffset.UTC);
    } catch (DateTimeException e) {
      yaml.problem(
          "'" + text + "' is no time", "write 2021-06-22T12:00:00Z, or 2021-06-22 for its end");
      return NEVER;
    }
  }
}
