package oxus.ingest;

import java.util.List;
import java.util.Map;

/** Sets the reference server up as one poll of a story says. */
record FeedScript(ReferenceServer server) {

  void set(Map<?, ?> poll) {
    if (poll.containsKey("fault")) {
      String fault = String.valueOf(poll.get("fault"));
      server.playFault("/feed", fault);
      server.playFault("/loop", fault.equals("redirect-loop") ? fault : "killed");
    } else if (poll.containsKey("status")) {
      String answer =
          "HTTP/1.1 "
              + poll.get("status")
              + " So\r\nContent-Length: 0\r\n"
              + headers(poll)
              + "\r\n";
      server.play("/feed", (request, out) -> ReferenceServer.write(out, answer));
    } else if (poll.containsKey("body")) {
      server.serve("/feed", headers(poll), String.valueOf(poll.get("body")));
    } else if (poll.containsKey("items")) {
      server.serve("/feed", headers(poll), rss((List<?>) poll.get("items")));
    }
    if (poll.get("pages") instanceof Map<?, ?> pages) {
      pages.forEach((path, page) -> page(String.valueOf(path), String.valueOf(page)));
    }
  }

  private void page(String path, String page) {
    if (page.matches("\\d+")) {
      server.play(
          path,
          (request, out) ->
              ReferenceServer.write(out, "HTTP/1.1 " + page + " So\r\nContent-Length: 0\r\n\r\n"));
      return;
    }
    server.serve(path, "Content-Type: text/html; charset=utf-8\r\n", page);
  }

  private static String headers(Map<?, ?> poll) {
    StringBuilder headers = new StringBuilder();
    if (poll.get("headers") instanceof Map<?, ?> named) {
      named.forEach(
          (name, value) -> headers.append(name).append(": ").append(value).append("\r\n"));
    }
    return headers.toString();
  }

  private String rss(List<?> items) {
    StringBuilder rss =
        new StringBuilder("<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>t</title>");
    for (Object one : items) {
      Map<?, ?> item = (Map<?, ?>) one;
      rss.append("<item>");
      item.forEach(
          (name, value) ->
              rss.append('<')
                  .append(name)
                  .append('>')
                  .append(name.equals("link") ? server.url(String.valueOf(value)) : value)
                  .append("</")
                  .append(name)
                  .append('>'));
      rss.append("</item>");
    }
    return rss.append("</channel></rss>").toString();
  }
}
