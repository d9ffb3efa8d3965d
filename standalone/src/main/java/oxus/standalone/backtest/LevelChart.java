package oxus.standalone.backtest;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import oxus.schemas.ThreatLevel;
import oxus.standalone.backtest.MilestoneScore.Answer;

/**
 * Draws each sector's level over time with the milestones above it, as SVG. Height, colour (Okabe
 * and Ito's) and word tell the level; fill and stroke tell how a milestone was answered.
 */
public final class LevelChart {
  private static final int LEFT = 150;
  private static final int TOP = 84;
  private static final int WIDTH = 1_160;
  private static final int ROW = 73;
  private static final int STEP = 10;
  private static final int BAND = 5 * STEP;
  private static final int FOOT = 30;

  private final Scorecard card;
  private final Instant start;
  private final Instant end;
  private final Svg svg;

  private LevelChart(Scorecard card, Facts facts) {
    this.card = card;
    this.start = Facts.startOf(facts.first());
    this.end = Facts.startOf(facts.last().plusDays(1));
    this.svg =
        new Svg(
            LEFT + WIDTH + 20,
            bottom() + FOOT,
            "Levels by sector, " + card.run().name(),
            "Answered within 24 hours: " + card.inDay() + ". Justified rises: " + card.justified());
  }

  /** The chart of one run. */
  public static String of(Scorecard card, Facts facts) {
    return new LevelChart(card, facts).draw();
  }

  private String draw() {
    legend();
    months();
    int top = TOP;
    for (LevelHistory history : card.run().histories()) {
      sector(history, top + ROW - 4);
      top += ROW;
    }
    return svg.toString();
  }

  private int bottom() {
    return TOP + card.run().histories().size() * ROW;
  }

  private void legend() {
    int x = LEFT;
    for (ThreatLevel level : ThreatLevel.values()) {
      svg.rectangle(x, 52 - tall(level), 18, tall(level), colour(level));
      svg.text(x + 24, 47, "start", 12, level.name());
      x += 130;
    }
    svg.text(LEFT, 72, "start", 12, "Milestones point the way the level should move:");
    x = LEFT + 310;
    for (Answer answer : Answer.values()) {
      triangle(x, 63, true, answer);
      svg.text(x + 10, 72, "start", 12, words(answer));
      x += 250;
    }
  }

  private static String words(Answer answer) {
    return switch (answer) {
      case RIGHT -> "black: it moved within 24 h";
      case NONE -> "grey: nothing left to move to";
      case WRONG -> "white, crossed out: it did not";
    };
  }

  private static int tall(ThreatLevel level) {
    return switch (level) {
      case LOW -> STEP;
      case MODERATE -> 2 * STEP;
      case SUBSTANTIAL -> 3 * STEP;
      case SEVERE -> 4 * STEP;
      case CRITICAL -> BAND;
    };
  }

  private static String colour(ThreatLevel level) {
    return switch (level) {
      case LOW -> "#009e73";
      case MODERATE -> "#f0e442";
      case SUBSTANTIAL -> "#e69f00";
      case SEVERE -> "#d55e00";
      case CRITICAL -> "#cc79a7";
    };
  }

  private void months() {
    LocalDate month = Facts.day(start).withDayOfMonth(1);
    for (; Facts.startOf(month).isBefore(end); month = month.plusMonths(1)) {
      Instant begins = Facts.startOf(month).isBefore(start) ? start : Facts.startOf(month);
      svg.stroke(
          x(begins), TOP, x(begins), bottom() + 6, "stroke=\"#9aa5b0\" stroke-width=\"0.6\"");
      if (Duration.between(begins, Facts.startOf(month.plusMonths(1))).toDays() > 9) {
        svg.text(x(begins) + 3, bottom() + 18, "start", 12, month.toString().substring(0, 7));
      }
    }
  }

  private void sector(LevelHistory history, int bottom) {
    svg.text(LEFT - 8, bottom - 16, "end", 12, history.sector());
    Instant from = start;
    ThreatLevel level = history.before(start);
    List<Move> moves = new ArrayList<>(history.between(start, end));
    moves.add(new Move(end, level, level));
    for (Move move : moves) {
      stretch(level, x(from), x(move.at()), bottom);
      from = move.at();
      level = move.to();
    }
    svg.stroke(LEFT, bottom, LEFT + WIDTH, bottom, "stroke=\"#14202b\" stroke-width=\"0.6\"");
    card.milestones().stream()
        .filter(score -> score.sector().equals(history.sector()))
        .forEach(score -> milestone(score, bottom));
  }

  private void stretch(ThreatLevel level, double from, double to, int bottom) {
    if (to <= from) {
      return;
    }
    svg.rectangle(from, bottom - tall(level), to - from, tall(level), colour(level));
    if (to - from > 6 * level.name().length() + 4) {
      svg.text(from + 3, bottom - 2, "start", 8.5, level.name());
    }
  }

  private void milestone(MilestoneScore score, int bottom) {
    double x = x(score.milestone().known());
    svg.open(BacktestText.words(score));
    svg.stroke(x, bottom - BAND - 4, x, bottom, "stroke=\"#14202b\" stroke-dasharray=\"2 2\"");
    triangle(x, bottom - BAND - 13, score.isUp(), score.inDay());
    svg.text(x + 8, bottom - BAND - 5, "start", 10, score.milestone().number());
    svg.close();
  }

  private void triangle(double x, double top, boolean isUp, Answer answer) {
    String fill =
        switch (answer) {
          case RIGHT -> Svg.INK;
          case NONE -> "#c3cad1";
          case WRONG -> "#ffffff";
        };
    svg.triangle(x, isUp ? top + 9 : top, isUp ? top : top + 9, fill);
    if (answer == Answer.WRONG) {
      svg.stroke(x - 6, top + 10, x + 6, top - 1, "stroke=\"#14202b\" stroke-width=\"1.5\"");
    }
  }

  private double x(Instant time) {
    double share =
        (double) Duration.between(start, time).toSeconds()
            / Duration.between(start, end).toSeconds();
    return LEFT + Math.min(1, Math.max(0, share)) * WIDTH;
  }
}
