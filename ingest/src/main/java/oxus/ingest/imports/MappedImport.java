package oxus.ingest.imports;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import oxus.ingest.imports.Told.Coding;
import oxus.ingest.imports.Told.Grain;
import oxus.ingest.imports.Told.Occurrence;
import oxus.ingest.imports.Told.Party;
import oxus.ingest.imports.Told.PartyKind;
import oxus.ingest.imports.Told.Spot;
import oxus.ingest.imports.Told.Teller;
import oxus.ingest.imports.Told.Toll;
import oxus.schemas.Precision;
import oxus.theatre.Border;
import oxus.theatre.Position;
import oxus.theatre.Sector;
import oxus.theatre.Theatre;

/** Rows of any table whose columns a mapping names. */
public final class MappedImport implements TableImport {
  private final Mapping mapping;
  private final RowJudge judge;
  private final Set<String> scopes = new HashSet<>();

  public MappedImport(Theatre theatre, Mapping mapping, RowSpan span) {
    this.mapping = mapping;
    this.judge = new RowJudge(theatre, mapping, span);
    scopes.add(theatre.id());
    theatre.borders().stream().map(Border::id).forEach(scopes::add);
    theatre.sectors().stream().map(Sector::id).forEach(scopes::add);
  }

  @Override
  public Fate read(TableRow row) {
    String id = filled(row, "id");
    Instant known = published(row);
    String url = value(row, "url");
    Told told =
        new Told(
            id,
            known,
            occurrence(row, known),
            spot(row),
            party(row, "initiator"),
            party(row, "target"),
            List.of(new Teller(filled(row, "source"), url.isEmpty() ? "row:" + id : url)),
            toll(row),
            new Coding(
                mapping.name(),
                mapping.name(),
                value(row, "text"),
                value(row, "attributed_to"),
                1000));
    return judge.judge(told, row).fate();
  }

  /** Columns that the mapping names and a header has not. */
  public List<String> missing(Predicate<String> isThere) {
    List<String> named = new ArrayList<>(mapping.fields().values());
    named.addAll(mapping.asked());
    return named.stream().distinct().filter(column -> !isThere.test(Columns.key(column))).toList();
  }

  private String column(String field) {
    return mapping.fields().getOrDefault(field, field);
  }

  private String value(TableRow row, String field) {
    String column = mapping.fields().get(field);
    String cell = column == null ? "" : row.cell(column);
    return cell.isEmpty() ? mapping.constants().getOrDefault(field, "") : cell;
  }

  private String filled(TableRow row, String field) {
    String value = value(row, field);
    if (value.isEmpty()) {
      throw new UnreadableRowException("column " + column(field) + " is empty");
    }
    return value;
  }

  private Instant published(TableRow row) {
    String text = filled(row, "published");
    if (!text.contains("T")) {
      return Cells.endOf(day(text, "published"));
    }
    try {
      return Instant.parse(text);
    } catch (DateTimeException e) {
      throw Cells.unreadable(text, column("published"), "moment, as in 2021-07-05T12:15:00Z");
    }
  }

  private LocalDate day(String text, String field) {
    return Cells.day(
        text,
        column(field),
        mapping.dates().orElse(DateTimeFormatter.ISO_LOCAL_DATE),
        "day as the mapping's dates tell");
  }

  private Occurrence occurrence(TableRow row, Instant known) {
    String from = value(row, "occurred_from");
    String to = value(row, "occurred_to");
    if (from.isEmpty()) {
      LocalDate day = LocalDate.ofInstant(known, ZoneOffset.UTC);
      return new Occurrence(day, day, Precision.UNKNOWN);
    }
    LocalDate first = day(from, "occurred_from");
    LocalDate last = to.isEmpty() ? first : day(to, "occurred_to");
    return new Occurrence(first, last, Precision.DAY);
  }

  private Spot spot(TableRow row) {
    List<String> named =
        Arrays.stream(value(row, "scope").split("\\|", -1)).filter(id -> !id.isEmpty()).toList();
    for (String scope : named) {
      if (!scopes.contains(scope)) {
        throw Cells.unreadable(scope, column("scope"), "scope of the theatre");
      }
    }
    Optional<Position> position =
        mapping.fields().containsKey("latitude") && mapping.fields().containsKey("longitude")
            ? Cells.position(row, column("latitude"), column("longitude"))
            : Optional.empty();
    String place = value(row, "place");
    boolean isArea = place.isEmpty() && position.isEmpty();
    return new Spot(
        place,
        value(row, "district"),
        value(row, "province"),
        value(row, "country"),
        position,
        isArea ? Grain.AREA : Grain.TOWN,
        named);
  }

  private Party party(TableRow row, String field) {
    return new Party(value(row, field), Optional.empty(), PartyKind.UNTOLD);
  }

  private Optional<Toll> toll(TableRow row) {
    String number = value(row, "quantity");
    if (number.isEmpty()) {
      return Optional.empty();
    }
    if (!number.matches("[0-9]{1,9}")) {
      throw Cells.unreadable(number, column("quantity"), "whole number");
    }
    return Optional.of(new Toll(number, number, value(row, "unit")));
  }
}
