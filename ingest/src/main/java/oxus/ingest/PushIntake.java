package oxus.ingest;

import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;
import oxus.ingest.intake.ArticleIndex;
import oxus.ingest.intake.ArticleStatus;
import oxus.ingest.intake.RateLimit;
import oxus.schemas.connect.Deployment;
import oxus.theatre.Theatre;

/** Takes articles over HTTP, and tells what became of them; topics must be there. */
public final class PushIntake implements AutoCloseable {
  /** Articles a second for each key, unless one says otherwise. */
  public static final int DEFAULT_RATE = 2_000;

  private static final int REMEMBERED = 20_000;

  private final ArticleIndex index = new ArticleIndex(REMEMBERED);
  private final ArticlePush push;
  private final ArticleFollower follower;
  private final RateLimit rate;
  private final List<FolderIntake> folders = new CopyOnWriteArrayList<>();

  /**
   * @param perSecond articles that one sender may push
   */
  public PushIntake(Deployment deployment, Theatre theatre, int perSecond) {
    this.rate = new RateLimit(perSecond);
    this.push = new ArticlePush(deployment, theatre, index::accepted);
    this.follower = new ArticleFollower(deployment, index);
    follower.start();
  }

  /**
   * Adds the routes to a server.
   *
   * @param caller name of whoever sends a request, once a guard of that server has let it in
   */
  public void mount(Router router, Function<RoutingContext, String> caller) {
    new IntakeRoutes(push, index, rate, caller).mount(router);
  }

  /** The moment at which an article that came now would be known. */
  Instant now() {
    return push.now();
  }

  public void bindTo(MeterRegistry registry) {
    push.bindTo(registry);
  }

  /**
   * Takes in articles that stand one a line, to the end of a stream.
   *
   * @param problems hears of each line that was refused, with field and cure
   * @return how many were accepted
   */
  public int read(InputStream stream, Consumer<String> problems) throws IOException {
    return new ArticleStream(push, (line, receipt) -> receipt.error().ifPresent(problems))
        .read(stream);
  }

  /**
   * Takes in what is dropped into a folder, from now until this is closed.
   *
   * @param notes hears, in words, what became of each file
   * @throws BadInputException when it is no folder
   */
  public void watch(Path folder, Consumer<String> notes) {
    FolderIntake intake = new FolderIntake(folder, push, notes);
    folders.add(intake);
    intake.start();
  }

  /** What became of one article, from the whole of the topics. */
  public static Optional<ArticleStatus> look(Deployment deployment, String articleId) {
    return ArticleFollower.readWhole(deployment, articleId).find(articleId);
  }

  /** Whether it no longer learns what became of articles. */
  public boolean hasFailed() {
    return follower.hasStopped();
  }

  @Override
  public void close() {
    folders.forEach(FolderIntake::close);
    follower.close();
    push.close();
  }
}
