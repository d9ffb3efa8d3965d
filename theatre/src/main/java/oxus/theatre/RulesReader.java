package oxus.theatre;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import oxus.schemas.ThreatLevel;
import oxus.theatre.Policy.Incidents;
import oxus.theatre.Policy.Weights;

/**
 * Reads the {@code rules} of a policy. Whatever a rule may ask for is bounded, so that looking for
 * it stays cheap however much has happened.
 */
final class RulesReader {
  private static final int MOST_CONDITIONS = 8;
  private static final int MOST_INCIDENTS = 12;
  private static final Duration WIDEST = Duration.ofDays(90);
  private static final long MOST_FACTOR = 2 * Effect.ONE;

  private final PolicyNames names;
  private final Weights weights;
  private final IndicatorReader indicators;
  private final List<Problem> problems;

  RulesReader(PolicyNames names, Weights weights, Incidents incidents, List<Problem> problems) {
    this.names = names;
    this.problems = problems;
    this.weights = weights;
    this.indicators = new IndicatorReader(names, weights, incidents);
  }

  List<Rule> read(Yaml yaml) {
    List<Rule> rules = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (Yaml item : yaml.items()) {
      int before = problems.size();
      Rule rule = rule(item);
      if (!ids.add(rule.id()) && item.find("id").isPresent()) {
        item.get("id").problem("another rule is called '" + rule.id() + "'", "rename one of them");
      }
      // what cannot be read makes no sense either, and one complaint is enough
      if (problems.size() == before) {
        new RuleSense(names).check(rule, item);
      }
      rules.add(rule);
    }
    return rules;
  }

  private Rule rule(Yaml yaml) {
    yaml.only(
        "id",
        "meaning",
        "sectors",
        "all",
        "none",
        "ordered",
        "within",
        "floor",
        "multiply",
        "lasts");
    List<Condition> all = yaml.get("all").items().stream().map(this::condition).toList();
    if (all.size() > MOST_CONDITIONS) {
      yaml.get("all")
          .problem(all.size() + " conditions", "ask for " + MOST_CONDITIONS + " at most");
    }
    if (all.isEmpty()) {
      yaml.problem("rule '" + yaml.get("id").text() + "' has no condition", "add one under all");
    }
    return new Rule(
        yaml.get("id").text(),
        yaml.get("meaning").text(),
        sectors(yaml),
        all,
        yaml.find("none").map(Yaml::items).orElse(List.of()).stream().map(this::absence).toList(),
        yaml.find("ordered").map(IndicatorReader::flag).orElse(false),
        within(yaml, all),
        effect(yaml),
        Quantities.positive(yaml.get("lasts")));
  }

  private List<String> sectors(Yaml yaml) {
    List<Yaml> named = yaml.find("sectors").map(Yaml::items).orElse(List.of());
    for (Yaml sector : named) {
      if (!names.sectors().contains(sector.text())) {
        sector.problem(
            "sector '"
                + sector.text()
                + "' of rule '"
                + yaml.get("id").text()
                + "' is not in the theatre",
            "use one of " + String.join(", ", names.sectors()));
      }
    }
    return named.stream().map(Yaml::text).toList();
  }

  private Condition condition(Yaml yaml) {
    yaml.only(keys("incidents", "distinctPlaces"));
    Optional<Yaml> places = yaml.find("distinctPlaces");
    if (places.isPresent() && yaml.find("incidents").isPresent()) {
      places
          .get()
          .problem(
              "both incidents and distinctPlaces are counted",
              "keep distinctPlaces: each of its incidents is at a place of its own");
    }
    int least =
        places
            .or(() -> yaml.find("incidents"))
            .map(entry -> Quantities.whole(entry, 1, MOST_INCIDENTS))
            .orElse(1);
    return new Condition(indicators.read(yaml), least, places.isPresent());
  }

  private Absence absence(Yaml yaml) {
    yaml.only(keys("within"));
    return new Absence(indicators.read(yaml), window(yaml.get("within")));
  }

  private static String[] keys(String... more) {
    List<String> keys = new ArrayList<>(IndicatorReader.KEYS);
    keys.addAll(List.of(more));
    return keys.toArray(String[]::new);
  }

  /** One incident needs no window. */
  private static Duration within(Yaml yaml, List<Condition> all) {
    boolean isOne = all.size() == 1 && all.get(0).least() == 1;
    if (isOne && yaml.find("within").isEmpty()) {
      return Duration.ofDays(1);
    }
    return window(yaml.get("within"));
  }

  private static Duration window(Yaml yaml) {
    Duration window = Quantities.positive(yaml);
    if (window.compareTo(WIDEST) > 0) {
      yaml.problem(
          "window '" + yaml.text() + "' is too wide", "write P" + WIDEST.toDays() + "D at most");
    }
    return window;
  }

  private Effect effect(Yaml yaml) {
    Optional<Yaml> floor = yaml.find("floor");
    Optional<Yaml> multiply = yaml.find("multiply");
    if (floor.isEmpty() && multiply.isEmpty()) {
      yaml.problem(
          "rule '" + yaml.get("id").text() + "' does nothing", "give it a floor or multiply");
    }
    return new Effect(
        floor.map(RulesReader::floor).orElse(ThreatLevel.LOW),
        multiply.map(this::factor).orElse(Effect.ONE));
  }

  private static ThreatLevel floor(Yaml yaml) {
    ThreatLevel floor = yaml.choice(ThreatLevel.class);
    if (yaml.text().equals(ThreatLevel.LOW.name())) {
      yaml.problem("a floor of LOW raises nothing", "write MODERATE or more, or leave it out");
    }
    return floor;
  }

  /** What lowers hides no more than all lowering evidence may: the policy's relief. */
  private long factor(Yaml yaml) {
    long factor = Quantities.micro(yaml);
    long least = Math.round((1 - weights.relief()) * Effect.ONE);
    if (factor < least && yaml.isThere()) {
      yaml.problem(
          "multiply '" + yaml.text() + "' hides more than weights.relief allows",
          "write 1 - relief or more");
    }
    if (factor > MOST_FACTOR || factor == Effect.ONE) {
      yaml.problem(
          "multiply '" + yaml.text() + "' changes nothing, or too much",
          "write a number up to 2 other than 1");
    }
    return factor;
  }
}
