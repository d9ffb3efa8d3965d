package oxus.processor.correlate;

import oxus.schemas.BorderEvent;
import oxus.schemas.Incident;

/**
 * A few bits for what an incident's reports are, so that nearly all that it does not hold can be
 * told without a look at them: where a bit is missing, no report has it.
 *
 * @param ids of the reports' ids
 * @param sources of their sources
 * @param tellings of what they say happened when
 */
record Marks(long ids, long sources, long tellings) {

  static Marks of(Incident incident) {
    long ids = 0;
    long sources = 0;
    long tellings = 0;
    for (BorderEvent report : incident.getReports()) {
      ids |= bit(report.getId().hashCode());
      sources |= bit(report.getSource().hashCode());
      tellings |= telling(report);
    }
    return new Marks(ids, sources, tellings);
  }

  boolean mayHold(String id) {
    return (ids & bit(id.hashCode())) != 0;
  }

  boolean mayBeToldBy(String source) {
    return (sources & bit(source.hashCode())) != 0;
  }

  boolean mayTellTheSame(BorderEvent report) {
    return (tellings & telling(report)) != 0;
  }

  private static long telling(BorderEvent report) {
    int day = (int) report.getOccurredFrom().toEpochDay();
    int said = 31 * report.getType().name().hashCode() + report.getStatus().name().hashCode();
    return bit(31 * day + said);
  }

  private static long bit(int hash) {
    return 1L << ((hash * 0x9E3779B9) >>> 26);
  }
}
