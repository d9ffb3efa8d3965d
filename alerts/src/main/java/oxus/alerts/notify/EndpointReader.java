package oxus.alerts.notify;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;
import oxus.theatre.Yaml;

/** Reads where messages go and what they are signed with; secrets stand elsewhere. */
final class EndpointReader {
  private final References references;

  EndpointReader(References references) {
    this.references = references;
  }

  /**
   * The endpoint of a subscription.
   *
   * @param signed whether it must have a secret
   */
  Subscription.Endpoint read(Yaml subscription, boolean signed) {
    return new Subscription.Endpoint(
        endpoint(subscription.get("url")), secrets(subscription, signed));
  }

  /** The URLs of chats hold their secret, so they may stand elsewhere. */
  private String endpoint(Yaml yaml) {
    return url(yaml, yaml.isMap() ? reference(yaml) : yaml.text());
  }

  static String url(Yaml yaml, String url) {
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
}
