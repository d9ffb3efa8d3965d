package oxus.theatre;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import oxus.theatre.Policy.Incidents;
import oxus.theatre.Policy.Levels;
import oxus.theatre.Policy.Weights;

/**
 * Reads {@code policy.yaml}; every key is required or documented as optional, an unknown one is a
 * problem.
 */
final class PolicyReader {
  private PolicyReader() {}

  /** The policy; not to be used when there are new problems. */
  static Policy read(String file, String text, PolicyNames names, List<Problem> problems) {
    int before = problems.size();
    Yaml yaml = Yaml.parse(file, text, problems);
    if (problems.size() == before) {
      List<String> keys =
          new ArrayList<>(
              List.of("format", "name", "grid", "levels", "weights", "incidents", "rules"));
      keys.addAll(GradingReader.SECTIONS);
      yaml.only(keys.toArray(String[]::new));
    }
    if (problems.size() == before && !yaml.isThere()) {
      yaml.problem("the file is empty", "begin with a copy of the shipped policy.yaml");
    }
    Duration grid = LevelsReader.grid(yaml.get("grid"));
    Levels levels = LevelsReader.read(yaml.get("levels"), grid);
    Weights weights = WeightsReader.read(yaml.get("weights"));
    Incidents incidents = IncidentsReader.read(yaml.get("incidents"));
    List<Rule> rules = new RulesReader(names, weights, incidents, problems).read(yaml.get("rules"));
    Grading grading = GradingReader.read(yaml);
    return new Policy(
        TheatreFiles.versionOf(text), text, grid, levels, weights, incidents, rules, grading);
  }
}
