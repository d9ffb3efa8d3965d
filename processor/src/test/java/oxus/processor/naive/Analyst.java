package oxus.processor.naive;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import oxus.schemas.Bearing;
import oxus.schemas.BorderEvent;
import oxus.schemas.EventType;
import oxus.schemas.Ruling;
import oxus.schemas.RulingKind;

/** A ruling, and the sectors that its scopes bear on: step 9 of docs/judgement.md. */
record Analyst(Ruling ruling, List<Bearing> bearing) {
  Analyst {
    bearing = List.copyOf(bearing);
  }

  /**
   * What analysts say of one report: their latest ruling of each kind.
   *
   * @param latest oldest first
   */
  record Word(List<Analyst> latest) {
    private Optional<Analyst> of(RulingKind kind) {
      return latest.stream().filter(each -> each.ruling.getKind() == kind).findFirst();
    }

    Optional<Ruling> placed() {
      return of(RulingKind.MERGE).or(() -> of(RulingKind.SPLIT)).map(Analyst::ruling);
    }

    List<String> rulings() {
      return latest.stream().map(each -> each.ruling.getId()).toList();
    }

    /** The report as it is now; empty where it does not count in the sector. */
    Optional<Heard> correct(Heard heard, String sector) {
      if (latest.isEmpty()) {
        return Optional.of(heard);
      }
      if (of(RulingKind.REJECT).isPresent()) {
        return Optional.empty();
      }
      BorderEvent report = heard.report();
      EventType type =
          of(RulingKind.RETYPE).flatMap(each -> each.ruling.getType()).orElse(report.getType());
      if (of(RulingKind.RESCOPE).isEmpty()) {
        return Optional.of(new Heard(with(report, type, report.getScopes()), heard.relation()));
      }
      Analyst rescope = of(RulingKind.RESCOPE).get();
      BorderEvent moved = with(report, type, rescope.ruling.getScopes());
      return rescope.bearing.stream()
          .filter(each -> each.getSector().equals(sector))
          .findFirst()
          .map(each -> new Heard(moved, each.getRelation()));
    }

    private static BorderEvent with(BorderEvent report, EventType type, List<String> scopes) {
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

  private boolean isReplacedBy(Ruling other) {
    return (isPlacing(ruling.getKind()) && isPlacing(other.getKind()))
        || ruling.getKind() == other.getKind();
  }

  private static boolean isPlacing(RulingKind kind) {
    return kind == RulingKind.MERGE || kind == RulingKind.SPLIT;
  }

  static Word on(String event, List<Analyst> rulings) {
    List<Analyst> latest = new ArrayList<>();
    for (Analyst each : rulings) {
      if (each.ruling.getEvents().contains(event)) {
        latest.removeIf(earlier -> earlier.isReplacedBy(each.ruling));
        latest.add(each);
      }
    }
    return new Word(latest);
  }
}
