package oxus.alerts.work;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import oxus.schemas.OperatorAction;

/**
 * The chain of hashes through the actions: each hash covers its action and the hash before, so that
 * an action altered, removed or put in afterwards breaks it.
 */
public final class Chain {
  /** What the first action has for the hash before it. */
  public static final String START = "0".repeat(64);

  private Chain() {}

  /** Where a chain breaks first. */
  public record Break(long sequence, String what) {}

  /** The hash that an action must carry. */
  public static String hash(OperatorAction action) {
    StringBuilder text = new StringBuilder();
    field(text, "id", action.getId());
    field(text, "sequence", Long.toString(action.getSequence()));
    field(text, "request", action.getRequest());
    field(text, "at", action.getAt().toString());
    field(text, "recordedAt", action.getRecordedAt().toString());
    field(text, "actor", action.getActor());
    field(text, "role", action.getRole());
    field(text, "kind", action.getKind().name());
    field(text, "subject", action.getSubject());
    field(text, "sector", action.getSector());
    field(text, "reason", action.getReason());
    field(text, "assignee", action.getAssignee());
    field(text, "until", action.getUntil());
    field(text, "level", action.getLevel());
    field(text, "floor", action.getFloor());
    field(text, "ceiling", action.getCeiling());
    field(text, "ruling", action.getRuling());
    action.getEvents().forEach(event -> field(text, "event", event));
    field(text, "type", action.getType());
    action.getScopes().forEach(scope -> field(text, "scope", scope));
    field(text, "incident", action.getIncident());
    field(text, "previous", action.getPrevious());
    return sha256(text.toString());
  }

  /** A field that is left out leaves no trace, so that fields added later keep old hashes. */
  private static void field(StringBuilder text, String name, Optional<?> value) {
    value.ifPresent(given -> field(text, name, given.toString()));
  }

  /** The length goes first: no text can pass for the end of its field. */
  private static void field(StringBuilder text, String name, String value) {
    text.append(name).append(' ').append(value.length()).append(' ').append(value).append('\n');
  }

  static String sha256(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /** Why an action cannot follow on what came before it; empty when it can. */
  static Optional<Break> check(long sequence, String previous, OperatorAction action) {
    if (action.getSequence() != sequence + 1) {
      return broken(action, "it follows number " + sequence + ": something is missing or put in");
    }
    if (!action.getPrevious().equals(previous)) {
      return broken(action, "the action before it is not the one that it was written after");
    }
    if (!action.getHash().equals(hash(action))) {
      return broken(action, "its content is not what was written");
    }
    return Optional.empty();
  }

  private static Optional<Break> broken(OperatorAction action, String what) {
    return Optional.of(new Break(action.getSequence(), what));
  }

  /** Checks a stretch of the log, oldest first; its first action is taken to follow rightly. */
  public static Optional<Break> verify(List<OperatorAction> actions) {
    if (actions.isEmpty()) {
      return Optional.empty();
    }
    long sequence = actions.get(0).getSequence() - 1;
    String previous = actions.get(0).getPrevious();
    for (OperatorAction action : actions) {
      Optional<Break> found = check(sequence, previous, action);
      if (found.isPresent()) {
        return found;
      }
      sequence = action.getSequence();
      previous = action.getHash();
    }
    return Optional.empty();
  }
}
