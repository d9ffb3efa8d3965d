package oxus.ingest.intake;

import java.util.Optional;
import oxus.schemas.Article;

/**
 * What whoever pushes an article hears of it.
 *
 * @param line of the batch, from 1; 0: it came alone
 * @param status as HTTP numbers it: 202 only once the article is durably in the log
 * @param field the field at fault, {@code -} for the whole article
 */
public record Receipt(
    int line,
    int status,
    Optional<String> articleId,
    Optional<String> revision,
    Optional<String> field,
    Optional<String> error) {
  public static final int ACCEPTED = 202;
  public static final int UNFIT = 400;
  public static final int UNWRITTEN = 503;

  public static Receipt accepted(int line, Article article) {
    return new Receipt(
        line,
        ACCEPTED,
        Optional.of(article.getKey()),
        Optional.of(article.getRevision()),
        Optional.empty(),
        Optional.empty());
  }

  public static Receipt unfit(int line, String field, String error) {
    return new Receipt(
        line,
        UNFIT,
        Optional.empty(),
        Optional.empty(),
        Optional.of(field),
        Optional.of(line == 0 ? error : "line " + line + ": " + error));
  }

  /** It may be in the log or not; pushing it again makes sure and doubles nothing. */
  public static Receipt unwritten(int line, String why) {
    return new Receipt(
        line,
        UNWRITTEN,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of("not known to be written (" + why + "); push it again"));
  }

  public boolean isAccepted() {
    return status == ACCEPTED;
  }

  /** As one line of JSON. */
  public String json() {
    return JsonText.object(
        json -> {
          if (line > 0) {
            json.writeNumberField("line", line);
          }
          json.writeNumberField("status", status);
          JsonText.optional(json, "articleId", articleId);
          JsonText.optional(json, "revision", revision);
          JsonText.optional(json, "field", field);
          JsonText.optional(json, "error", error);
        });
  }
}
