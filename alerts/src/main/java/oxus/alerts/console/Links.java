package oxus.alerts.console;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** Addresses on the pages: our own, with ids encoded, and those of others, only when harmless. */
public final class Links {
  private Links() {}

  public static String change(String changeId) {
    return "/changes/" + encode(changeId);
  }

  public static String changeJson(String changeId) {
    return "/api/changes/" + encode(changeId);
  }

  static String sector(String sectorId) {
    return "/sectors/" + encode(sectorId);
  }

  public static String encode(String id) {
    return URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** An address that a reader may follow: http or https with a host; anything else stays text. */
  public static Optional<String> safe(String address) {
    try {
      URI uri = new URI(address);
      String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
      boolean isWeb = scheme.equals("http") || scheme.equals("https");
      return isWeb && uri.getHost() != null ? Optional.of(uri.toASCIIString()) : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  static String host(String address) {
    try {
      String host = new URI(address).getHost();
      return host == null ? address : host;
    } catch (URISyntaxException e) {
      return address;
    }
  }
}
