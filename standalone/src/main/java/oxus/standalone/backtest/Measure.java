package oxus.standalone.backtest;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import oxus.schemas.ThreatLevel;

/**
 * One line of the table.
 *
 * @param key its name in machine-readable output
 * @param title its name for people
 * @param target what is aimed at, in words; empty: nothing is
 * @param isMet whether a run reaches it
 */
record Measure(
    String key,
    String title,
    String target,
    Predicate<Scorecard> isMet,
    Function<Scorecard, Figure> figure) {

  /** A number, and how people read it. */
  record Figure(BigDecimal number, String text) {
    static Figure of(Share share) {
      return new Figure(share.percent(), share.toString());
    }

    static Figure of(long count) {
      return new Figure(BigDecimal.valueOf(count), Long.toString(count));
    }
  }

  private static final Set<String> SHARES =
      Set.of("inDay", "inDayBelowSevere", "inTwoDays", "justified", "high");

  static final List<Measure> ALL =
      List.of(
          new Measure(
              "inDay",
              "milestones answered within 24 h",
              "≥ 80 %",
              card -> card.inDay().isAtLeast(80),
              card -> Figure.of(card.inDay())),
          share(
              "inDayBelowSevere",
              "… those at SEVERE or above left out",
              Scorecard::inDayBelowSevere),
          share("inTwoDays", "milestones answered within 48 h", Scorecard::inTwoDays),
          new Measure(
              "leadHours",
              "median lead before knowledge",
              "",
              card -> true,
              card -> new Figure(hours(card), hours(card) + " h")),
          new Measure(
              "justified",
              "rises justified",
              "≥ 50 %",
              card -> card.justified().isAtLeast(50),
              card -> Figure.of(card.justified())),
          share("high", "at SEVERE or above a day after a milestone up", Scorecard::high),
          new Measure(
              "severeDays",
              "sector-days at SEVERE or above",
              "≤ 40 %",
              card -> severe(card).isAtMost(40),
              card -> Figure.of(severe(card))),
          new Measure(
              "quietSevereDays",
              "quiet sector-days at SEVERE or above",
              "≤ 5 %",
              card -> quiet(card).isAtMost(5),
              card -> Figure.of(quiet(card))),
          new Measure(
              "discrimination",
              "discrimination: high when it mattered, less high on all days",
              "",
              card -> true,
              Measure::discrimination),
          days(ThreatLevel.CRITICAL),
          days(ThreatLevel.SEVERE),
          days(ThreatLevel.SUBSTANTIAL),
          days(ThreatLevel.MODERATE),
          days(ThreatLevel.LOW),
          new Measure(
              "changes", "changes", "", card -> true, card -> Figure.of(card.burden().changes())),
          new Measure(
              "worstWeek",
              "changes of a sector in its worst week",
              "≤ 6",
              card -> card.burden().worstWeek() <= 6,
              card -> Figure.of(card.burden().worstWeek())),
          new Measure(
              "worstHour",
              "changes in the worst hour",
              "≤ 6",
              card -> card.burden().worstHour() <= 6,
              card -> Figure.of(card.burden().worstHour())),
          new Measure(
              "chatter",
              "chattering pairs",
              "0",
              card -> card.burden().chatter() == 0,
              card -> Figure.of(card.burden().chatter())));

  private static Measure share(String key, String title, Function<Scorecard, Share> share) {
    return new Measure(key, title, "", card -> true, share.andThen(Figure::of));
  }

  private static Measure days(ThreatLevel level) {
    return share(
        Names.lower(level) + "Days",
        "sector-days at " + level,
        card -> new Share(card.days().at().getOrDefault(level, 0), card.days().all()));
  }

  private static BigDecimal hours(Scorecard card) {
    return BigDecimal.valueOf(card.lead().toHours());
  }

  private static Share severe(Scorecard card) {
    return new Share(card.days().from(ThreatLevel.SEVERE), card.days().all());
  }

  private static Share quiet(Scorecard card) {
    return new Share(card.days().quietSevere(), card.days().quiet());
  }

  /** Peirce's skill score: 100 for one who is high only when it matters, 0 for one who guesses. */
  private static Figure discrimination(Scorecard card) {
    BigDecimal points = card.high().percent().subtract(severe(card).percent());
    return new Figure(points, points + " points");
  }

  /** Whether the figure is a share in per cent: {@code 0.8} then means 80. */
  boolean isShare() {
    return SHARES.contains(key) || key.endsWith("Days");
  }

  /** The figure, marked where a target is missed. */
  String text(Scorecard card) {
    String text = figure.apply(card).text();
    return isMet.test(card) ? text : text + ", missed";
  }
}
