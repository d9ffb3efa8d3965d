package oxus.standalone;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import oxus.ingest.BadInputException;
import oxus.theatre.Nearest;

/** The sectors that a server knows: whoever watches another one would wait for good. */
record WatchedSectors(List<String> ids) {
  private static final JsonFactory JSON = new JsonFactory();

  WatchedSectors {
    ids = List.copyOf(ids);
  }

  /** Those that the server names; none where it does not say, as with another program. */
  static WatchedSectors ask(HttpClient client, HttpRequest request)
      throws IOException, InterruptedException {
    HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
    return answer.statusCode() == 200
        ? new WatchedSectors(read(answer.body()))
        : new WatchedSectors(List.of());
  }

  /** Every text in a field {@code sector}. */
  private static List<String> read(String json) throws IOException {
    List<String> ids = new ArrayList<>();
    try (JsonParser parser = JSON.createParser(json)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (token == JsonToken.VALUE_STRING && "sector".equals(parser.currentName())) {
          ids.add(parser.getText());
        }
      }
    }
    return ids;
  }

  /**
   * Accepts a sector that is there.
   *
   * @throws BadInputException naming those that it may have been meant to be
   */
  void check(String sector) {
    if (ids.isEmpty() || ids.contains(sector)) {
      return;
    }
    String part = sector.toLowerCase(Locale.ROOT);
    List<String> close =
        ids.stream().filter(id -> id.toLowerCase(Locale.ROOT).contains(part)).toList();
    throw new BadInputException(
        "no sector is called '"
            + sector
            + "' there; "
            + (close.isEmpty()
                ? Nearest.cure(sector, ids)
                : "did you mean '" + String.join("' or '", close) + "'?"));
  }
}
