package oxus.ingest.extract;

import java.util.Optional;

/**
 * Who and what a trigger applies to.
 *
 * @param passive true when the trigger stands in the passive
 * @param score how well they fit: nearer is better
 */
record Arguments(Optional<Mention> subject, Optional<Mention> object, boolean passive, int score)
    implements Fit {

  Arguments scored(int more) {
    return new Arguments(subject, object, passive, score + more);
  }
}
