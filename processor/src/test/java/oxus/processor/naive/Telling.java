package oxus.processor.naive;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import oxus.processor.naive.Sum.Share;
import oxus.schemas.BorderEvent;
import oxus.schemas.CitedReport;
import oxus.schemas.Contribution;
import oxus.schemas.EventType;
import oxus.schemas.Evidence;
import oxus.schemas.Figure;
import oxus.schemas.FigureClaim;
import oxus.schemas.Relation;
import oxus.schemas.ReportStatus;
import oxus.theatre.Policy;

/** The score written out for people: step 11 of docs/judgement.md. */
record Telling(Policy policy) {

  List<Contribution> contributions(Sum sum) {
    List<Share> shares = new ArrayList<>(sum.shares);
    shares.removeIf(share -> share.weight() == 0);
    shares.sort(Share.HEAVIEST);
    List<Contribution> contributions = new ArrayList<>();
    int shown = policy.incidents().shownContributions();
    shares.stream().limit(shown).forEach(share -> contributions.add(contribution(share)));
    if (shares.size() > shown) {
      contributions.add(rest(shares.subList(shown, shares.size())));
    }
    return contributions;
  }

  private Contribution contribution(Share share) {
    Account account = share.account();
    return new Contribution(
        account.happening.id(),
        account.type,
        account.status,
        account.relation,
        account.places.isEmpty() ? account.placeText : account.places.get(0).getName(),
        account.exact.getOccurredFrom(),
        account.exact.getOccurredTo(),
        share.weight(),
        account.grade(),
        account.voices.size(),
        count(account),
        account.denial > 0,
        reports(account),
        figures(account),
        account.deniers,
        account.happening.grades(),
        account.happening.rulings());
  }

  private static int count(Account account) {
    return account.reports.size() + account.happening.uncounted();
  }

  private static Contribution rest(List<Share> shares) {
    return new Contribution(
        "rest",
        EventType.OTHER,
        ReportStatus.REPORTED,
        Relation.OWN,
        "",
        shares.get(0).account().exact.getOccurredFrom(),
        shares.get(0).account().exact.getOccurredTo(),
        shares.stream().mapToLong(Share::weight).sum(),
        "-",
        0,
        shares.stream().mapToInt(share -> count(share.account())).sum(),
        false,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  /** The voice that a report is counted in: among those it stands with. */
  private String voice(Account account, BorderEvent report) {
    List<BorderEvent> others = new ArrayList<>(account.reports);
    others.removeAll(account.basis);
    int bits = policy.grading().independence().nearIdentical();
    boolean counts = account.basis.contains(report);
    return new Clusters(counts ? account.basis : others, bits).voice(report);
  }

  private List<CitedReport> reports(Account account) {
    List<BorderEvent> best = new ArrayList<>(account.reports);
    best.sort(
        Comparator.comparing((BorderEvent report) -> report.getStatus() != ReportStatus.DENIED)
            .thenComparing(Heard::standing)
            .thenComparing(BorderEvent::getKnownAt)
            .thenComparing(BorderEvent::getId));
    Set<String> voices = new TreeSet<>();
    List<BorderEvent> shown = new ArrayList<>();
    List<BorderEvent> further = new ArrayList<>();
    for (BorderEvent report : best) {
      boolean isFirst = voices.add(report.getStatus() + " " + voice(account, report));
      (isFirst ? shown : further).add(report);
    }
    shown.addAll(further);
    return shown.stream()
        .limit(policy.incidents().shownReports())
        .sorted(Comparator.comparing(report -> report.getStatus() == ReportStatus.DENIED))
        .map(report -> cited(report, voice(account, report)))
        .toList();
  }

  private static CitedReport cited(BorderEvent report, String voice) {
    Evidence evidence =
        report.getEvidence().isEmpty()
            ? new Evidence("", null, null, false)
            : report.getEvidence().get(0);
    return new CitedReport(
        report.getId(),
        report.getArticleKey(),
        report.getSource(),
        report.getSourceName(),
        Heard.standing(report),
        voice,
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

  /** Equal numbers stand together, by unit and size. */
  private List<FigureClaim> figures(Account account) {
    TreeMap<String, FigureClaim> claims = new TreeMap<>();
    for (BorderEvent report : account.reports) {
      if (report.getFigure().isPresent()) {
        Figure figure = report.getFigure().get();
        Long least = figure.getMin().orElse(null);
        Long most = figure.getMax().orElse(null);
        Long size = least == null ? most : least;
        String key =
            figure.getUnit() + " " + filled(size) + " " + filled(least) + " " + filled(most);
        TreeSet<String> voices = new TreeSet<>(List.of(voice(account, report)));
        if (claims.containsKey(key)) {
          voices.addAll(claims.get(key).getVoices());
        }
        claims.put(key, new FigureClaim(figure.getUnit(), least, most, List.copyOf(voices)));
      }
    }
    return claims.values().stream().limit(policy.incidents().shownReports()).toList();
  }

  private static String filled(@org.jspecify.annotations.Nullable Long number) {
    return number == null ? "-" : String.format(java.util.Locale.ROOT, "%020d", number);
  }
}
