package oxus.ingest.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import oxus.ingest.extract.Rule.Slot;

/**
 * Finds the arguments that a rule asks for around its trigger: the subject before it, the object
 * behind it, the other way round in the passive, on either side of a noun.
 */
final class ArgumentFinder {
  private static final int BEHIND = 12;
  private static final int BEFORE = 30;
  private static final int NEAR = 18;
  private static final int WORDS = 12;
  private static final int FORBIDDEN_WORDS = 9;
  private static final int BOUNDARY = 7;
  private static final int FOCUSED = 12;
  private static final int OMITTED = 25;

  /** What stands before a noun, not before a verb in its base form. */
  private static final Set<String> NOUN_SIGNS =
      Set.of(
          "the", "a", "an", "of", "'s", "its", "their", "his", "her", "this", "in", "for", "with",
          "from", "by", "at", "on", "any", "such", "joint", "new", "between", "under", "over");

  private static final long DOERS =
      Kind.mask(
          List.of(
              Kind.FIGHTERS,
              Kind.TROOPS,
              Kind.GOVERNMENT,
              Kind.MILITIA,
              Kind.CIVILIANS,
              Kind.FOREIGN));
  private static final long PLACES =
      Kind.mask(
          List.of(Kind.BORDER, Kind.CROSSING, Kind.CITY, Kind.DISTRICT, Kind.PROVINCE, Kind.AREA));
  private static final Set<String> WHERE =
      Set.of(
          "near", "on", "at", "in", "along", "with", "across", "from", "to", "into", "over",
          "around", "outside", "toward", "towards");
  private static final Set<String> ATTACHING =
      Set.of("by", "of", "from", "with", "against", "between", "under", "near", "for", "to", "'s");
  private static final Set<String> BE =
      Set.of("was", "were", "is", "are", "been", "being", "be", "got", "get", "gets");
  private static final Set<String> BETWEEN_BE =
      Set.of(
          "also",
          "now",
          "not",
          "already",
          "then",
          "still",
          "later",
          "again",
          "fully",
          "partly",
          "completely",
          "temporarily",
          "reportedly",
          "soon",
          "since",
          "just",
          "officially",
          "briefly",
          "allegedly",
          "subsequently",
          "immediately",
          "effectively",
          "never",
          "all",
          "both",
          "indefinitely",
          "partially",
          "finally",
          "recently");

  private final Reading reading;
  private final Focus focus;
  private final Rule rule;
  private final Trigger trigger;
  private final Mention at;

  private ArgumentFinder(Reading reading, Focus focus, Trigger trigger, Mention at) {
    this.reading = reading;
    this.focus = focus;
    this.rule = trigger.rule();
    this.trigger = trigger;
    this.at = at;
  }

  static Optional<Arguments> find(Reading reading, Focus focus, Trigger trigger, Mention at) {
    ArgumentFinder finder = new ArgumentFinder(reading, focus, trigger, at);
    if (!finder.tailFits() || finder.forbidden() || !finder.wordsFit()) {
      return Optional.empty();
    }
    int near = finder.nearScore();
    if (near < 0) {
      return Optional.empty();
    }
    return finder
        .byForm()
        .map(
            found ->
                new Arguments(
                    found.subject(),
                    found.object(),
                    found.passive(),
                    found.score() - near + finder.rule.weight()));
  }

  private Optional<Arguments> byForm() {
    String before = at.from() > 0 ? reading.sentence().token(at.from() - 1).word() : "";
    if (!trigger.form().isVerb()) {
      boolean infinitive = trigger.form() == Form.NOUN && before.equals("to");
      return infinitive && at.to() - at.from() == 1 ? Optional.empty() : nominal();
    }
    if (trigger.form() == Form.GERUND && at.is(Kind.CROSSING) && !behindBe()) {
      return Optional.empty();
    }
    if (trigger.form() == Form.BASE && NOUN_SIGNS.contains(before)) {
      return Optional.empty();
    }
    if (rule.mutual()) {
      return nominal();
    }
    boolean passive = trigger.form().canBePassive() && behindBe();
    if (passive) {
      return passive(0);
    }
    Optional<Arguments> active = active();
    boolean agentless = active.isPresent() && active.get().subject().isEmpty();
    if ((active.isPresent() && !agentless) || !trigger.form().canBePassive() || !reducedPassive()) {
      return active;
    }
    Optional<Arguments> reduced = passive(8);
    return reduced.isPresent() ? reduced : active;
  }

  /**
   * A passive without {@code was}: usual in headlines; elsewhere only when nobody stands before it
   * who may have done it, or the one who did it follows.
   */
  private boolean reducedPassive() {
    if (reading.sentence().headline() || byWord() >= 0) {
      return true;
    }
    for (Mention mention : reading.mentions()) {
      if (mention.from() < at.from()
          && mention.is(DOERS)
          && reading.boundaries(mention.from(), at.from()) == 0) {
        return false;
      }
    }
    return true;
  }

