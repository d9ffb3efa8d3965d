package oxus.alerts.access;

import java.util.regex.Pattern;

/**
 * What a route asks for.
 *
 * @param path with {@code {name}} for what varies; it may hold slashes, as sector ids do
 */
public record RouteRule(String method, String path, Permission permission, Pattern pattern) {

  static RouteRule of(String method, String path, Permission permission) {
    String pattern = "\\Q" + path.replaceAll("\\{\\w+}", "\\\\E.+\\\\Q") + "\\E";
    return new RouteRule(method, path, permission, Pattern.compile(pattern));
  }

  boolean isFor(String someMethod, String somePath) {
    String asked = someMethod.equals("HEAD") ? "GET" : someMethod;
    return method.equals(asked) && isFor(somePath);
  }

  boolean isFor(String somePath) {
    return pattern.matcher(somePath).matches();
  }

  /** What stands for the placeholder in a path, as it is encoded there. */
  public String value(String somePath) {
    int start = path.indexOf('{');
    int end = path.indexOf('}');
    return start < 0
        ? ""
        : somePath.substring(start, somePath.length() - (path.length() - end - 1));
  }

  /** A link of this route, for tests and documents. */
  public String sample() {
    return path.replaceAll("\\{\\w+}", "x");
  }
}
