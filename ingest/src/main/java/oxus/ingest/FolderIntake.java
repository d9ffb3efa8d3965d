package oxus.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import oxus.ingest.article.Draft;
import oxus.ingest.collect.NewsItems;
import oxus.ingest.collect.NewsItems.Told;
import oxus.ingest.collect.UnreadableFeedException;
import oxus.ingest.intake.FolderWatch;
import oxus.ingest.intake.FolderWatch.Look;
import oxus.ingest.intake.PushedArticle;
import oxus.ingest.intake.Receipt;
import oxus.theatre.Problem;

/**
 * Takes in what is dropped into a folder. A file that is through is moved to {@code done}; what of
 * it could not be used goes to {@code rejects}, with a file that says why. A file that is met again
 * after a crash is read again, which doubles nothing.
 */
final class FolderIntake implements AutoCloseable {
  static final String DONE = "done";
  static final String REJECTS = "rejects";

  private static final long MOST_NEWS_BYTES = 8_000_000;
  private static final long LOOK_MILLIS = 1_000;

  private final Path folder;
  private final ArticlePush push;
  private final Consumer<String> notes;
  private final FolderWatch watch = new FolderWatch();
  private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();

  /**
   * @param notes hears, in words, what became of each file
   * @throws BadInputException when it is no folder
   */
  FolderIntake(Path folder, ArticlePush push, Consumer<String> notes) {
    if (!Files.isDirectory(folder)) {
      throw new BadInputException(folder + " is no folder; make it, or name another to watch");
    }
    this.folder = folder;
    this.push = push;
    this.notes = notes;
  }

  /** Looks from now on. */
  void start() {
    Future<?> unused =
        timer.scheduleWithFixedDelay(this::look, 0, LOOK_MILLIS, TimeUnit.MILLISECONDS);
  }

  /** Looks once; a file is read when two looks find it unchanged. */
  void look() {
    try {
      for (String name : watch.settled(looks())) {
        take(folder.resolve(name));
      }
    } catch (IOException | UncheckedIOException | IllegalStateException e) {
      // thrown from here it would end the watch for good
      notes.accept(folder + ": " + e.getMessage() + "; looking again");
    }
  }

  private Map<String, Look> looks() throws IOException {
    Map<String, Look> looks = new LinkedHashMap<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        look(file).ifPresent(look -> looks.put(file.getFileName().toString(), look));
      }
    }
    return looks;
  }

  /** Empty for folders and for files that are gone by now. */
  private static Optional<Look> look(Path file) throws IOException {
    try {
      BasicFileAttributes facts = Files.readAttributes(file, BasicFileAttributes.class);
      return facts.isRegularFile()
          ? Optional.of(new Look(facts.size(), facts.lastModifiedTime().toMillis()))
          : Optional.empty();
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  private void take(Path file) throws IOException {
    Optional<Look> before = look(file);
    try (Rejects rejects = new Rejects(folder.resolve(REJECTS), file.getFileName().toString())) {
      int accepted = read(file, rejects);
      if (!look(file).equals(before)) {
        notes.accept(file + " changed while it was read; it is read again when it is quiet");
        rejects.forget();
        return;
      }
      boolean isLost = accepted == 0 && rejects.count() > 0;
      rejects.keep();
      move(file, folder.resolve(isLost ? REJECTS : DONE));
      notes.accept(file + ": " + accepted + " taken in, " + rejects.count() + " refused");
    } catch (NoSuchFileException e) {
      notes.accept(file + " was taken away before it was read");
    } catch (ArticleStream.BehindException e) {
      notes.accept(file + ": " + e.getMessage());
    }
  }

  private int read(Path file, Rejects rejects) throws IOException {
    String name = file.getFileName().toString();
    if (name.endsWith(".txt")) {
      return text(file, rejects);
    }
    if (name.endsWith(".json") || name.endsWith(".xml")) {
      return single(file, rejects);
    }
    try (InputStream stream = Files.newInputStream(file)) {
      return new ArticleStream(push, rejects::line).read(stream);
    }
  }

  private int single(Path file, Rejects rejects) throws IOException {
    if (Files.size(file) > MOST_NEWS_BYTES) {
      rejects.whole("the file is larger than " + MOST_NEWS_BYTES + " bytes");
      return 0;
    }
    byte[] body = Files.readAllBytes(file);
    return NewsItems.areIn(body) ? news(body, rejects) : settle(push.push(0, body).join(), rejects);
  }

  private int news(byte[] body, Rejects rejects) throws IOException {
    int accepted = 0;
    try {
      for (CompletableFuture<Receipt> receipt :
          push.pushNews(
              NewsItems.read(body, Optional.empty(), Told.nothing(), Optional.of(push.now())))) {
        accepted += settle(receipt.join(), rejects);
      }
    } catch (UnreadableFeedException e) {
      rejects.whole(e.fault() + ": " + e.getMessage());
    }
    return accepted;
  }

  private int text(Path file, Rejects rejects) throws IOException {
    if (Files.size(file) > PushedArticle.MOST_BYTES) {
      rejects.whole("the file is larger than " + PushedArticle.MOST_BYTES + " bytes");
      return 0;
    }
    ArticleFiles.Reading reading =
        new ArticleFiles(Optional.empty(), Optional.empty(), Optional.empty()).read(file);
    for (Problem problem : reading.problems()) {
      rejects.whole(problem.toString());
    }
    int accepted = 0;
    for (Draft draft : reading.drafts()) {
      accepted += settle(push.push(0, draft).join(), rejects);
    }
    return accepted;
  }

  private static int settle(Receipt receipt, Rejects rejects) throws IOException {
    if (receipt.isAccepted()) {
      return 1;
    }
    if (receipt.status() == Receipt.UNWRITTEN) {
      throw new ArticleStream.BehindException();
    }
    rejects.whole(receipt.error().orElse("refused"));
    return 0;
  }

  /** A file of the same name may have come before: nothing is written over. */
  private static void move(Path file, Path to) throws IOException {
    Files.createDirectories(to);
    Files.move(file, free(to, file.getFileName().toString()));
  }

  static Path free(Path folder, String name) {
    Path free = folder.resolve(name);
    for (int copy = 2; Files.exists(free); copy++) {
      free = folder.resolve(copy + "-" + name);
    }
    return free;
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
