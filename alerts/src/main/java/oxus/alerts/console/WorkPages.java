package oxus.alerts.console;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import oxus.alerts.notify.DeliveryLog;
import oxus.alerts.work.Chain;
import oxus.alerts.work.Load;
import oxus.alerts.work.Silence;
import oxus.alerts.work.Work;
import oxus.schemas.OperatorAction;
import oxus.schemas.ThreatLevel;
import oxus.schemas.ThreatLevelChange;

/** The pages of the shift: work on a change, handover, situation report, audit log, load. */
public final class WorkPages {
  private final Board board;
  private final boolean exercise;
  private final Work work;
  private final Pages pages;

  public WorkPages(Board board, boolean exercise, Work work, Pages pages) {
    this.board = board;
    this.exercise = exercise;
    this.work = work;
    this.pages = pages;
  }

  /** What a change's page shows of the work on it. */
  public WorkView work(ThreatLevelChange change, Hand hand) {
    return new WorkView(change, work.change(change.getChangeId()), hand, board.newest());
  }

  /** What a sector's page shows of the work on it. */
  public SectorWork sector(String sector, Instant at, Hand hand) {
    return new SectorWork(
        sector,
        inForce(at).stream().filter(silence -> silence.sector().equals(sector)).findFirst(),
        work.bounds().stream()
            .filter(bound -> bound.isOpen(at) && bound.ordered().getSector().equals(sector))
            .toList(),
        work.change(sector).notes(),
        hand);
  }

  /** The part of a change's page that a browser asks for again after each action. */
  public String part(WorkView view) {
    return pages.render("work.jte", Map.of("view", view));
  }

  /**
   * The page to sign in.
   *
   * @param provider the identity provider, if there is one
   */
  public String signIn(Optional<String> who, Optional<String> back, Optional<String> provider) {
    return pages.render(
        "signin.jte",
        Map.of(
            "chrome",
            pages.chrome("Sign in"),
            "who",
            who,
            "back",
            back.orElse("/"),
            "provider",
            provider));
  }

  public String handover(Instant at, Hand hand) {
    Picture picture = board.picture();
    List<HandoverLine> open =
        picture.standings().stream()
            .filter(standing -> standing.level() != ThreatLevel.LOW)
            .sorted(Comparator.comparing(Standing::level).thenComparing(Standing::score).reversed())
            .flatMap(standing -> standing.lastChange().stream())
            .map(Posted::change)
            .map(change -> new HandoverLine(change, work.change(change.getChangeId())))
            .toList();
    return pages.render(
        "handover.jte",
        Map.of(
            "chrome",
            pages.chrome("Handover"),
            "view",
            new HandoverView(
                at,
                open,
                inForce(at),
                work.bounds().stream().filter(bound -> bound.isOpen(at)).toList(),
                work.shiftNotes(),
                pages.names(),
                hand)));
  }

  /** The situation in words; the same for page and PDF. */
  public SituationReport situation(Instant at) {
    return new ReportWriter(board.picture(), work, at).write(board.theatre().name(), exercise);
  }

  public String report(Instant at) {
    return pages.render(
        "situation.jte",
        Map.of("chrome", pages.chrome("Situation report"), "report", situation(at)));
  }

  public String audit(List<OperatorAction> page, Optional<Chain.Break> broken) {
    return pages.render(
        "audit.jte",
        Map.of(
            "chrome", pages.chrome("Audit log"),
            "page", page,
            "sequence", work.sequence(),
            "broken", broken.map(found -> found.sequence() + ": " + found.what()).orElse("")));
  }

  public Load figures(Instant at) {
    List<ThreatLevelChange> changes =
        board.picture().changes().stream().map(Posted::change).toList();
    return Load.of(changes, work, at);
  }

  public String load(Instant at) {
    return pages.render(
        "load.jte", Map.of("chrome", pages.chrome("Operator load"), "load", figures(at)));
  }

  public String webhooks(DeliveryLog log, Hand hand) {
    return pages.render(
        "webhooks.jte", Map.of("chrome", pages.chrome("Webhooks"), "log", log, "hand", hand));
  }

  /** Silences that still hold. */
  public List<Silence> inForce(Instant at) {
    return ReportWriter.inForce(board.picture(), work, at);
  }
}
