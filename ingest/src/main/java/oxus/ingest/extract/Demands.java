package oxus.ingest.extract;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import oxus.ingest.extract.Surroundings.Found;

/** Checks what a rule demands or forbids around its trigger besides subject and object. */
final class Demands {
  private static final int REACH = 30;
  private static final int WORDS = 12;
  private static final int FORBIDDEN_WORDS = 9;
  private static final int FORBIDDEN_KINDS = 8;
  private static final int TAIL = 7;
  private static final int OMITTED = 25;

  /** What unmet demands cost: more than any score. */
  static final int MISSING = -1;

  private final Surroundings around;
  private final Trigger trigger;

  Demands(Surroundings around, Trigger trigger) {
    this.around = around;
    this.trigger = trigger;
  }

  /** Why the rule cannot hold here, or nothing. */
  @Nullable String unmet() {
    if (!tailFits()) {
      return "no '" + trigger.tail().orElse("") + "' behind it";
    }
    String word = firstOf(trigger.rule().notWords(), FORBIDDEN_WORDS);
    if (word != null) {
      return "'" + word + "' stands close to it";
    }
    for (Mention mention : around.reading().mentions()) {
      if (!mention.sameSpot(around.at())
          && mention.is(trigger.rule().not())
          && around.distance(mention) <= FORBIDDEN_KINDS) {
        return "a forbidden kind of thing stands close to it";
      }
    }
    boolean free = trigger.rule().words().isEmpty();
    return free || firstOf(trigger.rule().words(), WORDS) != null
        ? null
        : "none of the rule's words stands close to it";
  }

  /**
   * Cost of the further arguments, each by a mention of its own, or {@link #MISSING}. A headline
   * may leave out what the text below it names.
   */
  int cost() {
    int cost = 0;
    List<Mention> taken = new ArrayList<>();
    for (long mask : trigger.rule().near()) {
      Found best = nearest(mask, taken);
      if (best == null && !around.reading().sentence().headline()) {
        return MISSING;
      }
      if (best == null) {
        cost += OMITTED;
        continue;
      }
      taken.add(best.mention());
      cost += best.distance() / 2;
    }
    return cost;
  }

  private @Nullable Found nearest(long mask, List<Mention> taken) {
    Found best = null;
    for (Mention mention : around.reading().mentions()) {
      if (!mention.sameSpot(around.at()) && mention.is(mask) && !taken.contains(mention)) {
        int distance = around.distance(mention);
        if (distance <= REACH && (best == null || distance < best.distance())) {
          best = new Found(mention, distance);
        }
      }
    }
    return best;
  }

  private boolean tailFits() {
    if (trigger.tail().isEmpty()) {
      return true;
    }
    Sentence sentence = around.reading().sentence();
    int end = Math.min(around.at().to() + TAIL, sentence.size());
    for (int i = around.at().to(); i < end; i++) {
      if (sentence.is(i, trigger.tail().get())) {
        return true;
      }
    }
    return false;
  }

  private @Nullable String firstOf(List<String> phrases, int reach) {
    Sentence sentence = around.reading().sentence();
    int from = Math.max(0, around.at().from() - reach);
    int to = Math.min(sentence.size(), around.at().to() + reach);
    for (String phrase : phrases) {
      if (sentence.hasPhrase(phrase, from, to)) {
        return phrase;
      }
    }
    return null;
  }
}
