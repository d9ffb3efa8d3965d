package oxus.alerts.access;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/** Tells whether a request that changes something comes from a page of ours. */
public final class SameOrigin {
  private SameOrigin() {}

  /**
   * What a browser says about where a request comes from; all empty for programs.
   *
   * @param host the host that the request names, with its port
   * @param cookie whether the request brings the session's cookie
   */
  public record Asked(
      String host, Optional<String> origin, Optional<String> fetchSite, boolean cookie) {}

  /** Why the request is refused; empty when it is not. */
  public static Optional<String> objection(Asked asked) {
    if (asked.fetchSite().filter(site -> !site.matches("same-origin|none")).isPresent()) {
      return Optional.of(
          "this request comes from a page of another site ("
              + asked.fetchSite().get()
              + "); open the console itself and act there");
    }
    if (asked.origin().filter(origin -> !isOurs(origin, asked.host())).isPresent()) {
      return Optional.of(
          "this request comes from a page of another origin; open the console itself and act"
              + " there. Behind a proxy, let it pass the Host header on");
    }
    boolean isSaid = asked.origin().isPresent() || asked.fetchSite().isPresent();
    return asked.cookie() && !isSaid
        ? Optional.of(
            "a request with a session must say where it comes from (Origin or Sec-Fetch-Site);"
                + " programs use a key: Authorization: Bearer")
        : Optional.empty();
  }

  private static boolean isOurs(String origin, String host) {
    try {
      String authority = new URI(origin).getRawAuthority();
      return authority != null
          && authority.toLowerCase(Locale.ROOT).equals(host.toLowerCase(Locale.ROOT));
    } catch (URISyntaxException e) {
      return false;
    }
  }
}
