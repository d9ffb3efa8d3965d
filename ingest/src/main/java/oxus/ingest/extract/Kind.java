package oxus.ingest.extract;

import java.util.List;
import java.util.Locale;

/** What a word or name can stand for in a sentence; rules ask for arguments by kind. */
enum Kind {
  // places, named or as common nouns
  CROSSING,
  POST,
  BORDER,
  CITY,
  DISTRICT,
  PROVINCE,
  AREA,
  RIVER,
  COUNTRY,
  /** A place outside the country that the theatre's borders share. */
  ABROAD,
  // those who act
  FIGHTERS,
  TROOPS,
  FOREIGN,
  MILITIA,
  RESERVISTS,
  GOVERNMENT,
  LEADER,
  ALLIANCE,
  CIVILIANS,
  SMUGGLERS,
  NATIONAL,
  /** The adjective of a state that lies on none of the theatre's borders. */
  OUTSIDER,
  ANALYST,
  PRONOUN,
  // what they handle
  ARMS,
  ARMOUR,
  DRUGS,
  TRADE,
  DRILL,
  AID,
  WALL,
  SECURITY,
  BASE,
  FIRE,
  TOLL,
  FLAG,
  MEETING,
  ACCORD,
  FLIGHT,
  LOSS,
  SOIL,
  // grammar
  POSSIBLE,
  DUTY,
  WILL,
  WOULD,
  PLAN,
  ATTEMPT,
  ACTUAL,
  NEGATION,
  DENIAL,
  THREAT,
  SAYING,
  CONDITION,
  HISTORY,
  WISH,
  OPINION,
  SPORT,
  // swallows words that would otherwise mean something
  NOISE;

  /** All that is not grammar. */
  static final long THINGS = POSSIBLE.bit() - 1;

  /** A kind's bit lives only while the program runs, so the order of the kinds may change. */
  @SuppressWarnings("EnumOrdinal")
  long bit() {
    return 1L << ordinal();
  }

  static long mask(List<Kind> kinds) {
    long mask = 0;
    for (Kind kind : kinds) {
      mask |= kind.bit();
    }
    return mask;
  }

  /** The kind that a resource file calls so, in lower case. */
  static Kind named(String name) {
    for (Kind kind : values()) {
      if (kind.name().toLowerCase(Locale.ROOT).equals(name)) {
        return kind;
      }
    }
    throw new IllegalArgumentException(
        "'" + name + "' is no kind; use a name of Kind in lower case");
  }
}
