package oxus.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import oxus.ingest.collect.FeedHours;
import oxus.ingest.collect.FeedList;
import oxus.ingest.collect.FeedMemory;
import oxus.ingest.collect.FeedSource;
import oxus.ingest.collect.FeedState;

/**
 * The feeds that are asked: those that the operator's file lists, which stay, and those that came
 * by API, which are kept in a file of their own and are there again after a restart.
 */
public final class FeedRegister {
  private final List<FeedSource> fixed;
  private final List<FeedSource> added;
  private final Path file;
  private final Map<String, Seen> seen = new LinkedHashMap<>();

  private record Seen(FeedMemory memory, FeedHours hours) {}

  private FeedRegister(List<FeedSource> fixed, List<FeedSource> added, Path file) {
    this.fixed = List.copyOf(fixed);
    this.added = new ArrayList<>(added);
    this.file = file;
  }

  /**
   * With what came by API before.
   *
   * @param fixed the operator's list
   * @param file where feeds that come by API are kept; made with the first one
   * @throws BadInputException when it cannot be read
   */
  public static FeedRegister open(List<FeedSource> fixed, Path file) {
    List<FeedSource> before = Files.exists(file) ? FeedFiles.read(file) : List.of();
    List<FeedSource> added =
        before.stream().filter(feed -> find(fixed, feed.url()).isEmpty()).toList();
    return new FeedRegister(fixed, added, file);
  }

  public synchronized List<FeedSource> all() {
    List<FeedSource> all = new ArrayList<>(fixed);
    all.addAll(added);
    return all;
  }

  /** Adds a feed durably; false: one of this URL is there. */
  synchronized boolean add(FeedSource feed) {
    if (find(all(), feed.url()).isPresent()) {
      return false;
    }
    added.add(feed);
    keep();
    return true;
  }

  boolean isFixed(String url) {
    return find(fixed, url).isPresent();
  }

  /** Takes out a feed that came by API; false: there is none of this URL. */
  synchronized boolean remove(String url) {
    boolean isGone = added.removeIf(feed -> feed.url().equals(url));
    if (isGone) {
      seen.remove(url);
      keep();
    }
    return isGone;
  }

  /** A poll has ended. */
  synchronized void told(FeedSource feed, FeedMemory memory, int articles, Instant at) {
    Seen before = seen.get(feed.url());
    FeedHours hours = before == null ? FeedHours.none() : before.hours();
    seen.put(feed.url(), new Seen(memory, hours.plus(at, articles)));
  }

  synchronized List<FeedState> states(Instant now) {
    List<FeedState> states = new ArrayList<>();
    for (FeedSource feed : all()) {
      Seen last =
          seen.getOrDefault(feed.url(), new Seen(FeedMemory.of(feed, now), FeedHours.none()));
      states.add(
          new FeedState(
              feed,
              isFixed(feed.url()),
              last.memory(),
              last.memory().health(feed, now),
              last.hours()));
    }
    return states;
  }

  private static Optional<FeedSource> find(List<FeedSource> feeds, String url) {
    return feeds.stream().filter(feed -> feed.url().equals(url)).findFirst();
  }

  /** The old file stands until the new one is whole on the disk. */
  private void keep() {
    Path part = file.resolveSibling(file.getFileName() + ".part");
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      try (FileChannel out =
          FileChannel.open(
              part,
              StandardOpenOption.CREATE,
              StandardOpenOption.WRITE,
              StandardOpenOption.TRUNCATE_EXISTING)) {
        ByteBuffer text = ByteBuffer.wrap(FeedList.text(added).getBytes(StandardCharsets.UTF_8));
        while (text.hasRemaining()) {
          out.write(text);
        }
        out.force(true);
      }
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file + ": " + e.getMessage(), e);
    }
  }
}
