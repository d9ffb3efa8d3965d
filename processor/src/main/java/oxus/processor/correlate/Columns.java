package oxus.processor.correlate;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import oxus.schemas.Incident;

/**
 * A sector's incidents with their numbers in columns, so that what asks for numbers alone need not
 * go through objects that lie apart. What did not change is taken over from the columns before.
 */
final class Columns {
  /** No time at all: before every other. */
  static final long NONE = Long.MIN_VALUE;

  // what is kept of each incident, one after the other
  private static final int STRENGTH = 0;
  private static final int ENDS = 1;
  private static final int HALF_LIFE = 2;
  private static final int EXPIRES = 3;
  private static final int UNJUDGED = 4;
  private static final int IDS = 5;
  private static final int SOURCES = 6;
  private static final int TELLINGS = 7;
  private static final int RAISED = 8;
  private static final int TYPES = 9;
  private static final int INDICATORS = 10;
  private static final int FORGETS = 11;
  private static final int SURELY_KEPT = 12;
  private static final int ALONE = 13;
  private static final int NUMBERS = 14;

  private final List<Remembered> remembered;
  private final List<Incident> incidents;

  /** The same as the lists, without a detour. */
  private final Remembered[] rows;

  private final long[] numbers;

  private Columns(List<Remembered> remembered, @Nullable Columns before) {
    this.rows = remembered.toArray(Remembered[]::new);
    this.remembered = List.of(rows);
    this.numbers = new long[NUMBERS * remembered.size()];
    Incident[] all = new Incident[remembered.size()];
    int next = 0;
    for (int row = 0; row < all.length; row++) {
      int known = before == null ? -1 : before.row(rows[row], next);
      if (before == null || known < 0) {
        all[row] = read(rows[row], row);
      } else {
        all[row] = take(before, known, row);
        next = known + 1;
      }
    }
    this.incidents = List.of(all);
  }

  static Columns of(List<Remembered> remembered) {
    return new Columns(remembered, null);
  }

  /** Of other incidents; those that are in both are in one order. */
  Columns with(List<Remembered> others) {
    return new Columns(others, this);
  }

  /** The row of an incident, from one on; negative: there is none. */
  // an incident that did not change is the same object
  @SuppressWarnings("ReferenceEquality")
  int row(Remembered one, int from) {
    for (int row = from; row < rows.length; row++) {
      if (rows[row] == one) {
        return row;
      }
    }
    return -1;
  }

  private Incident read(Remembered one, int row) {
    Incident incident = one.incident();
    set(STRENGTH, row, incident.getStrength());
    set(ENDS, row, one.ends());
    set(HALF_LIFE, row, one.halfLife());
    set(EXPIRES, row, one.expires());
    set(UNJUDGED, row, one.isUnjudged() ? 1 : 0);
    set(IDS, row, one.marks().ids());
    set(SOURCES, row, one.marks().sources());
    set(TELLINGS, row, one.marks().tellings());
    set(RAISED, row, raisedAt(incident));
    set(TYPES, row, Marks.of(incident.getType()) | Marks.of(one.spoken().getType()));
    set(INDICATORS, row, one.indicators());
    set(FORGETS, row, one.forgets());
    set(SURELY_KEPT, row, one.memory().surelyUntil());
    set(ALONE, row, one.isAlone() ? 1 : 0);
    return incident;
  }

  private Incident take(Columns before, int known, int row) {
    System.arraycopy(before.numbers, known * NUMBERS, numbers, row * NUMBERS, NUMBERS);
    return before.incidents.get(known);
  }

  private void set(int number, int row, long value) {
    numbers[row * NUMBERS + number] = value;
  }

  private long get(int number, int row) {
    return numbers[row * NUMBERS + number];
  }

  /** When the latest raising report came that can be judged, epoch milliseconds. */
  static long raisedAt(Incident incident) {
    return incident.getRaisedAt().isPresent() ? incident.getRaisedAt().get().toEpochMilli() : NONE;
  }

  int size() {
    return rows.length;
  }

  Remembered row(int row) {
    return rows[row];
  }

  List<Remembered> remembered() {
    return remembered;
  }

  List<Incident> incidents() {
    return incidents;
  }

  /** Weight at a time, micro-units; 0 for a plan whose date passed unconfirmed. */
  long weightAt(int row, long time) {
    return Weighing.faded(
        get(STRENGTH, row), get(ENDS, row), get(HALF_LIFE, row), get(EXPIRES, row), time);
  }

  long halfLife(int row) {
    return get(HALF_LIFE, row);
  }

  boolean isUnjudged(int row) {
    return get(UNJUDGED, row) != 0;
  }

  boolean isAlone(int row) {
    return get(ALONE, row) != 0;
  }

  /** Whether an incident holds the report whose id has this hash. */
  boolean holds(long report) {
    long mark = Marks.of(report);
    for (int row = 0; row < rows.length; row++) {
      if ((get(IDS, row) & mark) != 0 && isAmong(report, rows[row].marks().hashes())) {
        return true;
      }
    }
    return false;
  }

  private static boolean isAmong(long report, long[] known) {
    for (long each : known) {
      if (each == report) {
        return true;
      }
    }
    return false;
  }

  /** Whether an incident may tell what is marked so, see {@link Marks}. */
  boolean mayTell(int row, long mark) {
    return (get(TELLINGS, row) & mark) != 0;
  }

  boolean isToldBy(int row, String source, long mark) {
    return (get(SOURCES, row) & mark) != 0 && rows[row].isToldBy(source);
  }

  /** Whether an incident, or its judged part, may be of one of the types that are marked. */
  boolean mayBeAnyOf(int row, long types) {
    return (get(TYPES, row) & types) != 0;
  }

  /** Whether an incident fits one of these indicators, see {@link RuleCheck#indicators}. */
  boolean fitsAny(int row, long indicators) {
    return (get(INDICATORS, row) & indicators) != 0;
  }

  /** All indicators that some incident fits. */
  long indicators() {
    long fitting = 0;
    for (int row = 0; row < rows.length; row++) {
      fitting |= get(INDICATORS, row);
    }
    return fitting;
  }

  /** When the latest raising report came; none: nothing was raised. */
  long raisedAt() {
    long latest = NONE;
    for (int row = 0; row < rows.length; row++) {
      latest = Math.max(latest, get(RAISED, row));
    }
    return latest;
  }

  long raisedAt(int row) {
    return get(RAISED, row);
  }

  /** About when the first is forgotten: too early by the rounding of weights, never too late. */
  long forgets() {
    return least(FORGETS, NONE);
  }

  /** Before this all are kept for certain. */
  long keptUntil() {
    return least(SURELY_KEPT, NONE);
  }

  /** Those that are not forgotten by a time. */
  List<Remembered> kept(long time) {
    List<Remembered> kept = new ArrayList<>(rows.length);
    for (int row = 0; row < rows.length; row++) {
      if (time < get(SURELY_KEPT, row) || rows[row].isKept(time)) {
        kept.add(rows[row]);
      }
    }
    return kept;
  }

  /** When the next plan expires after a time. */
  long expires(long time) {
    return least(EXPIRES, time);
  }

  private long least(int number, long above) {
    long least = Remembered.NEVER;
    for (int row = 0; row < rows.length; row++) {
      long value = get(number, row);
      least = value > above ? Math.min(least, value) : least;
    }
    return least;
  }
}
