package oxus.alerts.console;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import oxus.alerts.work.Work;
import oxus.schemas.ThreatLevel;
import oxus.schemas.ThreatLevelChange;
import oxus.theatre.Policy;

/** Renders each page from the board. Templates are compiled with the module, none at run time. */
public final class Pages {
  private final Board board;
  private final boolean exercise;
  private final AssetLinks assets;
  private final Supplier<Optional<String>> trouble;
  private final Work work;
  private final TheatreMap map;
  private final TemplateEngine templates =
      TemplateEngine.createPrecompiled(
          null, ContentType.Html, Pages.class.getClassLoader(), Pages.class.getPackageName());

  /**
   * Pages of a board.
   *
   * @param trouble what is wrong with the data right now, in words for people
   * @param work what people did about changes
   */
  public Pages(
      Board board,
      boolean exercise,
      AssetLinks assets,
      Supplier<Optional<String>> trouble,
      Work work) {
    this.board = board;
    this.exercise = exercise;
    this.assets = assets;
    this.trouble = trouble;
    this.work = work;
    this.map = TheatreMap.of(board.theatre());
  }

  public List<String> sectorIds() {
    return board.picture().standings().stream().map(standing -> standing.sector().id()).toList();
  }

  /** As it is, or as it was known at the filter's moment. */
  public String front(Filter filter) {
    return front(filter, new AsOf(filter.at(), Optional.empty()));
  }

  /** With what the link asked for, when that is another moment than the filter's. */
  public String front(Filter filter, AsOf asOf) {
    Picture picture = filter.at().map(board::picture).orElseGet(board::picture);
    TimeTravel travel = TimeTravel.of("/", board.period(), filter.at(), board.picture().changes());
    return render(
        "front.jte",
        Map.of(
            "chrome", chrome("Threat levels", picture, filter.at().isEmpty(), asOf),
            "travel", travel,
            "view", view(picture, filter)));
  }

  /** The part of the first page that a browser asks for again after each change. */
  public String board(Filter filter) {
    return render("board.jte", Map.of("view", view(board.picture(), filter)));
  }

  private BoardView view(Picture picture, Filter filter) {
    return BoardView.of(picture, filter, names(picture), map, work);
  }

  public String change(Posted posted) {
    return change(posted, Optional.empty());
  }

  /** With what people did about it. */
  public String change(Posted posted, Optional<WorkView> work) {
    Picture picture = board.picture();
    String id = posted.change().getChangeId();
    return render(
        "change.jte",
        Map.of(
            "chrome", chrome("Change " + id, picture),
            "names", names(picture),
            "view", changeView(posted, picture),
            "work", work));
  }

  private ChangeView changeView(Posted posted, Picture picture) {
    ThreatLevelChange change = posted.change();
    return ChangeView.of(
        posted,
        history(change.getSector(), picture),
        Fading.of(
            change.getContributions(),
            change.getAt(),
            change.getOutlook(),
            change.getPolicy(),
            board.theatre().policy()),
        board);
  }

  private static List<Posted> history(String sector, Picture picture) {
    return picture.changes().stream()
        .filter(posted -> posted.change().getSector().equals(sector))
        .toList();
  }

  /** Who is heard, and which sectors are seen. */
  public String sources() {
    return sources(List.of());
  }

  /** With the feeds that are asked. */
  public String sources(List<FeedLine> feeds) {
    Picture picture = board.picture();
    return render(
        "sources.jte",
        Map.of(
            "chrome", chrome("Sources and coverage", picture),
            "names", names(picture),
            "view",
                SourcesView.of(
                    picture, board.sources().healths(), board.theatre().borders(), feeds)));
  }

  /** Empty when there is no such sector. */
  public Optional<String> sector(String id) {
    return sector(id, Optional.empty());
  }

  /** As it is, or as it was known at a moment; empty when there is no such sector. */
  public Optional<String> sector(String id, Optional<Instant> at) {
    return sector(id, new AsOf(at, Optional.empty()), Optional.empty());
  }

  /** With what people did about it. */
  public Optional<String> sector(String id, AsOf asOf, Optional<SectorWork> work) {
    Picture picture = asOf.at().map(board::picture).orElseGet(board::picture);
    return picture.standing(id).map(standing -> sector(standing, picture, asOf, work));
  }

  private String sector(Standing standing, Picture picture, AsOf asOf, Optional<SectorWork> work) {
    String id = standing.sector().id();
    Optional<Instant> at = asOf.at();
    List<Posted> history = history(id, picture);
    Optional<Fading> fading =
        standing
            .assessment()
            .flatMap(
                assessment ->
                    Fading.of(
                        assessment.getContributions(),
                        assessment.getAt(),
                        assessment.getOutlook(),
                        assessment.getPolicy(),
                        board.theatre().policy()));
    return render(
        "sector.jte",
        Map.of(
            "chrome", chrome(standing.sector().name(), picture, false, asOf),
            "names", names(picture),
            "work", work,
            "travel",
                TimeTravel.of(Links.sector(id), board.period(), at, history(id, board.picture())),
            "view",
                new SectorView(
                    standing, history, chart(standing, history, picture, at), fading, at)));
  }

  private LevelChart chart(
      Standing standing, List<Posted> history, Picture picture, Optional<Instant> at) {
    String id = standing.sector().id();
    List<ScorePoint> trail =
        board.trail(id).stream()
            .filter(point -> at.isEmpty() || !point.at().isAfter(at.get()))
            .toList();
    List<Happening> happenings =
        board.happenings(id).stream()
            .filter(happening -> at.isEmpty() || !happening.knownAt().isAfter(at.get()))
            .toList();
    return LevelChart.of(history, trail, thresholds(standing), happenings, picture.knownAt());
  }

  /** Empty when the sector was judged by another policy than the theatre's own. */
  private Map<ThreatLevel, Long> thresholds(Standing standing) {
    Policy policy = board.theatre().policy();
    boolean isOwn =
        standing.assessment().filter(a -> a.getPolicy().equals(policy.version())).isPresent();
    return isOwn ? policy.levels().up() : Map.of();
  }

  public String problem(int status, String message) {
    return render(
        "problem.jte",
        Map.of(
            "chrome", chrome("Error " + status, board.picture()),
            "status", status,
            "message", message));
  }

  Names names() {
    return names(board.picture());
  }

  private Names names(Picture picture) {
    return Names.of(picture, board.theatre().sources());
  }

  private Chrome chrome(String title, Picture picture) {
    return chrome(title, picture, false, AsOf.NOW);
  }

  private Chrome chrome(String title, Picture picture, boolean live, AsOf asOf) {
    return new Chrome(
        title,
        board.theatre().name(),
        exercise,
        live,
        picture.newest(),
        picture.knownAt(),
        asOf.at(),
        asOf.asked(),
        trouble.get(),
        picture.standings().stream().map(Standing::sector).toList(),
        assets);
  }

  /** What stands around a page that does not follow the stream. */
  Chrome chrome(String title) {
    return chrome(title, board.picture());
  }

  String render(String template, Map<String, Object> parameters) {
    StringOutput page = new StringOutput();
    templates.render(template, parameters, page);
    return page.toString();
  }
}
