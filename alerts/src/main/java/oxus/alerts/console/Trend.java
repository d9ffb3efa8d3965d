package oxus.alerts.console;

/** Where a sector's score is going: compared with a day before. */
enum Trend {
  RISING("▲", "rising"),
  STEADY("▶", "steady"),
  FALLING("▼", "falling");

  /** What moves less than this in a day is steady, micro-units. */
  private static final long NOTABLE = 100_000;

  private final String sign;
  private final String word;

  Trend(String sign, String word) {
    this.sign = sign;
    this.word = word;
  }

  static Trend of(long before, long now) {
    if (Math.abs(now - before) < NOTABLE) {
      return STEADY;
    }
    return now > before ? RISING : FALLING;
  }

  String sign() {
    return sign;
  }

  String word() {
    return word;
  }
}
