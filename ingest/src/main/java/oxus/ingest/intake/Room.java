package oxus.ingest.intake;

/**
 * How many bytes may be on their way at once. Who does not fit is asked to come again, which loses
 * nothing; memory that runs out would lose all.
 */
public final class Room {
  private final long bytes;
  private long taken;

  public Room(long bytes) {
    this.bytes = bytes;
  }

  /** Whether there was room; whoever enters has to leave with as many bytes. */
  public synchronized boolean enter(long some) {
    if (taken + some > bytes) {
      return false;
    }
    taken += some;
    return true;
  }

  public synchronized void leave(long some) {
    taken -= some;
  }

  public synchronized long taken() {
    return taken;
  }
}
