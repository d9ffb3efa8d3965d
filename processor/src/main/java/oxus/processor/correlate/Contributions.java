package oxus.processor.correlate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import oxus.processor.correlate.Score.Share;
import oxus.schemas.BorderEvent;
import oxus.schemas.CitedReport;
import oxus.schemas.Contribution;
import oxus.schemas.EventType;
import oxus.schemas.Evidence;
import oxus.schemas.Incident;
import oxus.schemas.Relation;
import oxus.schemas.ReportStatus;
import oxus.theatre.Policy;

/**
 * Writes a score out for people: heaviest incidents first, each with its best reports, the rest as
 * one sum.
 */
record Contributions(Policy policy) {
  private static final Evidence NO_EVIDENCE = new Evidence("", null, null, false);

  List<Contribution> of(Score score) {
    List<Share> shares =
        score.shares().stream()
            .filter(share -> share.weight() != 0)
            .sorted(
                Comparator.comparingLong((Share share) -> -Math.abs(share.weight()))
                    .thenComparing(share -> share.incident().getId()))
            .toList();
    int shown = Math.min(shares.size(), policy.incidents().shownContributions());
    List<Contribution> contributions = new ArrayList<>();
    shares.subList(0, shown).forEach(share -> contributions.add(contribution(share)));
    if (shown < shares.size()) {
      contributions.add(rest(shares.subList(shown, shares.size())));
    }
    return contributions;
  }

  private Contribution contribution(Share share) {
    Incident incident = share.incident();
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
        best(incident.getReports()));
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
        List.of());
  }

  /**
   * One report a voice first, most reliable and earliest first, then the others; denials are always
   * in.
   */
  private List<CitedReport> best(List<BorderEvent> reports) {
    List<BorderEvent> sorted =
        reports.stream()
            .sorted(
                Comparator.comparing(
                        (BorderEvent report) -> report.getStatus() != ReportStatus.DENIED)
                    .thenComparing(BorderEvent::getReliability)
                    .thenComparing(BorderEvent::getKnownAt)
                    .thenComparing(BorderEvent::getId))
            .toList();
    List<String> voices = new ArrayList<>();
    List<BorderEvent> firsts = new ArrayList<>();
    List<BorderEvent> others = new ArrayList<>();
    for (BorderEvent report : sorted) {
      String voice = report.getStatus() + " " + Voices.of(report);
      (voices.contains(voice) ? others : firsts).add(report);
      voices.add(voice);
    }
    firsts.addAll(others);
    List<BorderEvent> shown =
        new ArrayList<>(
            firsts.subList(0, Math.min(firsts.size(), policy.incidents().shownReports())));
    // Affirming reports lead, whatever kept the denials in.
    shown.sort(Comparator.comparing(report -> report.getStatus() == ReportStatus.DENIED));
    return shown.stream().map(Contributions::cited).toList();
  }

  private static CitedReport cited(BorderEvent report) {
    Evidence evidence = report.getEvidence().isEmpty() ? NO_EVIDENCE : report.getEvidence().get(0);
    return new CitedReport(
        report.getId(),
        report.getArticleKey(),
        report.getSource(),
        report.getSourceName(),
        report.getReliability(),
        Voices.of(report),
        report.getWire().orElse(null),
        report.getUrl().orElse(null),
        report.getPublishedAt(),
        report.getKnownAt(),
        report.getStatus(),
        report.getFigure().orElse(null),
        report.getAttributedTo().orElse(null),
        evidence.getQuote(),
        evidence.getVerbatim());
  }
}
