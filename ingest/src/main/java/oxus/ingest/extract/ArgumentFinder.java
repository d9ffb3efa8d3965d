package oxus.ingest.extract;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import oxus.ingest.extract.Fit.Misfit;
import oxus.ingest.extract.Rule.Slot;
import oxus.ingest.extract.Surroundings.Found;

/**
 * Finds the arguments that a rule asks for around its trigger: the subject before it, the object
 * behind it, the other way round in the passive, on either side of a noun.
 */
final class ArgumentFinder {
  private static final int BEHIND = 12;
  private static final int BEFORE = 30;
  private static final int FOCUSED = 12;
  private static final int ACTIVE = 100;
  private static final int NOMINAL = 98;
  private static final int REDUCED = 8;

  private static final Misfit VERB = new Misfit("here it is a verb, not the rule's noun");
  private static final Misfit NOUN = new Misfit("here it is a noun, not the rule's verb");
  private static final Misfit NO_SUBJECT = new Misfit("no subject of the rule's kinds");
  private static final Misfit NO_OBJECT = new Misfit("no object of the rule's kinds");
  private static final Misfit NO_FURTHER = new Misfit("a further argument of the rule is missing");
  private static final Misfit OTHER_AGENT = new Misfit("someone else did it, or nobody is named");
  private static final Misfit SUPPLANTED = new Misfit("the passive is about someone in between");

  /** What stands before a noun, not before a verb in its base form. */
  private static final Set<String> NOUN_SIGNS =
      Set.of(
          "the", "a", "an", "of", "'s", "its", "their", "his", "her", "this", "in", "for", "with",
          "from", "by", "at", "on", "any", "such", "joint", "new", "between", "under", "over");

  private final Surroundings around;
  private final Focus focus;
  private final Rule rule;
  private final Trigger trigger;

  private ArgumentFinder(Surroundings around, Focus focus, Trigger trigger) {
    this.around = around;
    this.focus = focus;
    this.rule = trigger.rule();
    this.trigger = trigger;
  }

  static Fit find(Surroundings around, Focus focus, Trigger trigger) {
    Demands demands = new Demands(around, trigger);
    String unmet = demands.unmet();
    if (unmet != null) {
      return new Misfit(unmet);
    }
    int cost = demands.cost();
    if (cost == Demands.MISSING) {
      return NO_FURTHER;
    }
    Fit fit = new ArgumentFinder(around, focus, trigger).byForm();
    return fit instanceof Arguments found ? found.scored(trigger.rule().weight() - cost) : fit;
  }

  private Fit byForm() {
    if (!trigger.form().isVerb()) {
      boolean infinitive = trigger.form() == Form.NOUN && around.wordBefore().equals("to");
      boolean single = around.at().to() - around.at().from() == 1;
      return infinitive && single ? VERB : nominal();
    }
    if (trigger.form() == Form.GERUND && around.at().is(Kind.CROSSING) && !around.isBehindBe()) {
      return NOUN;
    }
    if (trigger.form() == Form.BASE && NOUN_SIGNS.contains(around.wordBefore())) {
      return NOUN;
    }
    if (rule.mutual()) {
      return nominal();
    }
    return isPassive() ? passive(0) : activeOrReduced();
  }

  private boolean isPassive() {
    return trigger.form().canBePassive() && around.isBehindBe();
  }

  private Fit activeOrReduced() {
    Fit active = active();
    boolean whole = active instanceof Arguments found && found.subject().isPresent();
    if (whole || !trigger.form().canBePassive() || !new Passives(around, rule).isReduced()) {
      return active;
    }
    Fit reduced = passive(REDUCED);
    return reduced instanceof Arguments ? reduced : active;
  }

  private Fit active() {
    Found subject =
        rule.subject().exists() ? around.before(rule.subject().mask(), BEFORE, isPassive()) : null;
    if (subject == null && rule.subject().required()) {
      subject = focused(rule.subject());
      if (subject == null) {
        return NO_SUBJECT;
      }
    }
    Found object = rule.object().exists() ? around.behind(rule.object().mask(), BEHIND) : null;
    if (object == null && rule.object().required()) {
      return NO_OBJECT;
    }
    return arguments(subject, object, false, ACTIVE);
  }

  private Fit passive(int penalty) {
    Passives passives = new Passives(around, rule);
    Found object = null;
    if (rule.object().exists()) {
      object = around.before(rule.object().mask(), BEFORE, isPassive());
      if (object == null && rule.object().required()) {
        return NO_OBJECT;
      }
      if (object != null && passives.isSupplanted(object.mention())) {
        return SUPPLANTED;
      }
    } else if (rule.subject().required()) {
      return NO_SUBJECT;
    }
    Found agent = rule.subject().exists() ? passives.agent() : null;
    if (agent == null && (rule.named() || passives.hasOtherAgent())) {
      return OTHER_AGENT;
    }
    return arguments(agent, object, true, ACTIVE - penalty);
  }

  private Fit nominal() {
    Found subject = null;
    if (rule.subject().exists()) {
      subject = around.nearest(rule.subject().mask(), null);
      if (subject == null && rule.subject().required()) {
        subject = focused(rule.subject());
        if (subject == null) {
          return NO_SUBJECT;
        }
      }
    }
    Found object = null;
    if (rule.object().exists()) {
      object = around.nearest(rule.object().mask(), subject == null ? null : subject.mention());
      if (object == null && rule.object().required()) {
        return NO_OBJECT;
      }
    }
    return arguments(subject, object, false, NOMINAL);
  }

  private static Arguments arguments(
      @Nullable Found subject, @Nullable Found object, boolean passive, int score) {
    int cost =
        (subject == null ? 0 : subject.distance()) + (object == null ? 0 : object.distance());
    return new Arguments(mention(subject), mention(object), passive, score - cost);
  }

  /** Pronouns and gerunds borrow the one whom the text is about. */
  private @Nullable Found focused(Slot slot) {
    Mention pronoun = null;
    for (Mention mention : around.reading().mentions()) {
      Mention at = around.at();
      if (mention.is(Kind.PRONOUN)
          && mention.from() < at.from()
          && at.from() - mention.to() + around.boundaryCost(mention) <= FOCUSED) {
        pronoun = mention;
      }
    }
    Entry actor = pronoun == null ? null : focus.actor(slot.mask());
    return actor == null || pronoun == null
        ? null
        : new Found(new Mention(pronoun.from(), pronoun.to(), actor), FOCUSED);
  }

  private static Optional<Mention> mention(@Nullable Found found) {
    return found == null ? Optional.empty() : Optional.of(found.mention());
  }
}
