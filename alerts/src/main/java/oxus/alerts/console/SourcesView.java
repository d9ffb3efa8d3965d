package oxus.alerts.console;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import oxus.schemas.Coverage;
import oxus.schemas.ThreatLevel;
import oxus.theatre.Border;

/** The page that tells who is heard and which sectors are seen. */
record SourcesView(
    List<SourceHealth> sources, Picture picture, List<BorderSum> borders, List<FeedLine> feeds) {

  SourcesView {
    sources = List.copyOf(sources);
    borders = List.copyOf(borders);
    feeds = List.copyOf(feeds);
  }

  /**
   * The sectors of one border together.
   *
   * @param level the highest among them
   */
  record BorderSum(
      String border, List<Standing> sectors, ThreatLevel level, Map<Coverage, Long> coverage) {

    BorderSum {
      sectors = List.copyOf(sectors);
    }

    static BorderSum of(String border, List<Standing> sectors) {
      ThreatLevel level =
          sectors.stream()
              .map(Standing::level)
              .max(Comparator.naturalOrder())
              .orElse(ThreatLevel.LOW);
      Map<Coverage, Long> coverage = new LinkedHashMap<>();
      for (Coverage each : Coverage.values()) {
        coverage.put(
            each, sectors.stream().filter(standing -> standing.coverage() == each).count());
      }
      return new BorderSum(border, sectors, level, coverage);
    }
  }

  static SourcesView of(
      Picture picture, List<SourceHealth> sources, List<Border> borders, List<FeedLine> feeds) {
    Map<String, List<Standing>> byBorder = new LinkedHashMap<>();
    borders.forEach(border -> byBorder.put(border.id(), new ArrayList<>()));
    for (Standing standing : picture.standings()) {
      byBorder
          .computeIfAbsent(standing.sector().border(), border -> new ArrayList<>())
          .add(standing);
    }
    List<BorderSum> sums =
        byBorder.entrySet().stream()
            .map(entry -> BorderSum.of(entry.getKey(), entry.getValue()))
            .toList();
    return new SourcesView(sources, picture, sums, feeds);
  }
}
