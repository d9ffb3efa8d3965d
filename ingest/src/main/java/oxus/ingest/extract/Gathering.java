package oxus.ingest.extract;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Tells a meeting of many, or of outsiders, which bears on the whole theatre, from one of two. */
final class Gathering {
  private static final Set<String> HEADS =
      Set.of("presidents", "leaders", "heads", "countries", "states", "ministers");
  private static final Set<String> MANY =
      Set.of("five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve");

  private final Bearings bearings;

  Gathering(Bearings bearings) {
    this.bearings = bearings;
  }

  /**
   * An alliance in session, the five presidents, or a neighbour with several powers.
   *
   * @param near the borders of the neighbours that are named
   */
  boolean isOfMany(Reading reading, List<String> near) {
    return reading.has(Kind.ALLIANCE.bit())
        || isSummit(reading)
        || (!near.isEmpty() && outsiders(reading).size() + near.size() > 2);
  }

  /** {@code the five presidents}. */
  private static boolean isSummit(Reading reading) {
    Sentence sentence = reading.sentence();
    for (int i = 1; i < sentence.size(); i++) {
      boolean heads = HEADS.contains(sentence.token(i).word());
      if (heads && MANY.contains(sentence.token(i - 1).word())) {
        return true;
      }
    }
    return false;
  }

  boolean namesOutsider(Reading reading) {
    return !outsiders(reading).isEmpty();
  }

  /** {@code in Moscow}: in a capital of a state of none of the borders. */
  boolean isHostedOutside(Reading reading) {
    return reading.mentions().stream()
        .filter(Reading::isCapital)
        .anyMatch(mention -> !bearings.knows(mention.entry().places().get(0).country()));
  }

  /** The states of none of the borders that take part. */
  private Set<String> outsiders(Reading reading) {
    Set<String> named = new LinkedHashSet<>();
    for (Mention mention : reading.mentions()) {
      if (mention.is(CountryScopes.PARTIES)) {
        mention.entry().country().filter(country -> !bearings.knows(country)).ifPresent(named::add);
      }
    }
    return named;
  }
}
