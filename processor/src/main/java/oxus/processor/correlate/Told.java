package oxus.processor.correlate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import oxus.schemas.BorderEvent;
import oxus.schemas.Incident;
import oxus.schemas.Relation;
import oxus.schemas.Reliability;

/** A report, and how it bears on the sector. */
record Told(BorderEvent report, Relation relation) {
  /** By knowledge time, so that the first report is the one that came first. */
  static final Comparator<Told> ORDER =
      Comparator.comparing((Told told) -> told.report().getKnownAt())
          .thenComparing(told -> told.report().getId());

  /**
   * What an incident's reports are; states of version 1 say how they bear for all of them at once.
   */
  static List<Told> of(Incident incident) {
    List<BorderEvent> reports = incident.getReports();
    List<Relation> relations = incident.getRelations();
    List<Told> told = new ArrayList<>(reports.size());
    for (int index = 0; index < reports.size(); index++) {
      told.add(
          new Told(
              reports.get(index),
              index < relations.size() ? relations.get(index) : incident.getRelation()));
    }
    return told;
  }

  static List<BorderEvent> reports(List<Told> told) {
    List<BorderEvent> reports = new ArrayList<>(told.size());
    for (Told each : told) {
      reports.add(each.report());
    }
    return List.copyOf(reports);
  }

  boolean isJudged() {
    return isJudged(report);
  }

  static boolean isJudged(BorderEvent report) {
    return report.getReliability() != Reliability.F;
  }

  /** Whether it bears on the sector itself or its border, and is no mere echo of elsewhere. */
  static boolean isNear(Relation relation) {
    return relation == Relation.OWN || relation == Relation.BORDER;
  }
}
