package oxus.schemas.outbound;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A URL taken apart, once, so that what is checked is what is connected to.
 *
 * @param host a name in ASCII and lower case, a dotted quad, or an IPv6 address without brackets
 * @param resource path and query, escaped
 */
record Target(boolean secure, String host, int port, String resource) {
  private static final int LONGEST = 4096;
  private static final int LONGEST_HOST = 253;
  private static final Pattern URL = Pattern.compile("([a-zA-Z][a-zA-Z0-9+.-]*)://([^/?#]*)(.*)");
  private static final Pattern SCHEME = Pattern.compile("[a-zA-Z][a-zA-Z0-9+.-]*:.*");
  private static final Pattern AUTHORITY =
      Pattern.compile("(\\[[0-9a-fA-F.]*:[0-9a-fA-F:.]*]|[^\\[\\]:]+)(?::([0-9]{0,5}))?");
  private static final Pattern NAME = Pattern.compile("[a-z0-9_-]+(\\.[a-z0-9_-]+)*");
  private static final Pattern NUMBER_AT_THE_END = Pattern.compile("(.*\\.)?([0-9]+|0x[0-9a-f]*)");
  private static final Pattern QUAD =
      Pattern.compile("(0|[1-9][0-9]{0,2})(\\.(0|[1-9][0-9]{0,2})){3}");

  static Target parse(String text) {
    String url = text.strip();
    if (url.length() > LONGEST || url.chars().anyMatch(Target::isForbidden)) {
      throw refused(Refusal.BAD_URL, url);
    }
    Matcher parts = URL.matcher(url);
    if (!parts.matches()) {
      throw refused(SCHEME.matcher(url).matches() ? Refusal.SCHEME : Refusal.BAD_URL, url);
    }
    String scheme = parts.group(1).toLowerCase(Locale.ROOT);
    if (!scheme.equals("http") && !scheme.equals("https")) {
      throw refused(Refusal.SCHEME, url);
    }
    if (parts.group(2).indexOf('@') >= 0) {
      throw new RefusedException(Refusal.CREDENTIALS_IN_URL, "a URL with '@' before its host");
    }
    Matcher authority = AUTHORITY.matcher(parts.group(2));
    if (!authority.matches()) {
      throw refused(Refusal.BAD_URL, url);
    }
    boolean secure = scheme.equals("https");
    return new Target(
        secure,
        host(authority.group(1), url),
        port(authority.group(2), secure, url),
        resource(parts.group(3)));
  }

  /** Where a {@code Location} leads. */
  Target follow(String location) {
    String clean = location.strip();
    try {
      return SCHEME.matcher(clean).matches()
          ? parse(clean)
          : parse(new URI(text()).resolve(new URI(escaped(clean))).toString());
    } catch (URISyntaxException e) {
      throw refused(Refusal.BAD_REDIRECT, clean);
    }
  }

  /** The URL in its plain form. */
  String text() {
    return (secure ? "https://" : "http://") + authority() + resource;
  }

  /** Host and port, without the port that the scheme has anyway. */
  String authority() {
    String name = host.indexOf(':') >= 0 ? "[" + host + "]" : host;
    return port == (secure ? 443 : 80) ? name : name + ":" + port;
  }

  /** Whether the host is an address and needs no look-up. */
  boolean isAddress() {
    return host.indexOf(':') >= 0 || QUAD.matcher(host).matches();
  }

  private static boolean isForbidden(int character) {
    return character <= ' ' || character == 0x7f || character == '\\';
  }

  private static String host(String text, String url) {
    if (text.startsWith("[")) {
      return text.substring(1, text.length() - 1).toLowerCase(Locale.ROOT);
    }
    String name = ascii(text, url);
    name = name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    if (name.length() > LONGEST_HOST || !NAME.matcher(name).matches()) {
      throw refused(Refusal.BAD_URL, url);
    }
    // 127.1, 0177.0.0.1 and 2130706433 are addresses to some libraries
    if (NUMBER_AT_THE_END.matcher(name).matches() && !isQuad(name)) {
      throw refused(Refusal.ODD_ADDRESS, url);
    }
    return name;
  }

  private static boolean isQuad(String name) {
    if (!QUAD.matcher(name).matches()) {
      return false;
    }
    for (String part : name.split("\\.", -1)) {
      if (Integer.parseInt(part) > 255) {
        return false;
      }
    }
    return true;
  }

  private static String ascii(String text, String url) {
    try {
      return IDN.toASCII(text, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      throw refused(Refusal.BAD_URL, url);
    }
  }

  private static int port(@Nullable String text, boolean secure, String url) {
    if (text == null || text.isEmpty()) {
      return secure ? 443 : 80;
    }
    int port = Integer.parseInt(text);
    if (port < 1 || port > 65535) {
      throw refused(Refusal.BAD_URL, url);
    }
    return port;
  }

  private static String resource(String text) {
    int fragment = text.indexOf('#');
    String resource = escaped(fragment < 0 ? text : text.substring(0, fragment));
    String whole = resource.startsWith("/") ? resource : "/" + resource;
    while (whole.startsWith("/../")) {
      whole = whole.substring(3);
    }
    return whole;
  }

  /** Escapes what browsers escape; what is escaped stays so. */
  private static String escaped(String text) {
    StringBuilder escaped = new StringBuilder();
    for (byte unit : text.getBytes(StandardCharsets.UTF_8)) {
      if (unit <= ' ' || unit == 0x7f || "\"<>^`{|}[]".indexOf(unit) >= 0) {
        escaped.append('%').append(hex(unit >> 4)).append(hex(unit));
      } else {
        escaped.append((char) unit);
      }
    }
    return escaped.toString();
  }

  private static char hex(int value) {
    return "0123456789ABCDEF".charAt(value & 15);
  }

  private static RefusedException refused(Refusal refusal, String url) {
    String shown = url.length() > 200 ? url.substring(0, 200) + "…" : url;
    return new RefusedException(refusal, "'" + shown + "'");
  }
}
