package oxus.schemas.outbound;

import java.util.Map;
import java.util.TreeMap;

/**
 * A request to send.
 *
 * @param method {@code GET} or {@code POST}; only a GET is redirected
 * @param headers sent to the host of the URL only; a redirect to another host does not get them
 * @param body empty for a GET
 */
public record OutboundRequest(
    String method, String url, Map<String, String> headers, Body body, Limits limits) {

  public OutboundRequest {
    headers = Map.copyOf(new TreeMap<>(headers));
  }

  /** Reads a page or a feed. */
  public static OutboundRequest get(String url, Map<String, String> headers, Limits limits) {
    return new OutboundRequest("GET", url, headers, Body.EMPTY, limits);
  }

  /** Sends a body. */
  public static OutboundRequest post(
      String url, Map<String, String> headers, Body body, Limits limits) {
    return new OutboundRequest("POST", url, headers, body, limits);
  }
}
