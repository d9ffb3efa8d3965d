package oxus.ingest.extract;

import java.util.Optional;
import java.util.Set;
import oxus.schemas.EventType;
import oxus.schemas.ReportStatus;

/**
 * Judges whether a sentence says that its trigger happened, is planned, threatened or denied, or
 * says none of these.
 */
final class Modality {
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

  /** Reasons that hold for what is only said, too: a threat that may be made is none. */
  private static final Set<String> NOT_SAID = Set.of("merely-possible", "not-asserted", "purpose");

  /** What is said counts here, whatever the words that it is said in make of their verbs. */
  private static final Set<EventType> SPOKEN =
      Set.of(EventType.ASSURANCE, EventType.HOSTILE_STATEMENT);

  /** Reasons that speak only of the words that are said. */
  private static final Set<String> WITHIN_SPEECH =
      Set.of("forecast", "purpose", "negated", "merely-possible");

  private final Reading reading;
  private final Trigger trigger;
  private final Mention at;
  private final ClauseKinds clause;

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
    this.clause = new ClauseKinds(reading, at);
  }

  static Verdict judge(Reading reading, Trigger trigger, Mention at) {
    if (Occasion.ofSpeech(reading, trigger, at)) {
      return Verdict.none("only-said-there");
    }
    Verdict verdict = new Modality(reading, trigger, at).judge();
    boolean said =
        trigger.rule().id().equals(WeighedRules.ID)
            && SPOKEN.contains(trigger.rule().type())
            && WITHIN_SPEECH.contains(verdict.reason())
            && reading.has(Kind.SAYING.bit());
    return said ? Verdict.of(ReportStatus.REPORTED) : verdict;
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
    if (clause.inSameClause(Kind.HISTORY) || clause.startsWith(Kind.HISTORY)) {
      return Verdict.none("history");
    }
    if (clause.inClauseBefore(Kind.OPINION)) {
      return Verdict.none("opinion");
    }
    Verdict verdict = trigger.form().isVerb() ? verb() : noun();
    if (trigger.rule().status().isPresent()) {
      boolean open = NOT_SAID.contains(verdict.reason());
      return open ? verdict : Verdict.of(trigger.rule().status().get());
    }
    if (verdict.status().isPresent() && Denial.of(reading, at)) {
      return Verdict.of(ReportStatus.DENIED);
    }
    return verdict;
  }

  private Verdict verb() {
    boolean infinitive = reading.sentence().is(at.from() - 1, "to");
    Mention governor = Governor.of(reading, at);
    if (governor == null) {
      if (infinitive && trigger.form() == Form.BASE) {
        return infinitive();
      }
      return Negation.before(reading, at) ? negated() : Verdict.of(ReportStatus.REPORTED);
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

  private Verdict noun() {
    if (Negation.ofNoun(reading, at)) {
      return negated();
    }
    boolean said = reading.has(Kind.SAYING.bit()) || reading.sentence().hasSpeakerColon();
    boolean promised = trigger.rule().type() == EventType.ASSURANCE;
    if (clause.near(Kind.POSSIBLE) || (clause.near(Kind.WOULD) && !said && !promised)) {
      return Verdict.none("merely-possible");
    }
    if (clause.before(Kind.DUTY) || clause.before(Kind.WISH)) {
      return Verdict.none("not-asserted");
    }
    if (clause.near(Kind.WILL) || clause.near(Kind.WOULD) || clause.before(Kind.PLAN)) {
      return planned();
    }
    return Verdict.of(ReportStatus.REPORTED);
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
      return clause.inClauseBefore(Kind.CONDITION);
    }
    for (Mention mention : reading.mentions()) {
      if (mention.is(Kind.CONDITION) && mention.to() <= at.from()) {
        return true;
      }
    }
    return false;
  }

  private boolean threatened() {
    for (Mention mention : reading.mentions()) {
      if (mention.is(Kind.THREAT) && mention.from() < at.from()) {
        return true;
      }
    }
    return false;
  }
}
