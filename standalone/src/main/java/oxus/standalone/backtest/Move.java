package oxus.standalone.backtest;

import java.time.Instant;
import oxus.schemas.ThreatLevel;

/** A level that moved. */
public record Move(Instant at, ThreatLevel from, ThreatLevel to) {
  boolean isRise() {
    return to.compareTo(from) > 0;
  }

  boolean isFall() {
    return to.compareTo(from) < 0;
  }
}
