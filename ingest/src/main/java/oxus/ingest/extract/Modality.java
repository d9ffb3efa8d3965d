package oxus.ingest.extract;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import oxus.schemas.EventType;
import oxus.schemas.ReportStatus;

/**
 * Judges whether a sentence says that its trigger happened, is planned, threatened or denied, or
 * says none of these.
 */
final class Modality {
  private static final int CHAIN = 8;
  private static final int NOUN_REACH = 9;
  private static final int DENIAL_REACH = 16;
  private static final int NOBODY_REACH = 7;
  private static final long GOVERNING =
      Kind.mask(
          List.of(
              Kind.POSSIBLE,
              Kind.DUTY,
              Kind.WILL,
              Kind.WOULD,
              Kind.PLAN,
              Kind.ATTEMPT,
              Kind.ACTUAL,
              Kind.NEGATION,
              Kind.WISH,
              Kind.THREAT,
              Kind.DENIAL,
              Kind.CONDITION));
  private static final Set<String> CHAIN_WORDS =
      Set.of(
          "to", "be", "been", "being", "is", "are", "was", "were", "have", "has", "had", "do",
          "does", "did", "also", "now", "already", "then", "still", "soon", "again", "even", "just",
          "only", "so", "far", "yet", "both", "all", "that", "it", "they", "he", "she", "its",
          "their", "his", "further", "about", "a", "the", "any", "some", "in", "future");

  /** {@code a programme to strengthen the border}. */
  private static final Set<String> PROJECTS =
      Set.of(
          "programme",
          "program",
          "plan",
          "plans",
          "project",
          "measures",
          "decision",
          "decree",
          "deal",
          "agreement",
          "order",
          "orders",
          "money",
          "funds");

  private static final Set<String> NAUGHT =
      Set.of("no", "not", "never", "without", "neither", "nor");

  private static final Set<String> NOBODY = Set.of("none", "nobody", "neither");

  private static final Set<String> PREDICATES =
      Set.of("is", "are", "was", "were", "do", "does", "has", "have");

  /** Reasons that hold for what is only said, too: a threat that may be made is none. */
  private static final Set<String> NOT_SAID = Set.of("merely-possible", "not-asserted", "purpose");

  private final Reading reading;
  private final Trigger trigger;
  private final Mention at;

  /**
   * What was judged.
   *
   * @param status nothing when the sentence reports no event
   * @param reason why there is none; a code in lower case with dashes
   */
  record Verdict(Optional<ReportStatus> status, String reason) {
    static Verdict of(ReportStatus status) {
      return new Verdict(Optional.of(status), "-");
    }

    static Verdict none(String reason) {
      return new Verdict(Optional.empty(), reason);
    }
  }

  private Modality(Reading reading, Trigger trigger, Mention at) {
    this.reading = reading;
    this.trigger = trigger;
    this.at = at;
  }

  static Verdict judge(Reading reading, Trigger trigger, Mention at) {
    return new Modality(reading, trigger, at).judge();
  }

  private Verdict judge() {
    if (reading.sentence().isQuestion()) {
      return Verdict.none("question");
    }
    if (reading.has(Kind.SPORT.bit())) {
      return Verdict.none("sport");
    }
    if (conditional()) {
      return Verdict.none("condition");
    }
    if (inSameClause(Kind.HISTORY) || startsWithHistory()) {
      return Verdict.none("history");
    }
    if (inClauseBefore(Kind.OPINION)) {
      return Verdict.none("opinion");
    }
    Verdict verdict = trigger.form().isVerb() ? verb() : noun();
    if (trigger.rule().status().isPresent()) {
      boolean open = NOT_SAID.contains(verdict.reason());
      return open ? verdict : Verdict.of(trigger.rule().status().get());
    }
    if (verdict.status().isPresent() && denied()) {
      return Verdict.of(ReportStatus.DENIED);
    }
    return verdict;
  }

  private Verdict verb() {
    boolean infinitive = reading.sentence().is(at.from() - 1, "to");
    Mention governor = governor();
    if (governor == null) {
      if (infinitive && trigger.form() == Form.BASE) {
        return infinitive();
      }
      return negatedBefore() ? negated() : Verdict.of(ReportStatus.REPORTED);
    }
    return governed(governor);
  }

  private Verdict governed(Mention governor) {
    if (governor.is(Kind.NEGATION)) {
      return negated();
    }
    if (governor.is(Kind.THREAT)) {
      return Verdict.of(ReportStatus.THREATENED);
    }
    if (governor.is(Kind.POSSIBLE)) {
      return Verdict.none("merely-possible");
    }
    if (governor.is(Kind.DUTY) || governor.is(Kind.WISH) || governor.is(Kind.ATTEMPT)) {
      return Verdict.none("not-asserted");
    }
    if (governor.is(Kind.WOULD) && !reading.has(Kind.SAYING.bit() | Kind.PLAN.bit())) {
      return Verdict.none("merely-possible");
    }
    if (governor.is(Kind.WOULD) || governor.is(Kind.WILL) || governor.is(Kind.PLAN)) {
      return planned();
    }
    return Verdict.of(ReportStatus.REPORTED);
  }

  private Verdict planned() {
    if (threatened()) {
      return Verdict.of(ReportStatus.THREATENED);
    }
    return trigger.rule().future() == Rule.Future.PLANNED
        ? Verdict.of(ReportStatus.PLANNED)
        : Verdict.none("forecast");
  }

