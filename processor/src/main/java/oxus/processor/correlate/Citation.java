package oxus.processor.correlate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import oxus.schemas.BorderEvent;
import oxus.schemas.CitedReport;
import oxus.schemas.Evidence;
import oxus.schemas.Figure;
import oxus.schemas.FigureClaim;
import oxus.schemas.ReportStatus;
import oxus.theatre.Policy;

/**
 * What a contribution shows of an incident's reports: the best of them, the numbers that they give
 * side by side, who tells and who denies.
 */
record Citation(
    List<CitedReport> reports,
    List<FigureClaim> figures,
    List<String> voices,
    List<String> deniers) {
  private static final Evidence NO_EVIDENCE = new Evidence("", null, null, false);
  private static final Comparator<Told> BEST =
      Comparator.comparing((Told report) -> !report.isDenial())
          .thenComparing(Told::standing)
          .thenComparing(Told.ORDER);
  private static final Comparator<Told> DENIALS_LAST = Comparator.comparing(Told::isDenial);

  Citation {
    reports = List.copyOf(reports);
    figures = List.copyOf(figures);
    voices = List.copyOf(voices);
    deniers = List.copyOf(deniers);
  }

  static Citation of(List<Told> told, Policy policy) {
    Sides sides = Sides.of(told);
    int bits = policy.grading().independence().nearIdentical();
    Voices tellers = Voices.of(sides.basis(), bits);
    Voices others = Voices.of(sides.others(), bits);
    Naming naming = report -> sides.isBasis(report) ? tellers.of(report) : others.of(report);
    return new Citation(
        best(told, naming, policy.incidents().shownReports()),
        figures(told, naming, policy.incidents().shownReports()),
        tellers.names(),
        Voices.of(sides.judgedDenials(), bits).names());
  }

  private interface Naming {
    String of(Told report);
  }

  /**
   * One report a voice first, most reliable and earliest first, then the others; denials are always
   * in.
   */
  private static List<CitedReport> best(List<Told> reports, Naming naming, int most) {
    List<Told> sorted = new ArrayList<>(reports);
    sorted.sort(BEST);
    Set<Voiced> voices = new HashSet<>();
    List<Told> firsts = new ArrayList<>(sorted.size());
    List<Told> others = new ArrayList<>();
    for (Told report : sorted) {
      Voiced voiced = new Voiced(report.status(), naming.of(report));
      (voices.add(voiced) ? firsts : others).add(report);
    }
    firsts.addAll(others);
    List<Told> shown = firsts.subList(0, Math.min(firsts.size(), most));
    // Affirming reports lead, whatever kept the denials in.
    shown.sort(DENIALS_LAST);
    List<CitedReport> cited = new ArrayList<>(shown.size());
    shown.forEach(report -> cited.add(cited(report.report(), naming.of(report))));
    return cited;
  }

  /** A voice that says something. */
  private record Voiced(ReportStatus status, String voice) {}

  private static CitedReport cited(BorderEvent report, String voice) {
    Evidence evidence = report.getEvidence().isEmpty() ? NO_EVIDENCE : report.getEvidence().get(0);
    return new CitedReport(
        report.getId(),
        report.getArticleKey(),
        report.getSource(),
        report.getSourceName(),
        Grade.standing(report),
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

  /** Equal numbers stand together with all who give them, the smallest first. */
  private static List<FigureClaim> figures(List<Told> reports, Naming naming, int most) {
    TreeMap<String, FigureClaim> claims = new TreeMap<>();
    for (Told report : reports) {
      Figure figure = report.figure();
      if (figure != null) {
        claims.merge(
            key(figure),
            claim(figure, List.of(naming.of(report))),
            (one, other) -> claim(figure, together(one, other)));
      }
    }
    List<FigureClaim> smallest = new ArrayList<>(claims.values());
    return smallest.subList(0, Math.min(smallest.size(), most));
  }

  private static String key(Figure figure) {
    long size = figure.getMin().or(figure::getMax).orElse(0L);
    return String.join(
        "|",
        figure.getUnit(),
        zeroFilled(size),
        figure.getMin().map(Citation::zeroFilled).orElse("-"),
        figure.getMax().map(Citation::zeroFilled).orElse("-"));
  }

  /** So that keys sort as their numbers do. */
  private static String zeroFilled(long number) {
    String digits = Long.toString(number);
    return "0".repeat(Math.max(0, 20 - digits.length())) + digits;
  }

  private static FigureClaim claim(Figure figure, List<String> voices) {
    return new FigureClaim(
        figure.getUnit(), figure.getMin().orElse(null), figure.getMax().orElse(null), voices);
  }

  private static List<String> together(FigureClaim one, FigureClaim other) {
    TreeSet<String> voices = new TreeSet<>(one.getVoices());
    voices.addAll(other.getVoices());
    return List.copyOf(voices);
  }
}
