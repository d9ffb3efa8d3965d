package oxus.alerts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import oxus.alerts.access.Keys;
import oxus.alerts.access.Role;

/**
 * Who may come in.
 *
 * @param keys of people and services, {@code OXUS_KEYS}
 * @param anonymous what those without a key are, {@code OXUS_ANONYMOUS}; empty: as the host decides
 * @param singleSignOn the identity provider, if there is one
 */
public record AccessConfig(
    Keys keys, Optional<String> anonymous, Optional<SingleSignOnConfig> singleSignOn) {

  /** Without an identity provider. */
  public AccessConfig(Keys keys, Optional<String> anonymous) {
    this(keys, anonymous, Optional.empty());
  }

  /** No keys, and the host decides. */
  public static AccessConfig none() {
    return new AccessConfig(Keys.none(), Optional.empty());
  }

  public AccessConfig {
    if (anonymous.filter(word -> !word.matches("none|viewer")).isPresent()) {
      throw new IllegalArgumentException(
          "OXUS_ANONYMOUS is '" + anonymous.get() + "'; write none or viewer");
    }
  }

  /**
   * Reads the environment.
   *
   * @throws IllegalArgumentException naming the variable, the file and what to write
   */
  public static AccessConfig of(Map<String, String> environment) {
    Optional<String> file =
        Optional.ofNullable(environment.get("OXUS_KEYS")).filter(text -> !text.isBlank());
    return new AccessConfig(
        file.map(AccessConfig::read).orElseGet(Keys::none),
        Optional.ofNullable(environment.get("OXUS_ANONYMOUS")).filter(text -> !text.isBlank()),
        SingleSignOnConfig.of(environment));
  }

  private static Keys read(String file) {
    try {
      return Keys.parse(Files.readString(Path.of(file)));
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "OXUS_KEYS names '" + file + "', which cannot be read; make it with bin/oxus key", e);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
    }
  }

  /** On this machine everyone may read; elsewhere nobody without a key, unless someone says so. */
  Optional<Role> anonymousRole(boolean isLoopback) {
    return anonymous.map(Role::of).orElse(isLoopback ? Optional.of(Role.VIEWER) : Optional.empty());
  }
}
