package oxus.ingest.extract;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What stands around one trigger in its sentence, and how far off; a clause boundary costs. */
final class Surroundings {
  private static final int NEAR = 18;
  private static final int BOUNDARY = 7;
  private static final int LONGEST_GAP_TO_BE = 4;
  private static final int BY_REACH = 8;

  private static final long PLACES =
      Kind.mask(
          List.of(Kind.BORDER, Kind.CROSSING, Kind.CITY, Kind.DISTRICT, Kind.PROVINCE, Kind.AREA));
  private static final Set<String> WHERE =
      Set.of(
          "near", "on", "at", "in", "along", "with", "across", "from", "to", "into", "over",
          "around", "outside", "toward", "towards");
  private static final Set<String> BE =
      Set.of("was", "were", "is", "are", "been", "being", "be", "got", "get", "gets");
  private static final Set<String> BETWEEN_BE =
      Set.of(
          "also", "now", "not", "already", "then", "still", "later", "again", "fully", "partly",
          "soon", "since", "just", "never", "all", "both", "once");

  private final Reading reading;
  private final Mention at;
  private final boolean behindBe;

  Surroundings(Reading reading, Mention at) {
    this.reading = reading;
    this.at = at;
    this.behindBe = findBe();
  }

  /** Someone or something found, and how far from the trigger. */
  record Found(Mention mention, int distance) {}

  Reading reading() {
    return reading;
  }

  Mention at() {
    return at;
  }

  /** Whether a form of "be" goes with the trigger: {@code was already seized}. */
  boolean isBehindBe() {
    return behindBe;
  }

  /** The word before the trigger; empty at the start of a sentence. */
  String wordBefore() {
    return at.from() > 0 ? reading.sentence().token(at.from() - 1).word() : "";
  }

  int distance(Mention mention) {
    int gap =
        mention.from() >= at.to()
            ? mention.from() - at.to()
            : Math.max(0, at.from() - mention.to());
    return Math.max(0, gap) + boundaryCost(mention);
  }

  int boundaryCost(Mention mention) {
    return BOUNDARY * boundaries(mention);
  }

  int boundaries(Mention mention) {
    return reading.boundaries(mention.from(), at.from());
  }

  /** The first of these kinds between two tokens. */
  @Nullable Found first(long mask, int from, int to) {
    for (Mention mention : reading.mentions()) {
      if (mention.from() >= from && mention.from() < to && mention.is(mask)) {
        return new Found(mention, mention.from() - at.to());
      }
    }
    return null;
  }

  /**
   * The last before the trigger; what only says where ({@code a town near the border fell}) comes
   * second.
   *
   * @param passiveVerb true when an owner may be what the passive is about
   */
  @Nullable Found before(long mask, int limit, boolean passiveVerb) {
    Found free = before(mask, limit, passiveVerb, false);
    return free != null ? free : before(mask & ~Kind.BORDER.bit(), limit, passiveVerb, true);
  }

  private @Nullable Found before(long mask, int limit, boolean passiveVerb, boolean placed) {
    Found best = null;
    for (Mention mention : reading.mentions()) {
      if (mention.from() >= at.from()) {
        break;
      }
      if (mention.is(mask)
          && !isPossessor(mention, passiveVerb)
          && (placed || !saysWhere(mention))) {
        int distance = at.from() - mention.to() + boundaryCost(mention);
        if (distance <= limit) {
          best = new Found(mention, distance);
        }
      }
    }
    return best;
  }

  /** The first behind the trigger. */
  @Nullable Found behind(long mask, int limit) {
    for (Mention mention : reading.mentions()) {
      if (mention.from() >= at.to() && mention.is(mask)) {
        int distance = mention.from() - at.to() + boundaryCost(mention);
        return distance <= limit ? new Found(mention, distance) : null;
      }
    }
    return null;
  }

  /** The nearest on either side, but not at the same spot as another. */
  @Nullable Found nearest(long mask, @Nullable Mention other) {
    Found best = null;
    for (Mention mention : reading.mentions()) {
      boolean taken = mention.sameSpot(at) || (other != null && mention.sameSpot(other));
      if (!taken && mention.is(mask)) {
        int distance = distance(mention);
        if (distance <= NEAR && (best == null || distance < best.distance)) {
          best = new Found(mention, distance);
        }
      }
    }
    return best;
  }

  /** The token behind the {@code by} of a passive, or -1. */
  int byWord() {
    for (int i = at.to(); i < Math.min(at.to() + BY_REACH, reading.sentence().size()); i++) {
      if (reading.sentence().is(i, "by") && reading.boundaries(i, at.from()) == 0) {
        return i + 1;
      }
    }
    return -1;
  }

  private static boolean isPlace(Mention mention) {
    return mention.is(PLACES);
  }

  private boolean saysWhere(Mention mention) {
    if (!isPlace(mention)) {
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
  private boolean isPossessor(Mention mention, boolean passiveVerb) {
    boolean half = mention.is(Kind.CROSSING) && passiveVerb;
    return !half && reading.sentence().is(mention.to(), "'s") && mention.to() + 1 < at.from();
  }

  private boolean findBe() {
    int token = at.from() - 1;
    for (int steps = 0; token >= 0 && steps < LONGEST_GAP_TO_BE; steps++, token--) {
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
}
