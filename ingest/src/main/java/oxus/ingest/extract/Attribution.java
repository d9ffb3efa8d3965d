package oxus.ingest.extract;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who says so.
 *
 * @param words in the text's words
 * @param claimant actor id, when the theatre knows who it is
 */
record Attribution(String words, Optional<String> claimant) {
  private static final long SPEAKERS =
      Kind.mask(
          List.of(
              Kind.GOVERNMENT,
              Kind.LEADER,
              Kind.FIGHTERS,
              Kind.ALLIANCE,
              Kind.TROOPS,
              Kind.ANALYST));
  private static final int REACH = 7;

  /** The speaker nearest to a verb of saying, or behind "according to". */
  static Optional<Attribution> of(Reading reading, String text) {
    for (Mention saying : reading.mentions()) {
      if (saying.is(Kind.SAYING)) {
        Mention speaker = speaker(reading, saying);
        if (speaker != null) {
          return Optional.of(at(reading, speaker, text));
        }
      }
    }
    return Optional.empty();
  }

  private static @Nullable Mention speaker(Reading reading, Mention saying) {
    Mention best = null;
    int nearest = REACH;
    for (Mention mention : reading.mentions()) {
      if (mention.sameSpot(saying) || !mention.is(SPEAKERS)) {
        continue;
      }
      boolean before = mention.to() <= saying.from();
      int distance = before ? saying.from() - mention.to() : mention.from() - saying.to();
      boolean accordingTo = reading.sentence().is(saying.to() - 1, "to");
      if (distance < nearest && before != accordingTo) {
        nearest = distance;
        best = mention;
      }
    }
    return best;
  }

  private static Attribution at(Reading reading, Mention speaker, String text) {
    int from = speaker.from();
    int to = speaker.to();
    Mention before = from > 0 ? reading.at(from - 1) : null;
    Optional<String> actor = speaker.entry().actor().map(known -> known.id());
    if (before != null && before.is(SPEAKERS | Kind.NATIONAL.bit())) {
      from = before.from();
      actor = actor.or(() -> before.entry().actor().map(known -> known.id()));
    }
    Mention after = reading.at(Math.min(to, reading.sentence().size() - 1));
    if (after != null && after.from() == to && after.is(SPEAKERS)) {
      to = after.to();
    }
    int start = reading.sentence().token(from).start();
    int end = reading.sentence().token(to - 1).end();
    return new Attribution(text.substring(start, end), actor);
  }
}