  private Optional<Arguments> active() {
    int score = 100;
    Found subject = rule.subject().exists() ? before(rule.subject().mask(), BEFORE) : null;
    if (subject == null && rule.subject().required()) {
      subject = focused(rule.subject());
      if (subject == null) {
        return Optional.empty();
      }
    }
    Found object = rule.object().exists() ? behind(rule.object().mask(), BEHIND) : null;
    if (object == null && rule.object().required()) {
      return Optional.empty();
    }
    score -= cost(subject) + cost(object);
    return Optional.of(new Arguments(mention(subject), mention(object), false, score));
  }

  private Optional<Arguments> passive(int penalty) {
    Found object = null;
    if (rule.object().exists()) {
      object = before(rule.object().mask(), BEFORE);
      if (object == null && rule.object().required()) {
        return Optional.empty();
      }
      if (object != null && isSupplanted(object.mention)) {
        return Optional.empty();
      }
    } else if (rule.subject().required()) {
      return Optional.empty();
    }
    Found agent = rule.subject().exists() ? agent() : null;
    if (agent == null && (rule.named() || hasOtherAgent())) {
      return Optional.empty();
    }
    int score = 100 - penalty - cost(object) - cost(agent);
    return Optional.of(new Arguments(mention(agent), mention(object), true, score));
  }

  private Optional<Arguments> nominal() {
    Found subject = null;
    if (rule.subject().exists()) {
      subject = nearest(rule.subject().mask(), null);
      if (subject == null && rule.subject().required()) {
        subject = focused(rule.subject());
        if (subject == null) {
          return Optional.empty();
        }
      }
    }
    Found object = null;
    if (rule.object().exists()) {
      object = nearest(rule.object().mask(), subject == null ? null : subject.mention);
      if (object == null && rule.object().required()) {
        return Optional.empty();
      }
    }
    int score = 98 - cost(subject) - cost(object);
    return Optional.of(new Arguments(mention(subject), mention(object), false, score));
  }

  /**
   * {@code near the town soldiers were lost}: people stand closer to the passive than the place.
   */
  private boolean isSupplanted(Mention object) {
    if ((rule.object().mask() & ~PLACES) != 0) {
      return false;
    }
    for (Mention mention : reading.mentions()) {
      boolean between = mention.from() >= object.to() && mention.to() <= at.from();
      if (between
          && mention.is(DOERS & ~Kind.GOVERNMENT.bit())
          && reading.boundaries(mention.from(), at.from()) == 0
          && !isAttached(mention, object.to())) {
        return true;
      }
    }
    return false;
  }

  /** {@code held by the rebels}, {@code of the rebels}: no subject of the passive. */
  private boolean isAttached(Mention mention, int start) {
    for (int i = Math.max(start, mention.from() - 4); i < mention.from(); i++) {
      if (ATTACHING.contains(reading.sentence().token(i).word())) {
        return true;
      }
    }
    return false;
  }

  /** The {@code by}-agent of a passive. */
  private @Nullable Found agent() {
    int by = byWord();
    return by < 0 ? null : first(rule.subject().mask(), by, by + 8);
  }

  /** A passive with an agent who is not one of the rule's: then the rule does not hold. */
  private boolean hasOtherAgent() {
    int by = byWord();
    if (by < 0 || !rule.subject().exists()) {
      return false;
    }
    return first(DOERS, by, by + 6) != null;
  }

  private int byWord() {
    for (int i = at.to(); i < Math.min(at.to() + 8, reading.sentence().size()); i++) {
      if (reading.sentence().is(i, "by") && reading.boundaries(i, at.from()) == 0) {
        return i + 1;
      }
    }
    return -1;
  }

  private @Nullable Found first(long mask, int from, int to) {
    for (Mention mention : reading.mentions()) {
      if (mention.from() >= from && mention.from() < to && mention.is(mask)) {
        return new Found(mention, mention.from() - at.to());
      }
    }
    return null;
  }

  private @Nullable Found before(long mask, int limit) {
    Found free = before(mask, limit, false);
    return free != null ? free : before(mask & ~Kind.BORDER.bit(), limit, true);
  }

  /**
   * @param placed whether also what only says where: {@code a town near the border fell}
   */
  private @Nullable Found before(long mask, int limit, boolean placed) {
    Found best = null;
    for (Mention mention : reading.mentions()) {
      if (mention.from() >= at.from()) {
        break;
      }
      if (mention.is(mask) && !isPossessor(mention) && (placed || !saysWhere(mention))) {
        int distance =
            at.from() - mention.to() + BOUNDARY * reading.boundaries(mention.from(), at.from());
        if (distance <= limit) {
          best = new Found(mention, distance);
        }
      }
    }
    return best;
  }

  private boolean saysWhere(Mention mention) {
    if (!mention.is(PLACES)) {
      return false;
    }
    for (int i = Math.max(0, mention.from() - 3); i < mention.from(); i++) {
      if (WHERE.contains(reading.sentence().token(i).word())) {
        return true;
      }
    }
    return false;
  }

