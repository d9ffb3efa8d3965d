package oxus.ingest.extract;

import org.jspecify.annotations.Nullable;

/**
 * The date that a text told last, from which it may count on: {@code two days later}.
 *
 * @param sentence the number of its sentence
 */
record Told(DateMention date, int sentence) {
  /** A date further back than this is forgotten: the text counts from publication again. */
  private static final int MEMORY = 5;

  /** The date to count this unit from, if one is near and exact enough. */
  static @Nullable DateMention near(@Nullable Told told, int sentence, Unit unit) {
    return told == null || sentence - told.sentence > MEMORY || !unit.countsFrom(told.date.past())
        ? null
        : told.date;
  }
}
