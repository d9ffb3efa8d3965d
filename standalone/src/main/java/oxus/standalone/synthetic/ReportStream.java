package oxus.standalone.synthetic;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Iterator;
import java.util.PriorityQueue;
import oxus.schemas.BorderEvent;
import oxus.standalone.synthetic.Happening.Scene;

/**
 * The news of a made-up world without an end. It holds no more than what is yet to be told of what
 * has happened already, however long it runs.
 */
public final class ReportStream implements Iterator<BorderEvent> {
  private static final Comparator<BorderEvent> BY_KNOWLEDGE =
      Comparator.comparing(BorderEvent::getKnownAt).thenComparing(BorderEvent::getId);

  /** One week in six a sector is at war; then it makes the news more often. */
  private static final int WEEKS_A_WAR = 6;

  private static final double NEWS_FROM_PEACE = 0.4;

  private final SyntheticWorld world;
  private final Dice dice;
  private final Newsroom newsroom;
  private final double meanGap;
  private final PriorityQueue<BorderEvent> coming = new PriorityQueue<>(BY_KNOWLEDGE);
  private Instant time = SyntheticWorld.START;
  private long happenings;

  ReportStream(SyntheticWorld world) {
    this.world = world;
    this.dice = new Dice(world.seed());
    this.newsroom = new Newsroom(world, dice);
    this.meanGap =
        Duration.ofDays(1).toMillis()
            * world.news().reportsAHappening()
            / (world.reportsASectorDay() * world.sectors());
  }

  @Override
  public boolean hasNext() {
    return true;
  }

  @Override
  public BorderEvent next() {
    // what happens later is not known before it happens
    while (coming.isEmpty() || !coming.peek().getKnownAt().isBefore(time)) {
      happen();
    }
    return coming.remove();
  }

  private void happen() {
    time = time.plusMillis((long) (-StrictMath.log(1 - dice.share()) * meanGap) + 1);
    int sector = dice.below(world.sectors());
    while (!isAtWar(sector) && dice.share() >= NEWS_FROM_PEACE) {
      sector = dice.below(world.sectors());
    }
    Scene scene = new Scene(sector, isAtWar(sector), dice.falls(world.land().wide()));
    coming.addAll(newsroom.tell(Happening.at(scene, happenings++, time, dice)));
  }

  private boolean isAtWar(int sector) {
    long week = Duration.between(SyntheticWorld.START, time).toDays() / 7;
    return new Dice(world.seed() + 31 * week + (long) sector * 1_000_003).below(WEEKS_A_WAR) == 0;
  }
}