  /** {@code Envoy to visit} in a headline is a plan; elsewhere a bare infinitive is a purpose. */
  private Verdict infinitive() {
    boolean headline = reading.sentence().headline();
    boolean project =
        at.from() > 1 && PROJECTS.contains(reading.sentence().token(at.from() - 2).word());
    return headline || project ? planned() : Verdict.none("purpose");
  }

  private Verdict negated() {
    return reading.has(Kind.SAYING.bit()) || reading.sentence().hasSpeakerColon()
        ? Verdict.of(ReportStatus.DENIED)
        : Verdict.none("negated");
  }

  private boolean negatedBefore() {
    for (int i = Math.max(0, at.from() - NOBODY_REACH); i < at.from(); i++) {
      boolean near = i >= at.from() - 4 && reading.sentence().is(i, "no");
      boolean nobody = NOBODY.contains(reading.sentence().token(i).word());
      boolean single = reading.sentence().is(i, "not") && reading.sentence().is(i + 2, "single");
      if ((near || nobody || single) && reading.boundaries(i, at.from()) == 0) {
        return true;
      }
    }
    return false;
  }

  /** The nearest word that governs the verb, through its chain of auxiliaries. */
  private @Nullable Mention governor() {
    int token = at.from() - 1;
    for (int steps = 0; token >= 0 && steps < CHAIN; steps++) {
      Mention mention = reading.at(token);
      if (mention != null && mention.is(GOVERNING)) {
        return mention;
      }
      String word = reading.sentence().token(token).word();
      boolean passes = CHAIN_WORDS.contains(word) || word.endsWith("ly");
      if (!passes || reading.boundaries(token, at.from()) > 0) {
        return null;
      }
      token--;
    }
    return null;
  }

  private Verdict noun() {
    if (negatedNoun()) {
      return negated();
    }
    boolean said = reading.has(Kind.SAYING.bit()) || reading.sentence().hasSpeakerColon();
    boolean promised = trigger.rule().type() == EventType.ASSURANCE;
    if (near(Kind.POSSIBLE) || (near(Kind.WOULD) && !said && !promised)) {
      return Verdict.none("merely-possible");
    }
    if (before(Kind.DUTY) || before(Kind.WISH)) {
      return Verdict.none("not-asserted");
    }
    if (near(Kind.WILL) || near(Kind.WOULD) || before(Kind.PLAN)) {
      return planned();
    }
    return Verdict.of(ReportStatus.REPORTED);
  }

  private boolean negatedNoun() {
    for (int i = Math.max(0, at.from() - 3); i < at.from(); i++) {
      if (NAUGHT.contains(reading.sentence().token(i).word())) {
        return true;
      }
    }
    return false;
  }

  private boolean near(Kind kind) {
    return within(kind, at.from() - NOUN_REACH, at.to() + NOUN_REACH);
  }

  private boolean before(Kind kind) {
    return within(kind, at.from() - NOUN_REACH, at.from());
  }

  private boolean within(Kind kind, int from, int to) {
    for (Mention mention : reading.mentions()) {
      if (mention.is(kind)
          && !mention.sameSpot(at)
          && mention.from() >= from
          && mention.from() < to
          && reading.boundaries(mention.from(), at.from()) == 0) {
        return true;
      }
    }
    return false;
  }

  /**
   * For a noun a condition reaches on through the sentence: {@code whether they can stop it}. A
   * threat is one also on condition.
   */
  private boolean conditional() {
    if (trigger.rule().status().filter(ReportStatus.THREATENED::equals).isPresent()) {
      return false;
    }
    if (trigger.form().isVerb()) {
      return inClauseBefore(Kind.CONDITION);
    }
    for (Mention mention : reading.mentions()) {
      if (mention.is(Kind.CONDITION) && mention.to() <= at.from()) {
        return true;
      }
    }
    return false;
  }

  private boolean startsWithHistory() {
    for (Mention mention : reading.mentions()) {
      if (mention.is(Kind.HISTORY) && mention.from() <= 2) {
        return true;
      }
    }
    return false;
  }

  private boolean inClauseBefore(Kind kind) {
    return within(kind, 0, at.from());
  }

  private boolean inSameClause(Kind kind) {
    return within(kind, 0, reading.sentence().size());
  }

  private boolean threatened() {
    for (Mention mention : reading.mentions()) {
      if (mention.is(Kind.THREAT) && mention.from() < at.from()) {
        return true;
      }
    }
    return false;
  }

  /** A denial that stands before the claim, or behind it in the passive. */
  private boolean denied() {
    for (Mention mention : reading.mentions()) {
      if (!mention.is(Kind.DENIAL)) {
        continue;
      }
      boolean before =
          mention.to() <= at.from()
              && at.from() - mention.to() <= DENIAL_REACH
              && reading.boundaries(mention.from(), at.from()) == 0;
      boolean passive =
          mention.from() >= at.to()
              && reading.boundaries(mention.from(), at.from()) == 0
              && (isBe(mention.from() - 1) || isPredicate(mention));
      if (before || passive) {
        return true;
      }
    }
    return false;
  }

  /** {@code the report that it fell is not true}: a denial with a verb of its own. */
  private boolean isPredicate(Mention denial) {
    return PREDICATES.contains(reading.sentence().token(denial.from()).word());
  }

  private boolean isBe(int token) {
    return reading.sentence().is(token, "was")
        || reading.sentence().is(token, "were")
        || reading.sentence().is(token, "been");
  }
}
