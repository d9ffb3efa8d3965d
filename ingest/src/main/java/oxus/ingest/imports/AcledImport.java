package oxus.ingest.imports;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import oxus.ingest.article.Draft.PublicationTime;
import oxus.ingest.article.PublicationTimes;
import oxus.ingest.imports.Told.Coding;
import oxus.ingest.imports.Told.Grain;
import oxus.ingest.imports.Told.Occurrence;
import oxus.ingest.imports.Told.Party;
import oxus.ingest.imports.Told.PartyKind;
import oxus.ingest.imports.Told.Spot;
import oxus.ingest.imports.Told.Teller;
import oxus.ingest.imports.Told.Toll;
import oxus.schemas.Precision;
import oxus.theatre.Theatre;

/**
 * Events of ACLED, as its export gives them. Each source that a row names is a report. Its notes
 * are ACLED's text and are not carried over.
 */
public final class AcledImport implements TableImport {
  private static final Set<String> STATES =
      Set.of("1", "state forces", "8", "external/other forces");
  private static final Set<String> GROUPS =
      Set.of("2", "rebel group", "rebel groups", "3", "political militia", "4", "identity militia");
  private static final String TAKEN_BY_A_GROUP = "non-state actor overtakes territory";
  private static final String TAKEN_BACK = "government regains territory";
  private static final int MOST_SOURCES = 20;

  private final RowJudge judge;
  private final Theatre theatre;

  public AcledImport(Theatre theatre, Mapping mapping, RowSpan span) {
    this.judge = new RowJudge(theatre, mapping, span);
    this.theatre = theatre;
  }

  @Override
  public Fate read(TableRow row) {
    String id = Cells.filled(row, "event_id_cnty");
    Cells.filled(row, "sub_event_type");
    Occurrence occurrence = occurrence(row);
    boolean isTurned = isTurned(row);
    Told told =
        new Told(
            "acled:" + id,
            Cells.endOf(occurrence.to()),
            occurrence,
            spot(row),
            party(row, isTurned ? "2" : "1"),
            party(row, isTurned ? "1" : "2"),
            tellers(row, id),
            toll(row),
            new Coding("acled", "ACLED", "", "", 1000));
    return judge.judge(told, row).fate();
  }

  /** ACLED's precision: 1 the day, 2 the week around it, 3 the month that it stands for. */
  private static Occurrence occurrence(TableRow row) {
    LocalDate day = date(row);
    return switch (row.cell("time_precision")) {
      case "", "1" -> new Occurrence(day, day, Precision.DAY);
      case "2" -> new Occurrence(day.minusDays(3), day.plusDays(3), Precision.WEEK);
      case "3" ->
          new Occurrence(
              day.withDayOfMonth(1), day.withDayOfMonth(day.lengthOfMonth()), Precision.MONTH);
      default ->
          throw Cells.unreadable(row.cell("time_precision"), "time_precision", "precision 1 to 3");
    };
  }

  private static LocalDate date(TableRow row) {
    String cell = Cells.filled(row, "event_date");
    boolean isDay =
        cell.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]{1,2}[ -][A-Za-z]{3,9}[ -][0-9]{4}");
    return Optional.of(cell.replaceAll("(?<=[A-Za-z])-|-(?=[A-Za-z])", " "))
        .filter(text -> isDay)
        .flatMap(PublicationTimes::dateLine)
        .map(PublicationTime::at)
        .map(at -> LocalDate.ofInstant(at, ZoneOffset.UTC))
        .orElseThrow(
            () -> Cells.unreadable(cell, "event_date", "day, as in 2021-07-05 or 05 July 2021"));
  }

  private static Spot spot(TableRow row) {
    return new Spot(
        row.cell("location"),
        row.cell("admin2"),
        row.cell("admin1"),
        row.cell("country"),
        Cells.position(row, "latitude", "longitude"),
        row.cell("geo_precision").equals("3") ? Grain.AREA : Grain.TOWN,
        List.of());
  }

  /** In a battle ACLED's order of actors says nothing of who took the place; its type does. */
  private static boolean isTurned(TableRow row) {
    String type = row.cell("sub_event_type").toLowerCase(Locale.ROOT);
    PartyKind first = kind(row, "1");
    PartyKind second = kind(row, "2");
    return (type.equals(TAKEN_BY_A_GROUP) && first == PartyKind.STATE && second == PartyKind.GROUP)
        || (type.equals(TAKEN_BACK) && first == PartyKind.GROUP && second == PartyKind.STATE);
  }

  private static PartyKind kind(TableRow row, String number) {
    String inter = row.cell("inter" + number).toLowerCase(Locale.ROOT);
    if (STATES.contains(inter)) {
      return PartyKind.STATE;
    }
    return GROUPS.contains(inter) ? PartyKind.GROUP : PartyKind.UNTOLD;
  }

  private Party party(TableRow row, String number) {
    // "Military Forces of Tajikistan (1994-)": the years are of the government, not of the name.
    String name = row.cell("actor" + number).replaceFirst("\\s*\\([0-9]{4}-[0-9]{0,4}\\).*$", "");
    return new Party(name, country(name), kind(row, number));
  }

  private Optional<String> country(String name) {
    int of = name.lastIndexOf(" of ");
    return of < 0 ? Optional.empty() : new Whereabouts(theatre).country(name.substring(of + 4));
  }

  private static List<Teller> tellers(TableRow row, String id) {
    List<String> names =
        Arrays.stream(Cells.filled(row, "source").split(";", -1))
            .map(String::strip)
            .filter(name -> !name.isEmpty())
            .distinct()
            .limit(MOST_SOURCES)
            .toList();
    if (names.isEmpty()) {
      throw Cells.unreadable(row.cell("source"), "source", "name of a source");
    }
    return IntStream.range(0, names.size())
        .mapToObj(place -> new Teller(names.get(place), "acled:" + id + "/" + (place + 1)))
        .toList();
  }

  private static Optional<Toll> toll(TableRow row) {
    String dead = row.cell("fatalities");
    if (dead.isEmpty() || dead.matches("0+")) {
      return Optional.empty();
    }
    if (!dead.matches("[0-9]{1,9}")) {
      throw Cells.unreadable(dead, "fatalities", "whole number");
    }
    return Optional.of(new Toll(dead, dead, "killed"));
  }
}
