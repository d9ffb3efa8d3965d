package oxus.alerts;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import oxus.alerts.access.GroupRoles;

/**
 * The identity provider at which people sign in (OpenID Connect), and what it tells of them.
 *
 * @param issuer {@code OXUS_OIDC_ISSUER}
 * @param clientId under which the provider knows Oxus, {@code OXUS_OIDC_CLIENT_ID}
 * @param clientSecret {@code OXUS_OIDC_CLIENT_SECRET}; empty for a public client
 * @param address of Oxus as browsers know it, {@code OXUS_URL}
 * @param claims where a token has name and groups
 * @param roles by group, {@code OXUS_OIDC_ROLES}
 */
public record SingleSignOnConfig(
    URI issuer,
    String clientId,
    Optional<String> clientSecret,
    URI address,
    Claims claims,
    GroupRoles roles) {

  /**
   * Names of claims; dots lead into objects, as in {@code realm_access.roles}.
   *
   * @param name of the person, as the log of actions will have it, {@code OXUS_OIDC_NAME_CLAIM}
   * @param groups {@code OXUS_OIDC_ROLES_CLAIM}
   * @param scopes to ask for, {@code OXUS_OIDC_SCOPES}
   */
  public record Claims(String name, String groups, String scopes) {}

  public SingleSignOnConfig {
    requireSafe("OXUS_OIDC_ISSUER", issuer);
    requireSafe("OXUS_URL", address);
  }

  /** Where the provider sends browsers back to; to be registered there. */
  URI callback() {
    return address.resolve("/sign-in/sso/back");
  }

  /**
   * Reads the environment.
   *
   * @return empty when no issuer is named
   * @throws IllegalArgumentException naming the variable and what to write
   */
  static Optional<SingleSignOnConfig> of(Map<String, String> environment) {
    return text(environment, "OXUS_OIDC_ISSUER").map(issuer -> read(environment, issuer));
  }

  private static SingleSignOnConfig read(Map<String, String> environment, String issuer) {
    return new SingleSignOnConfig(
        uri("OXUS_OIDC_ISSUER", issuer),
        needed(environment, "OXUS_OIDC_CLIENT_ID"),
        text(environment, "OXUS_OIDC_CLIENT_SECRET"),
        uri("OXUS_URL", needed(environment, "OXUS_URL")),
        new Claims(
            text(environment, "OXUS_OIDC_NAME_CLAIM").orElse("preferred_username"),
            text(environment, "OXUS_OIDC_ROLES_CLAIM").orElse("groups"),
            text(environment, "OXUS_OIDC_SCOPES").orElse("openid profile")),
        roles(needed(environment, "OXUS_OIDC_ROLES")));
  }

  private static GroupRoles roles(String text) {
    try {
      return GroupRoles.parse(text);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("OXUS_OIDC_ROLES: " + e.getMessage(), e);
    }
  }

  private static Optional<String> text(Map<String, String> environment, String name) {
    return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
  }

  private static String needed(Map<String, String> environment, String name) {
    return text(environment, name)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "OXUS_OIDC_ISSUER needs " + name + " too; docs/access.md says what to write"));
  }

  private static URI uri(String name, String text) {
    try {
      return URI.create(text);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(name + " is '" + text + "', which is no address", e);
    }
  }

  /** Codes and tokens must not cross a network in the clear. */
  private static void requireSafe(String name, URI address) {
    boolean isHere = address.getHost() != null && HttpConfig.isLoopback(address.getHost());
    boolean isPlain = "http".equals(address.getScheme());
    if (address.getHost() == null
        || !("https".equals(address.getScheme()) || (isPlain && isHere))) {
      throw new IllegalArgumentException(
          name + " is '" + address + "'; write https:// and a host (http only for this machine)");
    }
  }
}
