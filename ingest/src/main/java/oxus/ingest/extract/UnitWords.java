package oxus.ingest.extract;

import java.util.Map;
import java.util.Set;

/**
 * The English words around what is counted. Words that the policy weighs alike have one name:
 * troops, guards and servicemen are soldiers.
 */
final class UnitWords {
  private static final String KILLED = "killed";
  private static final String WOUNDED = "wounded";

  private static final Map<String, String> NAMES =
      Map.ofEntries(
          Map.entry("soldier", "soldiers"),
          Map.entry("soldiers", "soldiers"),
          Map.entry("troops", "soldiers"),
          Map.entry("serviceman", "soldiers"),
          Map.entry("servicemen", "soldiers"),
          Map.entry("servicemembers", "soldiers"),
          Map.entry("guard", "soldiers"),
          Map.entry("guards", "soldiers"),
          Map.entry("guardsmen", "soldiers"),
          Map.entry("conscripts", "soldiers"),
          Map.entry("paratroopers", "soldiers"),
          Map.entry("civilian", "civilians"),
          Map.entry("civilians", "civilians"),
          Map.entry("refugee", "civilians"),
          Map.entry("refugees", "civilians"),
          Map.entry("villagers", "civilians"),
          Map.entry("residents", "civilians"),
          Map.entry("townspeople", "civilians"),
          Map.entry("evacuees", "civilians"),
          Map.entry("reservist", "reservists"),
          Map.entry("reservists", "reservists"),
          Map.entry("district", "districts"),
          Map.entry("districts", "districts"),
          Map.entry("strong", "people"),
          Map.entry("persons", "people"),
          Map.entry("population", "people"),
          Map.entry("kilos", "kg"),
          Map.entry("kilograms", "kg"),
          Map.entry("tons", "tonnes"),
          Map.entry("dead", KILLED),
          Map.entry("deaths", KILLED),
          Map.entry("killed", KILLED),
          Map.entry("died", KILLED),
          Map.entry("slain", KILLED),
          Map.entry("wounded", WOUNDED),
          Map.entry("injured", WOUNDED),
          Map.entry("hurt", WOUNDED));

  /** Verbs before a number that say what became of those counted. */
  private static final Map<String, String> FATES =
      Map.of(
          "killed",
          KILLED,
          "killing",
          KILLED,
          "kills",
          KILLED,
          "wounded",
          WOUNDED,
          "wounding",
          WOUNDED,
          "injured",
          WOUNDED,
          "injuring",
          WOUNDED);

  /** Between what is counted and its fate: {@code were}, {@code have been}. */
  private static final Set<String> AUXILIARIES =
      Set.of(
          "is", "are", "was", "were", "has", "have", "had", "been", "also", "reportedly", "later");

  private static final Set<String> BEFORE_NUMBER =
      Set.of(
          "at", "least", "more", "than", "over", "about", "some", "around", "nearly", "up", "to");

  /** Nouns that mean many without an s. */
  private static final Set<String> COLLECTIVE =
      Set.of(
          "people",
          "kg",
          "personnel",
          "staff",
          "police",
          "crew",
          "cattle",
          "sheep",
          "children",
          "aircraft",
          "militia",
          "gunmen",
          "percent");

  /** Peoples and movements that mean many without an s. */
  private static final Set<String> PEOPLES =
      Set.of("taliban", "turkmen", "kyrgyz", "baluch", "hazara");

  private static final Set<String> CROWDS = Set.of("dozens", "scores", "hundreds", "thousands");

  private static final Set<String> DETERMINERS =
      Set.of("the", "its", "their", "his", "her", "our", "these", "those");

  /** Behind these, or where they are what is counted, there is no figure. */
  private static final Set<String> ENDS =
      Set.of(
          "a",
          "an",
          "and",
          "or",
          "but",
          "to",
          "in",
          "on",
          "at",
          "by",
          "from",
          "for",
          "with",
          "as",
          "per",
          "who",
          "which",
          "that",
          "when",
          "while",
          "after",
          "before",
          "into",
          "over",
          "near",
          "was",
          "were",
          "is",
          "are",
          "be",
          "been",
          "has",
          "have",
          "had",
          "will",
          "would",
          "this",
          "them",
          "us",
          "am",
          "pm",
          "a.m",
          "p.m",
          "o'clock",
          "year",
          "years",
          "day",
          "days",
          "week",
          "weeks",
          "month",
          "months",
          "hour",
          "hours",
          "minute",
          "minutes",
          "decade",
          "decades",
          "km",
          "kilometer",
          "kilometers",
          "kilometre",
          "kilometres",
          "mile",
          "miles",
          "meter",
          "meters",
          "metre",
          "metres",
          "time",
          "times",
          "side",
          "sides",
          "half");

  private UnitWords() {}

  static String name(String word) {
    return NAMES.getOrDefault(word, word);
  }

  /** Whether the word is counted though it is no plural. */
  static boolean isCounted(String word) {
    return NAMES.containsKey(word) || PEOPLES.contains(word) || word.endsWith("man");
  }

  /** {@code dozens fled}: a vague number without a noun is of people. */
  static boolean isCrowd(String word) {
    return CROWDS.contains(word);
  }

  static boolean isMany(String word) {
    if (COLLECTIVE.contains(word) || isFate(word)) {
      return true;
    }
    boolean men = word.endsWith("men") && !word.equals("turkmen");
    boolean singular = word.endsWith("ss") || word.endsWith("ous") || word.equals("corps");
    boolean plural = word.length() > 3 && word.endsWith("s") && !singular;
    return men || plural;
  }

  /** Whether the word says that those counted died or were hurt. */
  static boolean isFate(String word) {
    String name = NAMES.getOrDefault(word, "");
    return name.equals(KILLED) || name.equals(WOUNDED);
  }

  /** What this verb before a number makes of those counted; empty for other words. */
  static String fateOf(String verb) {
    return FATES.getOrDefault(verb, "");
  }

  /** {@code three long days} last, they are not counted. */
  static boolean isTime(String word) {
    return Unit.of(word) != null;
  }

  static boolean isEnd(String word) {
    return ENDS.contains(word);
  }

  static boolean isDeterminer(String word) {
    return DETERMINERS.contains(word);
  }

  static boolean isAuxiliary(String word) {
    return AUXILIARIES.contains(word);
  }

  static boolean standsBeforeNumber(String word) {
    return BEFORE_NUMBER.contains(word);
  }
}
