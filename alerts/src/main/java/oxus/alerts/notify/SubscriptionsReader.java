package oxus.alerts.notify;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
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
    return new Subscriptions(all, yaml.find("console").map(this::console).orElse(""));
  }

  private String console(Yaml yaml) {
    String url = url(yaml, yaml.text());
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
        new Subscription.Endpoint(endpoint(yaml.get("url")), secrets(yaml, template.isEmpty())),
        filter(yaml),
        template,
        yaml.find("heartbeat").map(interval -> heartbeat(interval, template.isEmpty())),
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

  /** The URLs of chats hold their secret, so they may stand elsewhere. */
  private String endpoint(Yaml yaml) {
    return url(yaml, yaml.isMap() ? reference(yaml) : yaml.text());
  }

  private static String url(Yaml yaml, String url) {
    try {
      URI uri = new URI(url);
      if (yaml.isThere()
          && (uri.getHost() == null || !String.valueOf(uri.getScheme()).matches("https?"))) {
        yaml.problem("the URL cannot be used", "write https://HOST/PATH");
      }
    } catch (URISyntaxException e) {
      yaml.problem("the URL cannot be read", "write https://HOST/PATH");
    }
    return url;
  }

  private List<SigningSecret> secrets(Yaml yaml, boolean needed) {
    Optional<Yaml> list = yaml.find("secrets");
    List<Yaml> items = list.map(Yaml::items).orElse(List.of());
    if (needed && items.isEmpty()) {
      yaml.problem(
          "there is no secret, so nobody could verify what comes",
          "add secrets: [{env: NAME}], a variable that holds whsec_ and 24 to 64 bytes in Base64");
    }
    if (items.size() > 2) {
      list.get().problem("there are more than two secrets", "keep the two that are in use");
    }
    return items.stream().flatMap(item -> secret(item).stream()).toList();
  }

  private Optional<SigningSecret> secret(Yaml yaml) {
    if (!yaml.isMap()) {
      yaml.problem("a secret stands in the file", "write {env: NAME} or {file: PATH} instead");
      return Optional.empty();
    }
    String text = reference(yaml);
    Optional<SigningSecret> secret = SigningSecret.parse(text);
    if (!text.isEmpty() && secret.isEmpty()) {
      yaml.problem(
          "what this refers to is no secret", "put whsec_ and 24 to 64 bytes in Base64 there");
    }
    return secret;
  }

  private String reference(Yaml yaml) {
    yaml.only("env", "file");
    Optional<Yaml> variable = yaml.find("env");
    Optional<Yaml> file = yaml.find("file");
    if (variable.isPresent() == file.isPresent()) {
      yaml.problem("this refers to nothing, or to two things", "write {env: NAME} or {file: PATH}");
      return "";
    }
    Optional<String> found =
        variable.isPresent()
            ? references.variable(variable.get().text())
            : file.flatMap(path -> references.file(path.text()));
    if (found.isEmpty()) {
      String culprit = variable.or(() -> file).map(Yaml::text).orElse("");
      yaml.problem("'" + culprit + "' is not there", "set the variable or write the file");
    }
    return found.map(String::strip).orElse("");
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
      return ofFile(yaml.only("file").get("file"));
    }
    Optional<Template> known = Optional.ofNullable(shipped.get(yaml.text()));
    if (known.isEmpty() && !yaml.text().equals(JSON)) {
      yaml.problem(
          "'" + yaml.text() + "' is no template",
          "use json, " + String.join(", ", new TreeSet<>(shipped.keySet())) + " or {file: PATH}");
    }
    return known;
  }

  private Optional<Template> ofFile(Yaml yaml) {
    Optional<String> text = references.file(yaml.text());
    if (text.isEmpty()) {
      yaml.problem("'" + yaml.text() + "' is not there", "write the file or mend its path");
      return Optional.empty();
    }
    try {
      return Optional.of(Template.parse(text.get()));
    } catch (IllegalArgumentException e) {
      yaml.problem("template '" + yaml.text() + "' cannot be used", String.valueOf(e.getMessage()));
      return Optional.empty();
    }
  }

  private static Duration heartbeat(Yaml yaml, boolean possible) {
    if (!possible) {
      yaml.problem("heartbeats have the form json only", "take this line or the template out");
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
