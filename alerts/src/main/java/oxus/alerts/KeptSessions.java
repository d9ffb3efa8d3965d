package oxus.alerts;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import oxus.alerts.access.Identity;
import oxus.alerts.access.Session;
import oxus.alerts.access.Sessions;

/**
 * The sessions of browsers over a restart: one small file that is replaced as a whole, so that a
 * server that is killed signs nobody out. It holds hashes, so whoever reads it opens no door.
 */
final class KeptSessions {
  private static final Logger LOG = LoggerFactory.getLogger(KeptSessions.class);
  private static final String OWNER_ONLY = "rw-------";

  private final Desk desk;
  private final Sessions sessions = new Sessions();
  private boolean isBehind;

  private KeptSessions(Desk desk) {
    this.desk = desk;
  }

  /** With those of before whose key, link or provider still opens. */
  static KeptSessions load(Desk desk) {
    KeptSessions kept = new KeptSessions(desk);
    desk.sessions().ifPresent(kept::read);
    return kept;
  }

  private void read(Path file) {
    if (!Files.exists(file)) {
      return;
    }
    try {
      List<Session> before =
          Files.readAllLines(file).stream()
              .map(Session::parse)
              .flatMap(Optional::stream)
              .filter(this::stillOpens)
              .toList();
      sessions.restore(before, now());
    } catch (IOException e) {
      LOG.warn(
          "cannot read the sessions in {} ({}); people sign in again", file, e.getMessage(), e);
    }
  }

  private boolean stillOpens(Session session) {
    return desk.keys().has(session.opener(), session.identity())
        || desk.otherOpeners().contains(session.opener());
  }

  Optional<Identity> find(String token) {
    return sessions.find(token, now());
  }

  /** Opens one at once; where it cannot be kept, it lasts until the next restart. */
  Future<Void> open(Vertx vertx, String token, Identity identity, String opener) {
    sessions.open(token, identity, opener, now());
    return save(vertx).otherwiseEmpty();
  }

  /** Ends one; fails where the next start would find it again. */
  Future<Void> close(Vertx vertx, String token) {
    boolean wasOpen = sessions.close(token);
    return wasOpen || isBehind() ? save(vertx) : Future.succeededFuture();
  }

  private synchronized boolean isBehind() {
    return isBehind;
  }

  /** Not on the loop: a slow disk must not hold up those who read. */
  private Future<Void> save(Vertx vertx) {
    return desk.sessions()
        .map(file -> vertx.<Void>executeBlocking(() -> write(file)))
        .orElseGet(Future::succeededFuture);
  }

  /** One at a time, each with what is open by then: the last one leaves the newest. */
  @SuppressWarnings("NullAway") // the result of a task that has none
  private synchronized Void write(Path file) {
    String text =
        sessions.open(now()).stream()
            .map(session -> session.line() + "\n")
            .collect(Collectors.joining());
    try {
      isBehind = true;
      replace(file, text);
      isBehind = false;
      return null;
    } catch (IOException e) {
      LOG.warn(
          "cannot keep the sessions in {}: {}; make room or mend the folder", file, e.toString());
      throw new UncheckedIOException(e);
    }
  }

  private static void replace(Path file, String text) throws IOException {
    Path part = file.resolveSibling(file.getFileName() + ".part");
    Files.createDirectories(file.toAbsolutePath().getParent());
    Files.deleteIfExists(part);
    try (FileChannel channel =
        FileChannel.open(
            part, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), ownerOnly())) {
      ByteBuffer bytes = StandardCharsets.UTF_8.encode(text);
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
    Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
  }

  private static FileAttribute<?>[] ownerOnly() {
    return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(OWNER_ONLY))
        }
        : new FileAttribute<?>[0];
  }

  private Instant now() {
    return desk.clock().instant();
  }
}
