package oxus.schemas.outbound;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What came of a request: an answer, whatever its status, or a refusal with its reason. */
public sealed interface Outcome {

  /**
   * A complete answer.
   *
   * @param url where it came from in the end
   * @param permanentUrl where to ask from now on: the last target of an unbroken chain of permanent
   *     redirects from the first URL
   * @param headers by name in lower case; several of one name are joined by a comma
   * @param body unpacked
   */
  record Answer(
      int status, String url, Optional<String> permanentUrl, Map<String, String> headers, Body body)
      implements Outcome {
    public Answer {
      headers = Map.copyOf(headers);
    }

    /** The header of this name, in any case. */
    public Optional<String> header(String name) {
      return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
    }
  }

  /** A request that was not sent, or an answer that was not taken. */
  record Refused(Refusal refusal, String message) implements Outcome {}

  /** Joins headers of one name. */
  static Map<String, String> joined(List<Map.Entry<String, String>> headers) {
    Map<String, String> joined = new TreeMap<>();
    headers.forEach(
        header ->
            joined.merge(
                header.getKey().toLowerCase(Locale.ROOT),
                header.getValue(),
                (first, second) -> first + ", " + second));
    return joined;
  }
}
