package oxus.alerts.console;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import oxus.schemas.ThreatLevel;
import oxus.theatre.Policy;

/** Renders each page from the board. Templates are compiled with the module, none at run time. */
public final class Pages {
  private final Board board;
  private final boolean exercise;
  private final AssetLinks assets;
  private final TheatreMap map;
  private final TemplateEngine templates =
      TemplateEngine.createPrecompiled(
          null, ContentType.Html, Pages.class.getClassLoader(), Pages.class.getPackageName());

  public Pages(Board board, boolean exercise, AssetLinks assets) {
    this.board = board;
    this.exercise = exercise;
    this.assets = assets;
    this.map = TheatreMap.of(board.theatre());
  }

  public List<String> sectorIds() {
    return board.picture().standings().stream().map(standing -> standing.sector().id()).toList();
  }

  public String front(Filter filter) {
    Picture picture = board.picture();
    return render(
        "front.jte",
        Map.of("chrome", chrome("Threat levels", picture, true), "view", view(picture, filter)));
  }

  /** The part of the first page that a browser asks for again after each change. */
  public String board(Filter filter) {
    return render("board.jte", Map.of("view", view(board.picture(), filter)));
  }

  private BoardView view(Picture picture, Filter filter) {
    return BoardView.of(picture, filter, names(picture), map);
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
            "chrome",
            chrome("Change " + id, picture, false),
            "names",
            names(picture),
            "posted",
            posted,
            "work",
            work));
  }

  /** Empty when there is no such sector. */
  public Optional<String> sector(String id) {
    return sector(id, Optional.empty());
  }

  /** With what people did about it. */
  public Optional<String> sector(String id, Optional<SectorWork> work) {
    Picture picture = board.picture();
    return picture.standing(id).map(standing -> sector(standing, picture, work));
  }

  private String sector(Standing standing, Picture picture, Optional<SectorWork> work) {
    String id = standing.sector().id();
    List<Posted> history =
        picture.changes().stream()
            .filter(posted -> posted.change().getSector().equals(id))
            .toList();
    LevelChart chart =
        LevelChart.of(history, board.trail(id), thresholds(standing), picture.knownAt());
    return render(
        "sector.jte",
        Map.of(
            "chrome",
            chrome(standing.sector().name(), picture, false),
            "names",
            names(picture),
            "work",
            work,
            "view",
            new SectorView(standing, history, chart)));
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
            "chrome", chrome("Error " + status, board.picture(), false),
            "status", status,
            "message", message));
  }

  private Names names(Picture picture) {
    return Names.of(picture, board.theatre().sources());
  }

  private Chrome chrome(String title, Picture picture, boolean live) {
    return new Chrome(
        title, board.theatre().name(), exercise, live, picture.newest(), picture.knownAt(), assets);
  }

  /** What stands around a page that does not follow the stream. */
  Chrome chrome(String title) {
    return chrome(title, board.picture(), false);
  }

  String render(String template, Map<String, Object> parameters) {
    StringOutput page = new StringOutput();
    templates.render(template, parameters, page);
    return page.toString();
  }
}
