package oxus.ingest.imports;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import oxus.ingest.imports.Sides.Side;
import oxus.ingest.imports.Told.Occurrence;
import oxus.ingest.imports.Told.Teller;
import oxus.ingest.imports.Whereabouts.Where;
import oxus.schemas.EventType;
import oxus.schemas.PlaceKind;
import oxus.theatre.Border;
import oxus.theatre.Theatre;

/**
 * Decides what becomes of what a row tells: where it bears, which type it is, and the reports that
 * follow. Nothing is guessed; what no rule speaks of is left out with its reason.
 */
final class RowJudge {
  private static final Instant FIRST = Instant.parse("1979-01-01T00:00:00Z");
  private static final Instant LAST = Instant.parse("2100-01-01T00:00:00Z");
  private static final Duration HISTORY = Duration.ofDays(366);
  private static final Set<PlaceKind> CROSSINGS = Set.of(PlaceKind.CROSSING, PlaceKind.POST);

  private final Mapping mapping;
  private final RowSpan span;
  private final Whereabouts whereabouts;
  private final Sides sides;
  private final Set<String> taken = new HashSet<>();

  RowJudge(Theatre theatre, Mapping mapping, RowSpan span) {
    this.mapping = mapping;
    this.span = span;
    this.whereabouts = new Whereabouts(theatre);
    this.sides = new Sides(theatre);
  }

  /** What is imported of a row, so that it can be told again by another teller. */
  record Judged(Told told, Where where, TypeRule rule, EventType type) {}

  /** Either what a row means, or why it is left out. */
  record Verdict(Optional<Judged> judged, Fate fate) {}

  Verdict judge(Told told, TableRow row) {
    mustBePlausible(told);
    if (!span.holds(told.known())) {
      return left(Fate.Kind.OUTSIDE, "outside the time asked for");
    }
    Where where = whereabouts.of(told.spot());
    Side side = sides.of(told.initiator(), where, told.occurrence().from());
    Optional<TypeRule> rule = mapping.ruleFor(column -> cell(row, column, side));
    boolean byParties = rule.filter(TypeRule::byParties).isPresent();
    if (!byParties && where.scopes().isEmpty()) {
      return left(Fate.Kind.OUTSIDE, where.reason());
    }
    Optional<Border> between =
        byParties ? sides.between(told.initiator(), told.target()) : Optional.empty();
    if (byParties && between.isEmpty()) {
      return left(Fate.Kind.OUTSIDE, "between parties who share no border of the theatre");
    }
    return judge(told, between.map(RowJudge::along).orElse(where), rule, row);
  }

  private Verdict judge(Told told, Where where, Optional<TypeRule> rule, TableRow row) {
    if (rule.isEmpty()) {
      return left(Fate.Kind.UNMAPPED, "no rule for " + asked(row));
    }
    if (rule.get().type().isEmpty()) {
      return left(Fate.Kind.UNMAPPED, rule.get().means());
    }
    if (isHistory(told)) {
      return left(Fate.Kind.UNMAPPED, "history: over a year before it was told");
    }
    if (!taken.add(told.id())) {
      return left(Fate.Kind.REPEATED, "an earlier row has the same id");
    }
    boolean isCrossing = where.kind().filter(CROSSINGS::contains).isPresent();
    EventType type = rule.get().type().get();
    Judged judged =
        new Judged(
            told, where, rule.get(), isCrossing ? rule.get().atCrossing().orElse(type) : type);
    return new Verdict(Optional.of(judged), Fate.imported(reports(judged)));
  }

  /** What was imported, told by another. */
  Fate again(Judged event, Told told) {
    mustBePlausible(told);
    if (!span.holds(told.known())) {
      return Fate.of(Fate.Kind.OUTSIDE, "outside the time asked for");
    }
    return Fate.imported(reports(new Judged(told, event.where(), event.rule(), event.type())));
  }

  private static Verdict left(Fate.Kind kind, String reason) {
    return new Verdict(Optional.empty(), Fate.of(kind, reason));
  }

  private static Where along(Border border) {
    return new Where(List.of(border.id()), "", Optional.empty(), Optional.empty(), "");
  }

  private static String cell(TableRow row, String column, Side side) {
    return column.equals(Mapping.SIDE) ? side.name().toLowerCase(Locale.ROOT) : row.cell(column);
  }

  private String asked(TableRow row) {
    return mapping.askedFirst().stream()
        .map(column -> column + " '" + Cells.shown(row.cell(column)) + "'")
        .collect(Collectors.joining(", "));
  }

  /** One report for each who tells it; the first has the row's own id. */
  private static List<String> reports(Judged judged) {
    List<String> reports = new ArrayList<>();
    for (Teller teller : judged.told().tellers()) {
      String id = judged.told().id();
      reports.add(
          ReportLine.of(judged, reports.isEmpty() ? id : id + "#" + (reports.size() + 1), teller));
    }
    return reports;
  }

  private static void mustBePlausible(Told told) {
    Occurrence occurrence = told.occurrence();
    if (told.known().isBefore(FIRST) || told.known().isAfter(LAST)) {
      throw new UnreadableRowException(
          "it was told at " + told.known() + ", which cannot be; the years 1979 to 2099 can");
    }
    if (occurrence.to().isBefore(occurrence.from())) {
      throw new UnreadableRowException(
          "it ended on " + occurrence.to() + ", before it began on " + occurrence.from());
    }
    // One day more than UTC has: it may be tomorrow where it happened.
    LocalDate latest = LocalDate.ofInstant(told.known(), ZoneOffset.UTC).plusDays(1);
    if (occurrence.from().isAfter(latest)) {
      throw new UnreadableRowException(
          "it happened on " + occurrence.from() + ", after it was told at " + told.known());
    }
  }

  private static boolean isHistory(Told told) {
    return told.occurrence()
        .to()
        .isBefore(LocalDate.ofInstant(told.known().minus(HISTORY), ZoneOffset.UTC));
  }
}
