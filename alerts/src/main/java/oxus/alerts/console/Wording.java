package oxus.alerts.console;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import oxus.schemas.Contribution;
import oxus.schemas.Coverage;
import oxus.schemas.Figure;
import oxus.schemas.FigureClaim;
import oxus.schemas.Ruling;
import oxus.schemas.ThreatLevel;

/** How the pages put values into words: one form each, whatever the machine's language. */
final class Wording {
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

  private static final int MOST_MARKS = 4;

  private Wording() {}

  /** {@code 2021-06-22 23:59 UTC}. */
  static String time(Instant instant) {
    return MINUTE.format(instant) + " UTC";
  }

  static String time(Optional<Instant> instant) {
    return instant.map(Wording::time).orElse("–");
  }

  static String days(LocalDate from, LocalDate to) {
    return from.equals(to) ? from.toString() : from + " to " + to;
  }

  /** An enumeration's name as ordinary words: {@code BORDER_SEIZURE} is "Border seizure". */
  static String words(Enum<?> value) {
    String words = value.name().replace('_', ' ').toLowerCase(Locale.ROOT);
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }

  static int number(ThreatLevel level) {
    return LevelNumber.of(level);
  }

  /** The style sheet's name for a level. */
  static String style(ThreatLevel level) {
    return "level-" + number(level);
  }

  static String arrow(ThreatLevel from, ThreatLevel to) {
    return from.compareTo(to) < 0 ? "▲" : "▼";
  }

  static String direction(ThreatLevel from, ThreatLevel to) {
    return from.compareTo(to) < 0 ? "up" : "down";
  }

  /** What a ruling did to a report. */
  static String ruled(Ruling ruling) {
    String incident = ruling.getIncident().map(id -> " incident " + plain(id)).orElse("");
    return switch (ruling.getKind()) {
      case REJECT -> "Rejected";
      case RETYPE -> "Retyped" + ruling.getType().map(type -> " as " + words(type)).orElse("");
      case RESCOPE -> "Rescoped to " + plain(String.join(", ", ruling.getScopes()));
      case MERGE -> "Merged into" + incident;
      case SPLIT -> "Split from" + incident;
    };
  }

  /** To two decimals, for a glance. */
  static String glance(long micro) {
    return BigDecimal.valueOf(micro, 6).setScale(2, RoundingMode.HALF_EVEN).toPlainString();
  }

  /** Without zeros that say nothing. */
  static String plainNumber(long micro) {
    return new BigDecimal(exact(micro)).stripTrailingZeros().toPlainString();
  }

  /** To the last digit, so that a reader can redo the sum. */
  static String exact(long micro) {
    return BigDecimal.valueOf(micro, 6).toPlainString();
  }

  static String signed(long micro) {
    return (micro > 0 ? "+" : "") + exact(micro);
  }

  /** Signed, to two decimals. */
  static String signedGlance(long micro) {
    return (micro > 0 ? "+" : "") + glance(micro);
  }

  /** A length of time for a glance: {@code 3 d}, {@code 5 h}, {@code 12 min}. */
  static String length(Duration duration) {
    long minutes = duration.toMinutes();
    if (minutes < 0) {
      return "–";
    }
    if (minutes < 120) {
      return minutes + " min";
    }
    return minutes < 60 * 48 ? minutes / 60 + " h" : minutes / 1440 + " d";
  }

  static String coverageMark(Coverage coverage) {
    return switch (coverage) {
      case NORMAL -> "●";
      case THIN -> "◐";
      case BLIND -> "○";
    };
  }

  static String sources(int sources) {
    return sources == 1 ? "1 source" : sources + " independent sources";
  }

  static String reports(int reports) {
    return reports == 1 ? "1 report" : reports + " reports";
  }

  static String figure(Figure figure) {
    String min = figure.getMin().map(Wording::grouped).orElse("?");
    String max = figure.getMax().map(Wording::grouped).orElse("?");
    String amount =
        switch (figure.getQualifier()) {
          case EXACT -> min;
          case ABOUT -> "about " + (min.equals(max) || max.equals("?") ? min : min + "–" + max);
          case AT_LEAST -> "at least " + min;
          case AT_MOST -> "at most " + max;
          case BETWEEN -> min + "–" + max;
        };
    return amount + " " + figure.getUnit();
  }

  /** What one or more voices claim; both bounds are given where they agree on a number. */
  static String figure(FigureClaim claim) {
    String min = claim.getMin().map(Wording::grouped).orElse("");
    String max = claim.getMax().map(Wording::grouped).orElse("");
    String amount = min.equals(max) ? min : min + "–" + max;
    if (min.isEmpty() || max.isEmpty()) {
      amount = min.isEmpty() ? "at most " + max : "at least " + min;
    }
    return amount + " " + claim.getUnit();
  }

  /** Thousandths: 725 is {@code 72.5 %}. */
  static String percent(int thousandths) {
    return BigDecimal.valueOf(thousandths, 1).stripTrailingZeros().toPlainString() + " %";
  }

  private static String grouped(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /** True for the line that sums up what is not listed. */
  static boolean isRest(Contribution contribution) {
    return contribution.getIncident().equals("rest");
  }

  /** Marks that pile up on one letter are cut: a few are writing, thousands are a nuisance. */
  private static String tamed(String text) {
    StringBuilder kept = new StringBuilder();
    int marks = 0;
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      int c = text.codePointAt(i);
      int type = Character.getType(c);
      boolean isMark = type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
      marks = isMark ? marks + 1 : 0;
      if (marks <= MOST_MARKS) {
        kept.appendCodePoint(c);
      }
    }
    return kept.toString();
  }

  /**
   * Text of others without the characters that could disturb the page around it: controls, and
   * marks that turn the direction of writing.
   */
  static String plain(String text) {
    return tamed(text)
        .codePoints()
        .filter(c -> !Character.isISOControl(c) || c == '\n')
        .filter(c -> (c < 0x202A || c > 0x202E) && (c < 0x2066 || c > 0x2069))
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
