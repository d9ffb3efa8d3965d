package oxus.alerts.console;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import oxus.alerts.work.ActionWords;
import oxus.alerts.work.LevelBound;
import oxus.alerts.work.Silence;
import oxus.alerts.work.Work;
import oxus.schemas.OperatorAction;
import oxus.schemas.SectorAssessment;
import oxus.schemas.ThreatLevel;
import oxus.schemas.ThreatLevelChange;

/** Puts the board and the work into the words of a situation report. */
final class ReportWriter {
  private static final Duration SHIFT = Duration.ofHours(24);

  private final Picture picture;
  private final Work work;
  private final Instant at;

  ReportWriter(Picture picture, Work work, Instant at) {
    this.picture = picture;
    this.work = work;
    this.at = at;
  }

  SituationReport write(String theatre, boolean exercise) {
    return new SituationReport(
        "Situation report, " + theatre,
        Wording.time(at),
        exercise,
        List.of(
            levels(),
            changes(),
            SituationReport.Section.of("Silences", silences(), "No sector is silenced."),
            SituationReport.Section.of("Overrides", overrides(), "No level is overridden."),
            SituationReport.Section.of(
                "Notes of the shift", actions(work.shiftNotes()), "Nobody left a note."),
            SituationReport.Section.of(
                "Rulings on reports", actions(work.rulings()), "No report was ruled on.")));
  }

  private SituationReport.Section levels() {
    List<String> lines =
        picture.standings().stream()
            .sorted(Comparator.comparing(Standing::level).thenComparing(Standing::score).reversed())
            .map(this::line)
            .toList();
    return SituationReport.Section.of("Levels of the sectors", lines, "There is no sector.");
  }

  private String line(Standing standing) {
    ThreatLevel level = standing.level();
    StringBuilder line =
        new StringBuilder(
            LevelNumber.of(level) + " " + level + ": " + name(standing.sector().id()));
    standing.since().ifPresent(since -> line.append(", since ").append(Wording.time(since)));
    standing.assessment().ifPresent(assessment -> line.append(evidence(assessment)));
    standing.lastChange().ifPresent(posted -> line.append(hand(posted.change())));
    return line.toString();
  }

  private static String evidence(SectorAssessment assessment) {
    return ", score now "
        + Wording.glance(assessment.getScore())
        + ", confidence "
        + Wording.percent(assessment.getConfidence())
        + ", coverage "
        + Wording.words(assessment.getCoverage());
  }

  private String hand(ThreatLevelChange change) {
    Optional<String> hand = work.change(change.getChangeId()).hand();
    String who = hand.map(name -> ", in hand: " + Wording.plain(name)).orElse(", not acknowledged");
    return who + ". Why it changed then: " + Wording.plain(change.getExplanation());
  }

  private SituationReport.Section changes() {
    List<String> lines =
        picture.changes().stream()
            .map(Posted::change)
            .filter(change -> change.getAt().isAfter(at.minus(SHIFT)))
            .sorted(Comparator.comparing(ThreatLevelChange::getAt).reversed())
            .map(
                change ->
                    Wording.time(change.getAt())
                        + " "
                        + name(change.getSector())
                        + ": "
                        + change.getFrom()
                        + " to "
                        + change.getTo()
                        + hand(change))
            .toList();
    return SituationReport.Section.of(
        "Changes of the last 24 hours", lines, "No level changed in the last 24 hours.");
  }

  private List<String> silences() {
    return inForce(picture, work, at).stream()
        .map(
            silence ->
                name(silence.sector())
                    + " until "
                    + Wording.time(silence.until())
                    + by(silence.action()))
        .toList();
  }

  private List<String> overrides() {
    List<String> lines = new ArrayList<>();
    for (LevelBound bound : work.bounds()) {
      if (bound.isOpen(at)) {
        String state =
            bound.state() == LevelBound.State.WAITING ? " (waits for a second person)" : "";
        lines.add(
            name(bound.ordered().getSector())
                + ActionWords.bounds(bound.ordered())
                + " until "
                + Wording.time(bound.until())
                + state
                + by(bound.ordered()));
      }
    }
    return lines;
  }

  /** As people call a sector, and its id. */
  private String name(String sector) {
    String id = Wording.plain(sector);
    return picture
        .standing(sector)
        .map(standing -> Wording.plain(standing.sector().name()) + " (" + id + ")")
        .orElse(id);
  }

  private static String by(OperatorAction action) {
    return ", by " + action.getActor() + ": " + Wording.plain(action.getReason());
  }

  private static List<String> actions(List<OperatorAction> actions) {
    return actions.stream()
        .map(
            action ->
                Wording.time(action.getAt())
                    + " "
                    + action.getActor()
                    + ": "
                    + Wording.plain(ActionWords.of(action)))
        .toList();
  }

  /** Silences that still hold: their time is not over, and no rise has ended them. */
  static List<Silence> inForce(Picture picture, Work work, Instant at) {
    return work.silences().stream()
        .filter(silence -> silence.isInForce(at, newestRise(picture, silence.sector())))
        .toList();
  }

  static Optional<ThreatLevelChange> newestRise(Picture picture, String sector) {
    return picture.changes().stream()
        .map(Posted::change)
        .filter(change -> change.getSector().equals(sector))
        .filter(change -> change.getTo().compareTo(change.getFrom()) > 0)
        .max(Comparator.comparing(ThreatLevelChange::getAt));
  }
}