  /** {@code the Taliban's}: the owner of something is not who acts. */
  private boolean isPossessor(Mention mention) {
    boolean half = mention.is(Kind.CROSSING) && trigger.form().canBePassive() && behindBe();
    return !half && reading.sentence().is(mention.to(), "'s") && mention.to() + 1 < at.from();
  }

  private @Nullable Found behind(long mask, int limit) {
    for (Mention mention : reading.mentions()) {
      if (mention.from() >= at.to() && mention.is(mask)) {
        int distance =
            mention.from() - at.to() + BOUNDARY * reading.boundaries(mention.from(), at.from());
        return distance <= limit ? new Found(mention, distance) : null;
      }
    }
    return null;
  }

  private @Nullable Found nearest(long mask, @Nullable Mention other) {
    Found best = null;
    for (Mention mention : reading.mentions()) {
      if (!mention.sameSpot(at) && !isSpot(mention, other) && mention.is(mask)) {
        int distance = distance(mention);
        if (distance <= NEAR && (best == null || distance < best.distance)) {
          best = new Found(mention, distance);
        }
      }
    }
    return best;
  }

  private static boolean isSpot(Mention mention, @Nullable Mention other) {
    return other != null && mention.sameSpot(other);
  }

  private int distance(Mention mention) {
    int gap =
        mention.from() >= at.to()
            ? mention.from() - at.to()
            : Math.max(0, at.from() - mention.to());
    return Math.max(0, gap) + BOUNDARY * reading.boundaries(mention.from(), at.from());
  }

  /** Pronouns and gerunds borrow the one whom the text is about. */
  private @Nullable Found focused(Slot slot) {
    Mention pronoun = null;
    for (Mention mention : reading.mentions()) {
      if (mention.is(Kind.PRONOUN)
          && mention.from() < at.from()
          && at.from() - mention.to() + BOUNDARY * reading.boundaries(mention.from(), at.from())
              <= FOCUSED) {
        pronoun = mention;
      }
    }
    Entry actor = pronoun == null ? null : focus.actor(slot.mask());
    return actor == null || pronoun == null
        ? null
        : new Found(new Mention(pronoun.from(), pronoun.to(), actor), FOCUSED);
  }

  private boolean behindBe() {
    int token = at.from() - 1;
    for (int steps = 0; token >= 0 && steps < 4; steps++, token--) {
      String word = reading.sentence().token(token).word();
      if (BE.contains(word)) {
        return true;
      }
      if (!BETWEEN_BE.contains(word) && !word.endsWith("ly")) {
        return false;
      }
    }
    return false;
  }

  private boolean tailFits() {
    if (trigger.tail().isEmpty()) {
      return true;
    }
    int end = Math.min(at.to() + 7, reading.sentence().size());
    for (int i = at.to(); i < end; i++) {
      if (reading.sentence().is(i, trigger.tail().get())) {
        return true;
      }
    }
    return false;
  }

  private boolean forbidden() {
    for (Mention mention : reading.mentions()) {
      if (!mention.sameSpot(at) && mention.is(rule.not()) && distance(mention) <= 8) {
        return true;
      }
    }
    return anyWord(rule.notWords(), FORBIDDEN_WORDS);
  }

  private boolean wordsFit() {
    return rule.words().isEmpty() || anyWord(rule.words(), WORDS);
  }

  private boolean anyWord(List<String> phrases, int reach) {
    int from = Math.max(0, at.from() - reach);
    int to = Math.min(reading.sentence().size(), at.to() + reach);
    for (String phrase : phrases) {
      if (hasPhrase(phrase, from, to)) {
        return true;
      }
    }
    return false;
  }

  private boolean hasPhrase(String phrase, int from, int to) {
    int space = phrase.indexOf(' ');
    String first = space < 0 ? phrase : phrase.substring(0, space);
    String second = space < 0 ? "" : phrase.substring(space + 1);
    for (int i = from; i < to; i++) {
      if (reading.sentence().is(i, first)
          && (second.isEmpty() || reading.sentence().is(i + 1, second))) {
        return true;
      }
    }
    return false;
  }

  /**
   * Cost of the further arguments, each by a mention of its own, or -1 when one is missing. A
   * headline may leave out what the text below it names.
   */
  private int nearScore() {
    int cost = 0;
    List<Mention> taken = new ArrayList<>();
    for (long mask : rule.near()) {
      Found best = null;
      for (Mention mention : reading.mentions()) {
        if (!mention.sameSpot(at) && mention.is(mask) && !taken.contains(mention)) {
          int distance = distance(mention);
          if (distance <= BEFORE && (best == null || distance < best.distance)) {
            best = new Found(mention, distance);
          }
        }
      }
      if (best == null && !reading.sentence().headline()) {
        return -1;
      }
      if (best == null) {
        cost += OMITTED;
        continue;
      }
      taken.add(best.mention);
      cost += best.distance / 2;
    }
    return cost;
  }

  private static int cost(@Nullable Found found) {
    return found == null ? 0 : found.distance;
  }

  private static Optional<Mention> mention(@Nullable Found found) {
    return found == null ? Optional.empty() : Optional.of(found.mention);
  }

  private record Found(Mention mention, int distance) {}
}
