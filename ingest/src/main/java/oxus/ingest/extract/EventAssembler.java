package oxus.ingest.extract;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import oxus.ingest.extract.Candidate.Party;
import oxus.schemas.Article;
import oxus.schemas.BorderEvent;
import oxus.schemas.Evidence;
import oxus.schemas.Origin;
import oxus.schemas.PlaceRef;
import oxus.theatre.Claimants;
import oxus.theatre.Place;
import oxus.theatre.Source;
import oxus.theatre.Sources;
import oxus.theatre.Theatre;

/** Puts what an article said into the record that leaves the extractor. */
final class EventAssembler {
  private static final int MOST_PASSAGES = 5;

  private final Sources sources;
  private final Claimants claimants;
  private final String version;

  EventAssembler(Theatre theatre, String version) {
    this.sources = theatre.sources();
    this.claimants = new Claimants(theatre);
    this.version = version;
  }

  BorderEvent event(Article article, Candidate candidate) {
    Source source =
        sources.byId(article.getSource()).orElseGet(() -> sources.named(article.getSourceName()));
    List<Evidence> passages =
        candidate.evidence().subList(0, Math.min(MOST_PASSAGES, candidate.evidence().size()));
    Optional<String> claimant = candidate.attribution().flatMap(this::claimant);
    Optional<String> initiator = candidate.initiator().map(Party::id);
    Optional<String> target = candidate.target().map(Party::id);
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
        initiator.orElse(null),
        target.orElse(null),
        candidate.figure().orElse(null),
        claimant.orElse(null),
        candidate.attribution().map(Attribution::words).orElse(null),
        passages,
        candidate.confidence(),
        version,
        article.getSignature().orElse(null),
        article.getOrigin() == Origin.LIVE,
        article.getWire().flatMap(sources::ofFamily).orElse(null),
        claimants.stake(claimant, initiator, target));
  }

  /** The actor who says so, else whoever the words name. */
  private Optional<String> claimant(Attribution attribution) {
    return attribution.claimant().or(() -> claimants.sole(attribution.words()));
  }

  private static PlaceRef reference(Place place) {
    return new PlaceRef(place.id(), place.name(), place.kind(), place.within().orElse(null));
  }

  /** The first 16 hex digits of a hash over article, revision, type, scopes and span. */
  static String id(Article article, Candidate candidate) {
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
