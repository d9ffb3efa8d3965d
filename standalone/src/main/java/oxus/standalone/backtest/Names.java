package oxus.standalone.backtest;

import java.util.Locale;

/** Constants as people read them. */
final class Names {
  private Names() {}

  static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
