package oxus.alerts;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import oxus.alerts.notify.DeliveryRules;
import oxus.alerts.notify.References;
import oxus.alerts.notify.Subscriptions;
import oxus.alerts.notify.SubscriptionsReader;
import oxus.alerts.notify.Template;
import oxus.schemas.connect.Deployment;
import oxus.schemas.outbound.OutboundRules;
import oxus.theatre.Problem;
import oxus.theatre.Theatre;

/**
 * What the webhooks of a deployment need to know.
 *
 * @param outbound where messages may go
 * @param prefix of the topics
 * @param exercise whether every message has to say that it is an exercise
 */
public record WebhookConfig(
    Subscriptions subscriptions,
    OutboundRules outbound,
    DeliveryRules rules,
    String prefix,
    boolean exercise) {
  private static final List<String> TEMPLATES = List.of("slack", "teams");

  /**
   * Reads a subscriptions file, and what it refers to.
   *
   * @param environment where secrets are, and the addresses that messages may go to besides
   * @param prefix of the topics
   * @throws InvalidSubscriptionsException with one line for each thing that is wrong
   */
  public static WebhookConfig load(
      Path file, Map<String, String> environment, Theatre theatre, String prefix) {
    List<Problem> problems = new ArrayList<>();
    SubscriptionsReader reader =
        new SubscriptionsReader(theatre, references(file, environment), shipped(), problems);
    Subscriptions subscriptions = reader.read(file.toString(), text(file));
    if (!problems.isEmpty()) {
      throw new InvalidSubscriptionsException(problems);
    }
    return new WebhookConfig(
        subscriptions,
        OutboundRules.with(environment.getOrDefault("OXUS_OUTBOUND_ALLOW", "")),
        DeliveryRules.USUAL,
        prefix,
        prefix.startsWith(Deployment.EXERCISE));
  }

  /** The subscriptions file that the environment names, if it names one. */
  public static Optional<Path> file(Map<String, String> environment) {
    return Optional.ofNullable(environment.get("OXUS_WEBHOOKS"))
        .filter(name -> !name.isBlank())
        .map(Path::of);
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "cannot read " + file + " (" + e + "); name a subscriptions file", e);
    }
  }

  private static References references(Path file, Map<String, String> environment) {
    return new References() {
      @Override
      public Optional<String> variable(String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
      }

      @Override
      public Optional<String> file(String name) {
        try {
          return Optional.of(Files.readString(file.resolveSibling(name)));
        } catch (IOException e) {
          return Optional.empty(); // the reader complains, with the line that names it
        }
      }
    };
  }

  static Map<String, Template> shipped() {
    Map<String, Template> templates = new TreeMap<>();
    for (String name : TEMPLATES) {
      templates.put(
          name,
          Template.parse(resource(name))
              .with(Template.parseHeartbeat(resource(name + "-heartbeat"))));
    }
    return templates;
  }

  private static String resource(String name) {
    try (InputStream in = WebhookConfig.class.getResourceAsStream("notify/" + name + ".json")) {
      if (in == null) {
        throw new IllegalStateException("template " + name + " is not on the class path");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read template " + name, e);
    }
  }
}
