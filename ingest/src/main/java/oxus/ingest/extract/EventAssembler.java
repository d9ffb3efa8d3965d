package oxus.ingest.extract;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import oxus.ingest.extract.Candidate.Party;
import oxus.schemas.Article;
import oxus.schemas.BorderEvent;
import oxus.schemas.Evidence;
import oxus.schemas.Origin;
import oxus.schemas.PlaceRef;
import oxus.schemas.Stake;
import oxus.theatre.Place;
import oxus.theatre.Source;
import oxus.theatre.Sources;

/** Puts what an article said into the record that leaves the extractor. */
final class EventAssembler {
  private static final int MOST_PASSAGES = 5;

  private final Sources sources;
  private final String version;

  EventAssembler(Sources sources, String version) {
    this.sources = sources;
    this.version = version;
  }

  BorderEvent event(Article article, Candidate candidate) {
    Source source =
        sources.byId(article.getSource()).orElseGet(() -> sources.named(article.getSourceName()));
    List<Evidence> passages =
        candidate.evidence().subList(0, Math.min(MOST_PASSAGES, candidate.evidence().size()));
    return new BorderEvent(
        id(article, candidate),
        article.getKey(),
        article.getRevision(),
        article.getSource(),
        article.getSourceName(),
        article.getPublisherFamily(),
        article.getWire().orElse(null),
        source.reliability(),
        article.getUrl().orElse(null),
        article.getTitle(),
        article.getPublishedAt(),
        article.getKnownAt(),
        candidate.type(),
        candidate.status(),
        candidate.located().scopes(),
        candidate.located().places().stream().map(EventAssembler::reference).toList(),
        candidate.located().text(),
        candidate.interval().from(),
        candidate.interval().to(),
        candidate.interval().precision(),
        candidate.initiator().map(Party::id).orElse(null),
        candidate.target().map(Party::id).orElse(null),
        candidate.figure().orElse(null),
        candidate.attribution().flatMap(Attribution::claimant).orElse(null),
        candidate.attribution().map(Attribution::words).orElse(null),
        passages,
        candidate.confidence(),
        version,
        article.getSignature().orElse(null),
        article.getOrigin() == Origin.LIVE,
        article.getWire().flatMap(sources::ofFamily).orElse(null),
        Stake.NONE);
  }

  private static PlaceRef reference(Place place) {
    return new PlaceRef(place.id(), place.name(), place.kind(), place.within().orElse(null));
  }

  /** The first 16 hex digits of a hash over article, revision, type, scopes and span. */
  private static String id(Article article, Candidate candidate) {
    Evidence first = candidate.evidence().get(0);
    String identity =
        String.join(
            "\n",
            article.getKey(),
            article.getRevision(),
            candidate.type().name(),
            candidate.status().name(),
            String.join("|", candidate.located().scopes()),
            first.getStart().orElse(0) + "-" + first.getEnd().orElse(0));
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(identity.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
