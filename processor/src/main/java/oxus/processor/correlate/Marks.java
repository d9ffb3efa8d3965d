package oxus.processor.correlate;

import java.util.List;
import oxus.schemas.BorderEvent;
import oxus.schemas.EventType;

/**
 * A few bits for what an incident's reports are, so that nearly all that it does not hold can be
 * told without a look at them: where a bit is missing, no report has it.
 *
 * @param hashes of the reports' ids, as the archive has them
 * @param ids of these hashes
 * @param sources of their sources
 * @param tellings of what they say happened when
 */
// an array, since it is looked through at each report; nobody writes into it
@SuppressWarnings("ArrayRecordComponent")
record Marks(long[] hashes, long ids, long sources, long tellings) {

  static Marks of(List<Told> reports) {
    long[] hashes = new long[reports.size()];
    long ids = 0;
    long sources = 0;
    long tellings = 0;
    for (int number = 0; number < hashes.length; number++) {
      Told report = reports.get(number);
      hashes[number] = report.hash();
      ids |= of(hashes[number]);
      sources |= of(report.source());
      tellings |= report.mark();
    }
    return new Marks(hashes, ids, sources, tellings);
  }

  /** The mark of a hash. */
  static long of(long hash) {
    return bit(Long.hashCode(hash));
  }

  /** The mark of a name. */
  static long of(String name) {
    return bit(name.hashCode());
  }

  /** The mark of a type of event; others may have the same. */
  static long of(EventType type) {
    return of(type.name());
  }

  /** The mark of what a report says happened when. */
  static long of(BorderEvent report) {
    int day = (int) report.getOccurredFrom().toEpochDay();
    int said = 31 * report.getType().name().hashCode() + report.getStatus().name().hashCode();
    return bit(31 * day + said);
  }

  private static long bit(int hash) {
    return 1L << ((hash * 0x9E3779B9) >>> 26);
  }
}
