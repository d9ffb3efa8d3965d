package oxus.ingest.intake;

import java.time.Duration;
import java.util.Collection;
import java.util.Optional;

/**
 * Why a request is not taken, as a whole.
 *
 * @param retryAfter seconds after which it may be taken
 */
public record Refusal(int status, String code, String error, Optional<Long> retryAfter) {

  public static Refusal type(String single, String batch, Collection<String> news) {
    return never(
        415,
        "content-type",
        "send one article as Content-Type: "
            + single
            + ", one a line as "
            + batch
            + ", or news items as "
            + String.join(", ", news));
  }

  public static Refusal tooLarge(long most) {
    return never(
        413,
        "too-large",
        "the body is larger than " + most + " bytes; send a batch in pieces, or a shorter text");
  }

  public static Refusal tooManyLines(int lines, int most) {
    return never(
        413,
        "too-many-lines",
        "the batch has " + lines + " articles; " + most + " at most, send it in pieces");
  }

  public static Refusal notNews(String why) {
    return never(400, "not-news", why);
  }

  public static Refusal empty() {
    return never(400, "empty", "the body is empty; send an article as a JSON object");
  }

  public static Refusal busy() {
    return later(503, "busy", "too much is on its way already; send it again", 1);
  }

  public static Refusal tooFast(Duration wait) {
    long seconds = Math.max(1, wait.plusMillis(999).toSeconds());
    return later(
        429, "too-fast", "this key pushes too fast; wait " + seconds + " s, then send it", seconds);
  }

  public static Refusal unknown(String articleId) {
    return never(
        404,
        "unknown-article",
        "no article '"
            + articleId
            + "' is known here: it was not taken in, or it is long ago; in a link / is %2F. Older"
            + " ones: bin/oxus articles status ID --bootstrap-servers S");
  }

  private static Refusal never(int status, String code, String error) {
    return new Refusal(status, code, error, Optional.empty());
  }

  private static Refusal later(int status, String code, String error, long seconds) {
    return new Refusal(status, code, error, Optional.of(seconds));
  }

  public String json() {
    return JsonText.object(
        json -> {
          json.writeNumberField("status", status);
          json.writeStringField("code", code);
          json.writeStringField("error", error);
        });
  }
}
