package oxus.alerts.console;

import oxus.schemas.ThreatLevel;

/** Threat levels by number, 1 to 5, for those who cannot go by colour or word. */
public final class LevelNumber {
  private LevelNumber() {}

  public static int of(ThreatLevel level) {
    return switch (level) {
      case LOW -> 1;
      case MODERATE -> 2;
      case SUBSTANTIAL -> 3;
      case SEVERE -> 4;
      case CRITICAL -> 5;
    };
  }
}
