package oxus.processor.correlate;

import java.util.List;
import java.util.Optional;
import oxus.schemas.Bearing;
import oxus.schemas.BorderEvent;
import oxus.schemas.EventType;
import oxus.schemas.Ruling;
import oxus.schemas.SectorLogEntry;

/**
 * What analysts ruled about one report.
 *
 * @param isRejected it counts nowhere
 * @param type the right type
 * @param rescoped the ruling on its scopes, with the sectors that they bear on
 * @param placed the latest ruling on its incident: MERGE or SPLIT
 * @param rulings ids of all that still shape it, oldest first
 */
record Correction(
    boolean isRejected,
    Optional<EventType> type,
    Optional<SectorLogEntry> rescoped,
    Optional<Ruling> placed,
    List<String> rulings) {
  static final Correction NONE =
      new Correction(false, Optional.empty(), Optional.empty(), Optional.empty(), List.of());

  Correction {
    rulings = List.copyOf(rulings);
  }

  /** The report as corrected; empty where it does not count in this sector. */
  Optional<Told> of(Told told, String sector) {
    if (equals(NONE)) {
      return Optional.of(told);
    }
    if (isRejected) {
      return Optional.empty();
    }
    EventType right = type.orElse(told.report().getType());
    if (rescoped.isEmpty()) {
      List<String> scopes = told.report().getScopes();
      return Optional.of(new Told(corrected(told.report(), right, scopes), told.relation()));
    }
    List<String> scopes = ((Ruling) rescoped.get().getRecord()).getScopes();
    BorderEvent report = corrected(told.report(), right, scopes);
    return rescoped.get().getBearing().stream()
        .filter(bearing -> bearing.getSector().equals(sector))
        .map(Bearing::getRelation)
        .map(relation -> new Told(report, relation))
        .findFirst();
  }

  private static BorderEvent corrected(BorderEvent report, EventType type, List<String> scopes) {
    return new BorderEvent(
        report.getId(),
        report.getArticleKey(),
        report.getArticleRevision(),
        report.getSource(),
        report.getSourceName(),
        report.getPublisherFamily(),
        report.getWire().orElse(null),
        report.getReliability(),
        report.getUrl().orElse(null),
        report.getTitle(),
        report.getPublishedAt(),
        report.getKnownAt(),
        type,
        report.getStatus(),
        scopes,
        report.getPlaces(),
        report.getPlaceText(),
        report.getOccurredFrom(),
        report.getOccurredTo(),
        report.getPrecision(),
        report.getInitiator().orElse(null),
        report.getTarget().orElse(null),
        report.getFigure().orElse(null),
        report.getClaimant().orElse(null),
        report.getAttributedTo().orElse(null),
        report.getEvidence(),
        report.getConfidence(),
        report.getExtractor(),
        report.getSignature().orElse(null),
        report.getSettles(),
        report.getWireReliability().orElse(null),
        report.getStake());
  }
}
