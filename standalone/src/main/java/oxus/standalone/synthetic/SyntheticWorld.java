package oxus.standalone.synthetic;

import java.time.Duration;
import java.time.Instant;
import oxus.theatre.Policy;
import oxus.theatre.Theatre;

/**
 * A world that nobody lives in: so many sectors on borders of up to six, so many outlets, and so
 * much news. Two worlds that are equal tell the same reports.
 *
 * @param sectors how many sectors its theatre has
 * @param sources how many outlets tell of them; one in seven cannot be judged
 * @param reportsASectorDay reports, copies and repeats among them, a day for each sector
 * @param copies chance that a report is copied, in other words of its outlet's own or in the same
 * @param repeats chance that a report comes again under its own id
 * @param denials chance that a telling is a denial
 * @param longestDelay how long after it happened a thing may still be told
 */
public record SyntheticWorld(
    long seed,
    int sectors,
    int sources,
    double reportsASectorDay,
    double copies,
    double repeats,
    double denials,
    Duration longestDelay) {
  /** When its history begins. */
  public static final Instant START = Instant.parse("2021-01-01T00:00:00Z");

  public SyntheticWorld {
    if (sectors < 1 || sources < 1 || !(reportsASectorDay > 0)) {
      throw new IllegalArgumentException(
          "a world of "
              + sectors
              + " sectors, "
              + sources
              + " sources and "
              + reportsASectorDay
              + " reports a sector-day tells nothing; give more than 0 of each");
    }
    requireChance("copies", copies);
    requireChance("repeats", repeats);
    requireChance("denials", denials);
  }

  /**
   * A world as dense as five times the summer of 2021, in which every second report is a repeat.
   */
  public static SyntheticWorld of(long seed, int sectors) {
    return new SyntheticWorld(
        seed, sectors, Math.max(12, sectors), 1, 0.25, 0.5, 0.05, Duration.ofDays(2));
  }

  /** The same world with more or less news. */
  public SyntheticWorld telling(double reportsADay) {
    return new SyntheticWorld(
        seed, sectors, sources, reportsADay, copies, repeats, denials, longestDelay);
  }

  /** The same world with other chances that a report is copied or comes again. */
  public SyntheticWorld echoing(double copied, double repeated) {
    return new SyntheticWorld(
        seed, sectors, sources, reportsASectorDay, copied, repeated, denials, longestDelay);
  }

  /** Its theatre, judged under a policy. */
  public Theatre theatre(Policy policy) {
    return new SyntheticTheatre(this).under(policy);
  }

  /** Its news from {@link #START} on, without an end, in the order in which it becomes known. */
  public ReportStream reports() {
    return new ReportStream(this);
  }

  private static void requireChance(String what, double chance) {
    if (!(chance >= 0 && chance < 1)) {
      throw new IllegalArgumentException(
          what + " is " + chance + "; a chance is at least 0 and less than 1");
    }
  }
}
