package oxus.ingest.extract;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import oxus.ingest.extract.Surroundings.Found;

/** Tells of a passive whether it is one, whom it is about and who did it. */
final class Passives {
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
  private static final Set<String> ATTACHING =
      Set.of("by", "of", "from", "with", "against", "between", "under", "near", "for", "to", "'s");

  private final Surroundings around;
  private final Rule rule;

  Passives(Surroundings around, Rule rule) {
    this.around = around;
    this.rule = rule;
  }

  /**
   * A passive without {@code was}: usual in headlines; elsewhere only when nobody stands before it
   * who may have done it, or the one who did it follows.
   */
  boolean isReduced() {
    if (around.reading().sentence().headline() || around.byWord() >= 0) {
      return true;
    }
    for (Mention mention : around.reading().mentions()) {
      if (mention.from() < around.at().from()
          && mention.is(DOERS)
          && around.boundaries(mention) == 0) {
        return false;
      }
    }
    return true;
  }

  /**
   * {@code near the town soldiers were lost}: people stand closer to the passive than the place.
   */
  boolean isSupplanted(Mention object) {
    if ((rule.object().mask() & ~PLACES) != 0) {
      return false;
    }
    for (Mention mention : around.reading().mentions()) {
      boolean between = mention.from() >= object.to() && mention.to() <= around.at().from();
      if (between
          && mention.is(DOERS & ~Kind.GOVERNMENT.bit())
          && around.boundaries(mention) == 0
          && !isAttached(mention, object.to())) {
        return true;
      }
    }
    return false;
  }

  /** {@code held by the rebels}, {@code of the rebels}: no subject of the passive. */
  private boolean isAttached(Mention mention, int start) {
    for (int i = Math.max(start, mention.from() - 4); i < mention.from(); i++) {
      if (ATTACHING.contains(around.reading().sentence().token(i).word())) {
        return true;
      }
    }
    return false;
  }

  /** The {@code by}-agent of a passive. */
  @Nullable Found agent() {
    int by = around.byWord();
    return by < 0 ? null : around.first(rule.subject().mask(), by, by + 8);
  }

  /** A passive with an agent who is not one of the rule's: then the rule does not hold. */
  boolean hasOtherAgent() {
    int by = around.byWord();
    return by >= 0 && rule.subject().exists() && around.first(DOERS, by, by + 6) != null;
  }
}
