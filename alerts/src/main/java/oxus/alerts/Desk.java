package oxus.alerts;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import oxus.alerts.access.Keys;
import oxus.alerts.access.Role;
import oxus.alerts.console.Picture;
import oxus.alerts.work.Work;

/**
 * Where people work: what they have done, where it is written, and who may.
 *
 * @param anonymous what those without a key are; empty: nobody comes in without one
 * @param sessions file that keeps who is signed in over a restart; empty: a restart signs all out
 */
record Desk(
    Work work,
    ActionLog log,
    Keys keys,
    Optional<Role> anonymous,
    Optional<String> onceKey,
    InstantSource clock,
    Secrets secrets,
    Optional<SingleSignOn> singleSignOn,
    Optional<Path> sessions) {

  /** What the printed link is called as the opener of a session. */
  static final String LINK = "link";

  /** Without an identity provider, and without a file of sessions. */
  Desk(
      Work work,
      ActionLog log,
      Keys keys,
      Optional<Role> anonymous,
      Optional<String> onceKey,
      InstantSource clock,
      Secrets secrets) {
    this(work, log, keys, anonymous, onceKey, clock, secrets, Optional.empty(), Optional.empty());
  }

  Desk with(SingleSignOn provider) {
    return new Desk(
        work, log, keys, anonymous, onceKey, clock, secrets, Optional.of(provider), sessions);
  }

  Desk keeping(Path file) {
    return new Desk(
        work, log, keys, anonymous, onceKey, clock, secrets, singleSignOn, Optional.of(file));
  }

  /** What lets browsers in besides keys; a link of before counts as long as links are printed. */
  Set<String> otherOpeners() {
    Set<String> openers = new TreeSet<>();
    onceKey.ifPresent(key -> openers.add(LINK));
    singleSignOn.ifPresent(provider -> openers.add(provider.opener()));
    return openers;
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
