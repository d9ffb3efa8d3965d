package oxus.alerts.console;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import oxus.schemas.Contribution;
import oxus.schemas.SectorAssessment;

/** The incidents of one sector's history, in bounded space: the lightest are forgotten first. */
final class Happenings {
  private static final int CAPACITY = 200;

  private final Map<String, Happening> byIncident = new LinkedHashMap<>();

  void add(SectorAssessment assessment) {
    for (Contribution contribution : assessment.getContributions()) {
      if (!Wording.isRest(contribution)) {
        byIncident.merge(
            contribution.getIncident(),
            Happening.of(contribution, assessment.getAt()),
            Happening::with);
      }
    }
    while (byIncident.size() > CAPACITY) {
      byIncident.values().stream()
          .min(Comparator.comparing(happening -> Math.abs(happening.weight())))
          .ifPresent(lightest -> byIncident.remove(lightest.incident()));
    }
  }

  /** The heaviest first. */
  List<Happening> heaviest() {
    return byIncident.values().stream()
        .sorted(
            Comparator.comparing((Happening happening) -> -Math.abs(happening.weight()))
                .thenComparing(Happening::incident))
        .toList();
  }
}
