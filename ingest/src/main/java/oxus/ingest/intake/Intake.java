package oxus.ingest.intake;

import java.util.List;
import java.util.Optional;
import oxus.ingest.extract.Extraction;
import oxus.ingest.extract.Extractor;
import oxus.schemas.Article;
import oxus.schemas.BorderEvent;
import oxus.schemas.Disposition;
import oxus.schemas.Outcome;
import oxus.schemas.Withdrawal;

/** Decides what becomes of an article revision. */
public record Intake(Extractor extractor) {

  /**
   * What became of it.
   *
   * @param version where the article stands now
   * @param withdrawal of the revision before, whose events no longer stand
   */
  public record Result(
      Version version,
      Optional<Withdrawal> withdrawal,
      List<BorderEvent> events,
      Disposition disposition) {
    public Result {
      events = List.copyOf(events);
    }
  }

  /**
   * Takes a revision in.
   *
   * @param known where the article stood so far, if it was seen before
   */
  public Result take(Article article, Optional<Version> known) {
    String revision = article.getRevision();
    if (known.filter(version -> version.revision().equals(revision)).isPresent()) {
      return new Result(
          known.get(),
          Optional.empty(),
          List.of(),
          disposition(article, Outcome.DUPLICATE, List.of(), "seen-before"));
    }
    Version version =
        known.map(before -> before.next(revision)).orElseGet(() -> Version.first(revision));
    boolean isRemoval = article.getTitle().isEmpty() && article.getBody().isEmpty();
    Optional<Withdrawal> withdrawal =
        known.map(
            before ->
                new Withdrawal(
                    article.getKey(),
                    before.revision(),
                    article.getKnownAt(),
                    isRemoval ? "removed" : "superseded"));
    if (isRemoval) {
      return new Result(
          version,
          withdrawal,
          List.of(),
          disposition(article, Outcome.REJECTED, List.of(), "removed"));
    }
    Extraction extraction = extractor.extract(article);
    List<BorderEvent> events = version.named(extraction.events());
    List<String> ids = events.stream().map(BorderEvent::getId).toList();
    return new Result(
        version,
        withdrawal,
        events,
        disposition(article, extraction.outcome(), ids, extraction.reason()));
  }

  private static Disposition disposition(
      Article article, Outcome outcome, List<String> events, String reason) {
    return new Disposition(
        article.getKey(), article.getRevision(), outcome, events, reason, article.getKnownAt());
  }
}
