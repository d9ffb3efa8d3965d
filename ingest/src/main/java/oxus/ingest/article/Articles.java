package oxus.ingest.article;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import oxus.ingest.article.Draft.PublicationTime;
import oxus.schemas.Article;
import oxus.schemas.Origin;
import oxus.theatre.Source;
import oxus.theatre.Theatre;

/** Makes article records: ids are derived from content, never drawn. */
public record Articles(Theatre theatre) {
  private static final int REVISION_DIGITS = 32;
  private static final Instant FIRST_WEB_NEWS = Instant.parse("1990-01-01T00:00:00Z");

  /** History: known when it was published. */
  public Article imported(Draft draft) {
    return article(draft, Origin.IMPORTED, Optional.empty());
  }

  /**
   * Live intake: known when it was accepted; a publication time in the future, or before there was
   * news on the web, is clamped to that.
   */
  public Article live(Draft draft, Instant accepted) {
    return article(draft, Origin.LIVE, Optional.of(accepted));
  }

  private Article article(Draft draft, Origin origin, Optional<Instant> accepted) {
    Source source = theatre.sources().named(draft.source());
    Instant claimed = draft.published().at();
    boolean clamped = accepted.filter(now -> isAbsurd(draft.published(), now)).isPresent();
    Instant published = clamped ? accepted.orElse(claimed) : claimed;
    return new Article(
        draft.url().map(Articles::canonical).orElse(source.id() + ":" + draft.doc()),
        revision(draft),
        source.id(),
        draft.source(),
        source.family(),
        draft.wire().map(credit -> theatre.sources().named(credit).family()).orElse(null),
        draft.url().orElse(null),
        draft.title(),
        draft.body(),
        draft.language().orElse("und"),
        published,
        draft.published().dayOnly() && !clamped,
        clamped ? claimed : null,
        accepted.orElse(null),
        accepted.orElse(published),
        origin,
        Signature.of(draft.body()).orElse(null));
  }

  /** A day without a time may end later than now, anywhere on earth. */
  private static boolean isAbsurd(PublicationTime claimed, Instant now) {
    Instant latest = claimed.dayOnly() ? now.plus(Duration.ofDays(2)) : now;
    return claimed.at().isAfter(latest) || claimed.at().isBefore(FIRST_WEB_NEWS);
  }

  /**
   * A URL without what does not tell articles apart: scheme, {@code www.}, fragment, closing slash,
   * case of the host.
   */
  static String canonical(String url) {
    String plain = url.strip();
    int fragment = plain.indexOf('#');
    plain = fragment < 0 ? plain : plain.substring(0, fragment);
    plain = plain.replaceFirst("^[a-zA-Z]+://", "").replaceFirst("^www\\.", "");
    int path = plain.indexOf('/');
    String host = path < 0 ? plain : plain.substring(0, path);
    String rest = path < 0 ? "" : plain.substring(path);
    return host.toLowerCase(Locale.ROOT)
        + (rest.endsWith("/") ? rest.substring(0, rest.length() - 1) : rest);
  }

  private static String revision(Draft draft) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (String part : new String[] {draft.title(), draft.body(), draft.source()}) {
        digest.update(part.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
      }
      return HexFormat.of().formatHex(digest.digest()).substring(0, REVISION_DIGITS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
