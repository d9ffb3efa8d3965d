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
 */
public record SyntheticWorld(
    long seed, int sectors, int sources, double reportsASectorDay, News news, Land land) {
  /** When its history begins. */
  public static final Instant START = Instant.parse("2021-01-01T00:00:00Z");

  /**
   * How what happens is told.
   *
   * @param tellings how many outlets at most tell of a happening in their own words
   * @param copies chance that a report is copied, in other words of its outlet's own or in the same
   * @param repeats chance that a report comes again under its own id
   * @param denials chance that a telling is a denial
   * @param longestDelay how long after it happened a thing may still be told
   */
  public record News(
      int tellings, double copies, double repeats, double denials, Duration longestDelay) {
    public News {
      if (tellings < 1) {
        throw new IllegalArgumentException(
            "tellings is " + tellings + "; what nobody tells is no news, give 1 or more");
      }
      requireChance("copies", copies, 1);
      requireChance("repeats", repeats, 1);
      requireChance("denials", denials, 1);
    }

    /** How many reports a happening brings on average. */
    double reportsAHappening() {
      return (1 + tellings) / 2.0 / (1 - copies) / (1 - repeats);
    }
  }

  /**
   * On how many sectors a happening bears.
   *
   * @param neighbours chance that two sectors beside each other are neighbours
   * @param wide chance that a happening concerns a whole border
   */
  public record Land(double neighbours, double wide) {
    private static final double CERTAIN = Math.nextUp(1.0);

    public Land {
      requireChance("neighbours", neighbours, CERTAIN);
      requireChance("wide", wide, CERTAIN);
    }
  }

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
  }

  /**
   * A restless world, as dense as five times the summer of 2021: every second report is news, each
   * bears on three sectors, and one in ten moves a level.
   */
  public static SyntheticWorld of(long seed, int sectors) {
    return new SyntheticWorld(
        seed,
        sectors,
        Math.max(12, sectors),
        1,
        new News(4, 0.25, 0.5, 0.05, Duration.ofDays(2)),
        new Land(1, 1.0 / 12));
  }

  /**
   * A world as a live feed sees it: as much happens as in the restless one, but more outlets tell
   * of it, two thirds of what comes has come before, and most of it concerns one place.
   */
  public static SyntheticWorld live(long seed, int sectors) {
    return new SyntheticWorld(
        seed,
        sectors,
        Math.max(12, sectors),
        5,
        new News(8, 0.25, 0.68, 0.05, Duration.ofDays(2)),
        new Land(0.2, 0.03));
  }

  /** The same world with more or less news. */
  public SyntheticWorld telling(double reportsADay) {
    return new SyntheticWorld(seed, sectors, sources, reportsADay, news, land);
  }

  /** The same world with news told otherwise. */
  public SyntheticWorld telling(News otherwise) {
    return new SyntheticWorld(seed, sectors, sources, reportsASectorDay, otherwise, land);
  }

  /** The same world with other chances that a report is copied or comes again. */
  public SyntheticWorld echoing(double copied, double repeated) {
    return telling(
        new News(news.tellings(), copied, repeated, news.denials(), news.longestDelay()));
  }

  /** The same world on other land. */
  public SyntheticWorld on(Land other) {
    return new SyntheticWorld(seed, sectors, sources, reportsASectorDay, news, other);
  }

  /** Its theatre, judged under a policy. */
  public Theatre theatre(Policy policy) {
    return new SyntheticTheatre(this).under(policy);
  }

  /** Its news from {@link #START} on, without an end, in the order in which it becomes known. */
  public ReportStream reports() {
    return new ReportStream(this);
  }

  private static void requireChance(String what, double chance, double below) {
    if (!(chance >= 0 && chance < below)) {
      throw new IllegalArgumentException(
          what + " is " + chance + "; a chance is at least 0 and less than 1");
    }
  }
}
