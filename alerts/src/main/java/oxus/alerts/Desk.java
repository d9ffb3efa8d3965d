package oxus.alerts;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import oxus.alerts.access.Keys;
import oxus.alerts.access.Role;
import oxus.alerts.console.Picture;
import oxus.alerts.work.Work;

/**
 * Where people work: what they have done, where it is written, and who may.
 *
 * @param anonymous what those without a key are; empty: nobody comes in without one
 */
record Desk(
    Work work,
    ActionLog log,
    Keys keys,
    Optional<Role> anonymous,
    Optional<String> onceKey,
    InstantSource clock,
    Secrets secrets,
    Optional<SingleSignOn> singleSignOn) {

  /** Without an identity provider. */
  Desk(
      Work work,
      ActionLog log,
      Keys keys,
      Optional<Role> anonymous,
      Optional<String> onceKey,
      InstantSource clock,
      Secrets secrets) {
    this(work, log, keys, anonymous, onceKey, clock, secrets, Optional.empty());
  }

  /** For reading only: nothing can be written. */
  static Desk readOnly() {
    return new Desk(
        new Work(),
        request ->
            CompletableFuture.failedFuture(
                new IllegalStateException("this server has no log of actions")),
        Keys.none(),
        Optional.of(Role.VIEWER),
        Optional.empty(),
        () -> Instant.EPOCH,
        new Secrets());
  }

  /** Knowledge time: an exercise lives in the time that its replay has come to. */
  Instant now(Picture picture, boolean exercise) {
    return exercise ? picture.knownAt().orElseGet(clock::instant) : clock.instant();
  }
}
