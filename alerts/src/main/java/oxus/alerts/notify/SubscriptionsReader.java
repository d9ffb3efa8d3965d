package oxus.alerts.notify;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import oxus.alerts.notify.ChangeFilter.Direction;
import oxus.schemas.ThreatLevel;
import oxus.theatre.Problem;
import oxus.theatre.Sector;
import oxus.theatre.Theatre;
import oxus.theatre.Yaml;

/** Reads the subscriptions file; what is unknown or missing is a problem with its line. */
public final class SubscriptionsReader {
  private static final Duration SHORTEST_HEARTBEAT = Duration.ofSeconds(10);
  private static final String JSON = "json";

  private final Theatre theatre;
  private final EndpointReader endpoints;
  private final References references;
  private final Map<String, Template> shipped;
  private final List<Problem> problems;

  /**
   * A reader for the sectors of a theatre.
   *
   * @param shipped templates by name
   * @param problems takes what is wrong; the subscriptions are not to be used when there is any
   */
  public SubscriptionsReader(
      Theatre theatre,
      References references,
      Map<String, Template> shipped,
      List<Problem> problems) {
    this.theatre = theatre;
    this.endpoints = new EndpointReader(references);
    this.references = references;
    this.shipped = Map.copyOf(shipped);
    this.problems = problems;
  }

  public Subscriptions read(String file, String text) {
    Yaml yaml = Yaml.parse(file, text, problems);
    if (problems.isEmpty() && !yaml.isThere()) {
      yaml.problem("the file is empty", "list subscriptions under webhooks");
    }
    yaml.only("console", "webhooks");
    List<Subscription> all = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (Yaml item : yaml.get("webhooks").items()) {
      Subscription subscription = subscription(item);
      if (!names.add(subscription.name())) {
        item.problem("the name '" + subscription.name() + "' is taken", "choose another");
      }
      all.add(subscription);
    }
    return new Subscriptions(
        all, yaml.find("console").map(SubscriptionsReader::console).orElse(""));
  }

  private static String console(Yaml yaml) {
    String url = EndpointReader.url(yaml, yaml.text());
    return url.endsWith("/") ? url : url + "/";
  }

  private Subscription subscription(Yaml yaml) {
    yaml.only(
        "name",
        "url",
        "secrets",
        "sectors",
        "minimumLevel",
        "only",
        "template",
        "heartbeat",
        "history");
    Optional<Template> template = yaml.find("template").flatMap(this::template);
    return new Subscription(
        name(yaml.get("name")),
        endpoints.read(yaml, template.isEmpty()),
        filter(yaml),
        template,
        yaml.find("heartbeat").map(interval -> heartbeat(interval, template)),
        yaml.find("history").map(SubscriptionsReader::flag).orElse(false));
  }

  private static String name(Yaml yaml) {
    if (yaml.isThere() && !yaml.text().matches("[a-z0-9][a-z0-9-]{0,39}")) {
      yaml.problem(
          "the name '" + yaml.text() + "' cannot be used",
          "write up to 40 lower-case letters, digits and dashes");
    }
    return yaml.text();
  }

  private ChangeFilter filter(Yaml yaml) {
    Set<String> sectors = new TreeSet<>();
    yaml.find("sectors").ifPresent(list -> list.items().forEach(item -> add(item, sectors)));
    return new ChangeFilter(
        sectors,
        yaml.find("minimumLevel")
            .map(level -> level.choice(ThreatLevel.class))
            .orElse(ThreatLevel.LOW),
        yaml.find("only").map(SubscriptionsReader::direction).orElse(Direction.BOTH));
  }

  private void add(Yaml item, Set<String> sectors) {
    String wanted = item.text();
    List<String> found =
        theatre.sectors().stream()
            .filter(sector -> sector.id().equals(wanted) || sector.border().equals(wanted))
            .map(Sector::id)
            .toList();
    if (found.isEmpty()) {
      item.problem("'" + wanted + "' is no sector or border", "use an id of the theatre");
    }
    sectors.addAll(found);
  }

  private static Direction direction(Yaml yaml) {
    return switch (yaml.text()) {
      case "rises" -> Direction.RISES;
      case "falls" -> Direction.FALLS;
      default -> {
        yaml.problem("'" + yaml.text() + "' for only is unknown", "write rises or falls");
        yield Direction.BOTH;
      }
    };
  }

  private Optional<Template> template(Yaml yaml) {
    if (yaml.isMap()) {
      yaml.only("file", "heartbeat");
      Optional<Template> changes = ofFile(yaml.get("file"), Template::parse);
      Optional<Template> beat =
          yaml.find("heartbeat").flatMap(file -> ofFile(file, Template::parseHeartbeat));
      return changes.map(form -> beat.map(form::with).orElse(form));
    }
    Optional<Template> known = Optional.ofNullable(shipped.get(yaml.text()));
    if (known.isEmpty() && !yaml.text().equals(JSON)) {
      yaml.problem(
          "'" + yaml.text() + "' is no template",
          "use json, " + String.join(", ", new TreeSet<>(shipped.keySet())) + " or {file: PATH}");
    }
    return known;
  }

  private Optional<Template> ofFile(Yaml yaml, Function<String, Template> reader) {
    Optional<String> text = references.file(yaml.text());
    if (text.isEmpty()) {
      yaml.problem("'" + yaml.text() + "' is not there", "write the file or mend its path");
      return Optional.empty();
    }
    try {
      return Optional.of(reader.apply(text.get()));
    } catch (IllegalArgumentException e) {
      yaml.problem("template '" + yaml.text() + "' cannot be used", String.valueOf(e.getMessage()));
      return Optional.empty();
    }
  }

  private static Duration heartbeat(Yaml yaml, Optional<Template> template) {
    if (template.isPresent() && template.get().heartbeat().isEmpty()) {
      yaml.problem(
          "the template has no form for heartbeats",
          "write template: {file: PATH, heartbeat: PATH}, or take this line out");
    }
    if (yaml.duration().compareTo(SHORTEST_HEARTBEAT) < 0) {
      yaml.problem(
          "a heartbeat every '" + yaml.text() + "' is too often", "write PT10S or more, say PT1H");
      return SHORTEST_HEARTBEAT;
    }
    return yaml.duration();
  }

  private static boolean flag(Yaml yaml) {
    if (!yaml.text().matches("true|false")) {
      yaml.problem("'" + yaml.text() + "' is neither true nor false", "write one of them");
    }
    return yaml.text().equals("true");
  }
}
