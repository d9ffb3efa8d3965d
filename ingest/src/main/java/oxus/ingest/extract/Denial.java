package oxus.ingest.extract;

import java.util.Set;
import oxus.schemas.EventType;
import oxus.schemas.ReportStatus;

/**
 * Finds where a sentence goes on to deny what it has just told: {@code ...; the army denies it}.
 */
final class Denial {
  private static final int DENIAL_REACH = 16;
  private static final Set<String> PREDICATES =
      Set.of("is", "are", "was", "were", "do", "does", "has", "have");

  private static final Set<String> BE = Set.of("is", "are", "was", "were", "been", "being");

  private Denial() {}

  /** True when a later clause denies what the whole clause before it reports. */
  static boolean follows(Reading reading, Candidate candidate) {
    if (candidate.status() != ReportStatus.REPORTED || candidate.type() == EventType.TALKS) {
      return false;
    }
    int last = 0;
    int denial = -1;
    for (Mention mention : reading.mentions()) {
      if (mention.is(Kind.DENIAL) && pointsBack(reading, mention)) {
        denial = mention.from();
      }
      if (mention.entry().triggers().stream()
          .anyMatch(trigger -> trigger.rule().id().equals(candidate.rule().id()))) {
        last = mention.to();
      }
    }
    return denial >= last && last > 0 && reading.boundaries(last - 1, denial) > 0;
  }

  /** {@code deny it}, {@code called it a fairy tale}, {@code a thing which they deny}. */
  private static boolean pointsBack(Reading reading, Mention denial) {
    int end = reading.sentence().size();
    for (int i = Math.max(0, denial.from() - 3); i < Math.min(end, denial.to() + 1); i++) {
      String word = reading.sentence().token(i).word();
      if (word.equals("it") || word.equals("this") || word.equals("which")) {
        return true;
      }
    }
    boolean closes = denial.to() >= end - 1;
    return closes && reading.sentence().token(denial.to() - 1).is("deny");
  }

  /** A denial that stands before the claim, or behind it in the passive. */
  static boolean of(Reading reading, Mention at) {
    for (Mention mention : reading.mentions()) {
      if (!mention.is(Kind.DENIAL)) {
        continue;
      }
      boolean within = mention.from() <= at.from() && at.to() <= mention.to();
      boolean before =
          mention.to() <= at.from()
              && at.from() - mention.to() <= DENIAL_REACH
              && reading.boundaries(mention.from(), at.from()) == 0;
      boolean passive =
          mention.from() >= at.to()
              && reading.boundaries(mention.from(), at.from()) == 0
              && (isBe(reading, mention.from() - 1) || isPredicate(reading, mention));
      if (within || before || passive) {
        return true;
      }
    }
    return false;
  }

  /** {@code the report that it fell is not true}: a denial with a verb of its own. */
  private static boolean isPredicate(Reading reading, Mention denial) {
    return PREDICATES.contains(reading.sentence().token(denial.from()).word());
  }

  private static boolean isBe(Reading reading, int token) {
    return token >= 0 && BE.contains(reading.sentence().token(token).word());
  }
}
