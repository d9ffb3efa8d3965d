package oxus.standalone.story;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import oxus.ingest.scenario.ScenarioReader;
import oxus.schemas.BorderEvent;
import oxus.schemas.EventType;
import oxus.schemas.ReportStatus;
import oxus.theatre.Problem;
import oxus.theatre.Theatre;
import oxus.theatre.Yaml;

/**
 * Reads a report of a story as if it stood in a scenario, so that places, actors, sources and
 * figures mean the same in both.
 */
final class ReportReader {
  private final Theatre theatre;
  private final String story;
  private final String file;
  private final List<Problem> problems;
  private int count;

  ReportReader(Theatre theatre, String story, String file, List<Problem> problems) {
    this.theatre = theatre;
    this.story = story;
    this.file = file;
    this.problems = problems;
  }

  /** The report; empty when it cannot be read. */
  Optional<BorderEvent> read(Yaml yaml) {
    int before = problems.size();
    count++;
    yaml.only(
        "id",
        "at",
        "type",
        "status",
        "scope",
        "place",
        "occurred",
        "source",
        "unknownSource",
        "wire",
        "article",
        "initiator",
        "target",
        "figure",
        "attributedTo",
        "note");
    Map<String, String> row = row(yaml);
    if (problems.size() > before) {
      return Optional.empty();
    }
    ScenarioReader.Reading reading = new ScenarioReader(theatre, file).read(csv(row));
    reading.problems().forEach(problem -> yaml.problem(problem.culprit(), "mend the report"));
    return reading.events().stream().findFirst();
  }

  /** The columns of docs/scenarios.md. */
  private Map<String, String> row(Yaml yaml) {
    Map<String, String> row = new LinkedHashMap<>();
    String id = yaml.find("id").map(Yaml::text).orElse("report-" + count);
    row.put("report_id", id);
    Instant published = StoryReader.instant(yaml.get("at"));
    row.put("published_at", published.toString());
    row.put("source", source(yaml));
    row.put(
        "source_url",
        yaml.find("article").map(Yaml::text).orElse("https://" + story + ".example/" + id));
    row.put("wire", text(yaml, "wire"));
    row.put("type", yaml.get("type").choice(EventType.class).name());
    row.put(
        "status",
        yaml.find("status")
            .map(status -> status.choice(ReportStatus.class))
            .orElse(ReportStatus.REPORTED)
            .name());
    row.put("scope", scope(yaml.get("scope")));
    row.put("place", place(yaml));
    occurred(yaml, published, row);
    row.put("initiator", text(yaml, "initiator"));
    row.put("target", text(yaml, "target"));
    figure(yaml.find("figure"), row);
    row.put("attributed_to", text(yaml, "attributedTo"));
    row.put("headline_own_words", text(yaml, "note"));
    return row;
  }

  private static String text(Yaml yaml, String key) {
    return yaml.find(key).map(Yaml::text).orElse("");
  }

  /** A mistyped source would silently be one that cannot be judged, so those are named as such. */
  private String source(Yaml yaml) {
    Optional<Yaml> unknown = yaml.find("unknownSource");
    if (unknown.isPresent()) {
      return unknown.get().text();
    }
    Yaml source = yaml.get("source");
    String id = theatre.sources().named(source.text()).id();
    if (source.isThere() && theatre.sources().byId(id).isEmpty()) {
      source.problem(
          "source '" + source.text() + "' is not in sources.csv",
          "use one that is, or write unknownSource for one that cannot be judged");
    }
    return source.text();
  }

  private static String scope(Yaml yaml) {
    return yaml.isList() ? String.join("|", yaml.texts()) : yaml.text();
  }

  private String place(Yaml yaml) {
    Optional<Yaml> place = yaml.find("place");
    if (place.isPresent() && theatre.gazetteer().resolve(place.get().text(), List.of()).isEmpty()) {
      place.get().problem("place '" + place.get().text() + "' is not in places.csv", "add it");
    }
    return place.map(Yaml::text).orElse("");
  }

  /** A day, or the first and the last possible one with a slash between. */
  private static void occurred(Yaml yaml, Instant known, Map<String, String> row) {
    String[] days = text(yaml, "occurred").split("/", 2);
    String published = LocalDate.ofInstant(known, ZoneOffset.UTC).toString();
    boolean isTold = yaml.find("occurred").isPresent();
    row.put("occurred_from", isTold ? days[0] : published);
    row.put("occurred_to", isTold ? days[days.length - 1] : published);
    row.put("precision", isTold ? "day" : "unknown");
  }

  private static void figure(Optional<Yaml> figure, Map<String, String> row) {
    figure.ifPresent(
        yaml -> {
          yaml.only("least", "most", "unit");
          if (yaml.find("least").or(() -> yaml.find("most")).isEmpty()) {
            yaml.problem("the figure has no number", "add least, most or both");
          }
          yaml.get("unit");
        });
    row.put("quantity_min", figure.map(yaml -> text(yaml, "least")).orElse(""));
    row.put("quantity_max", figure.map(yaml -> text(yaml, "most")).orElse(""));
    row.put("unit", figure.map(yaml -> text(yaml, "unit")).orElse(""));
  }

  private static String csv(Map<String, String> row) {
    List<String> cells = new ArrayList<>();
    row.values().forEach(cell -> cells.add("\"" + cell.replace("\"", "\"\"") + "\""));
    return row.keySet().stream().collect(Collectors.joining(","))
        + "\n"
        + String.join(",", cells)
        + "\n";
  }
}
