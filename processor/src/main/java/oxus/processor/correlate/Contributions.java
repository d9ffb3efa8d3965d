package oxus.processor.correlate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import oxus.processor.correlate.Score.Share;
import oxus.schemas.Contribution;
import oxus.schemas.EventType;
import oxus.schemas.Incident;
import oxus.schemas.Relation;
import oxus.schemas.ReportStatus;
import oxus.theatre.Policy;

/**
 * Writes a score out for people: heaviest incidents first, each with its best reports, the rest as
 * one sum.
 */
record Contributions(Policy policy) {
  private static final Comparator<Share> HEAVIEST =
      Comparator.comparingLong((Share share) -> -Math.abs(share.weight()))
          .thenComparing(share -> share.incident().getId());

  List<Contribution> of(List<Share> all) {
    List<Share> shares = new ArrayList<>(all);
    shares.removeIf(share -> share.weight() == 0);
    shares.sort(HEAVIEST);
    int shown = Math.min(shares.size(), policy.incidents().shownContributions());
    List<Contribution> contributions = new ArrayList<>(shown + 1);
    shares.subList(0, shown).forEach(share -> contributions.add(contribution(share)));
    if (shown < shares.size()) {
      contributions.add(rest(shares.subList(shown, shares.size())));
    }
    return contributions;
  }

  private Contribution contribution(Share share) {
    Incident incident = share.incident();
    Citation cited = share.of().citation(policy);
    return new Contribution(
        incident.getId(),
        incident.getType(),
        incident.getStatus(),
        incident.getRelation(),
        incident.getPlaces().isEmpty()
            ? incident.getPlaceText()
            : incident.getPlaces().get(0).getName(),
        incident.getOccurredFrom(),
        incident.getOccurredTo(),
        share.weight(),
        incident.getGrade(),
        incident.getSources(),
        incident.getReports().size() + incident.getUncounted(),
        incident.getDisputed(),
        cited.reports(),
        cited.figures(),
        cited.deniers(),
        incident.getGrades(),
        incident.getRulings());
  }

  private static Contribution rest(List<Share> shares) {
    Incident heaviest = shares.get(0).incident();
    return new Contribution(
        "rest",
        EventType.OTHER,
        ReportStatus.REPORTED,
        Relation.OWN,
        "",
        heaviest.getOccurredFrom(),
        heaviest.getOccurredTo(),
        shares.stream().mapToLong(Share::weight).sum(),
        "-",
        0,
        shares.stream()
            .mapToInt(
                share -> share.incident().getReports().size() + share.incident().getUncounted())
            .sum(),
        false,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }
}
