package oxus.processor.correlate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import oxus.schemas.BorderEvent;
import oxus.schemas.Incident;
import oxus.schemas.Relation;
import oxus.schemas.SectorLogEntry;

/**
 * Reports that wait to be taken in together, in an order of their own, so that the order of
 * simultaneous records cannot show.
 */
record Pending(List<Told> reports) {
  private static final Comparator<Told> BY_ID =
      Comparator.comparing((Told told) -> told.report().getId());

  Pending {
    reports = List.copyOf(reports);
  }

  static Pending of(List<SectorLogEntry> entries) {
    if (entries.size() == 1) {
      return new Pending(List.of(told(entries.get(0))));
    }
    List<Told> reports = new ArrayList<>(entries.size());
    entries.forEach(entry -> reports.add(told(entry)));
    reports.sort(BY_ID);
    return new Pending(reports);
  }

  private static Told told(SectorLogEntry entry) {
    return new Told((BorderEvent) entry.getRecord(), entry.getRelation().orElse(Relation.OWN));
  }

  /** The report whose incident weighs most: the one to name when a level moves. */
  String trigger(List<Incident> incidents) {
    if (reports.size() == 1) {
      return reports.get(0).report().getId();
    }
    List<String> ids = reports.stream().map(told -> told.report().getId()).toList();
    return incidents.stream()
        .filter(
            incident ->
                incident.getReports().stream().anyMatch(report -> ids.contains(report.getId())))
        .max(
            Comparator.comparingLong((Incident incident) -> Math.abs(incident.getStrength()))
                .thenComparing(Incident::getId, Comparator.reverseOrder()))
        .flatMap(
            incident ->
                incident.getReports().stream()
                    .map(BorderEvent::getId)
                    .filter(ids::contains)
                    .findFirst())
        .orElse(ids.get(0));
  }
}
