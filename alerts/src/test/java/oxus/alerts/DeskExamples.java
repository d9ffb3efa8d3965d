package oxus.alerts;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.avro.specific.SpecificRecord;
import oxus.alerts.access.Identity;
import oxus.alerts.access.Keys;
import oxus.alerts.access.Role;
import oxus.alerts.work.Request;
import oxus.alerts.work.Verdict;
import oxus.alerts.work.Work;

/** A desk without Kafka: actions are applied at once, and what the judgement would get is kept. */
final class DeskExamples {
  final Work work = new Work();
  final List<SpecificRecord> controls = new CopyOnWriteArrayList<>();
  volatile Instant now = Instant.parse("2026-03-01T03:00:00.123456Z");
  Keys keys = Keys.none();

  DeskExamples() {
    for (Role role : Role.values()) {
      keys = keys.with(key(role), Identity.of(role.word(), role));
    }
    keys = keys.with("second", Identity.of("second", Role.SUPERVISOR)).with("once", local());
  }

  private static Identity local() {
    return Identity.of("local", Role.ADMIN);
  }

  static String key(Role role) {
    return "key-of-" + role.word();
  }

  Desk desk(Optional<Role> anonymous) {
    return new Desk(
        work, this::append, keys, anonymous, Optional.of("once"), () -> now, new Secrets());
  }

  private synchronized CompletionStage<Verdict> append(Request request) {
    Verdict verdict = work.decide(request);
    if (verdict instanceof Verdict.Accepted accepted) {
      work.apply(accepted.action());
      accepted.control().ifPresent(controls::add);
    }
    return CompletableFuture.completedFuture(verdict);
  }
}
