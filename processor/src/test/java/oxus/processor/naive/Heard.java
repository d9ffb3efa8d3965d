package oxus.processor.naive;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import oxus.schemas.BorderEvent;
import oxus.schemas.Relation;
import oxus.schemas.Reliability;

/** A report as it counts in the sector, and how it bears on it. */
record Heard(BorderEvent report, Relation relation) implements Comparable<Heard> {
  /** The order of an incident's reports: by knowledge time, then id. */
  @Override
  public int compareTo(Heard other) {
    int byTime = report.getKnownAt().compareTo(other.report.getKnownAt());
    return byTime != 0 ? byTime : report.getId().compareTo(other.report.getId());
  }

  boolean isJudged() {
    return isJudged(report);
  }

  static boolean isJudged(BorderEvent report) {
    return report.getReliability() != Reliability.F;
  }

  static boolean isNear(Relation relation) {
    return relation == Relation.OWN || relation == Relation.BORDER;
  }

  /** Whose text it is. */
  static String desk(BorderEvent report) {
    return report.getWire().orElse(report.getPublisherFamily());
  }

  /** What a report counts with: a copy with its original's standing, unless nobody vouches. */
  static Reliability standing(BorderEvent report) {
    Reliability agency = report.getWireReliability().orElse(Reliability.F);
    return isJudged(report) && agency != Reliability.F ? agency : report.getReliability();
  }

  static boolean nearlyTheSameText(BorderEvent one, BorderEvent other, int bits) {
    return one.getSignature().isPresent()
        && other.getSignature().isPresent()
        && Long.bitCount(one.getSignature().get() ^ other.getSignature().get()) <= bits;
  }

  /** The end of a UTC day. */
  static Instant endOf(LocalDate day) {
    return day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
