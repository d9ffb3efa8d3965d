package oxus.ingest.scenario;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import oxus.schemas.BorderEvent;
import oxus.schemas.EventType;
import oxus.schemas.Evidence;
import oxus.schemas.Figure;
import oxus.schemas.PlaceRef;
import oxus.schemas.Precision;
import oxus.schemas.Qualifier;
import oxus.schemas.ReportStatus;
import oxus.theatre.Actor;
import oxus.theatre.Claimants;
import oxus.theatre.Place;
import oxus.theatre.Source;
import oxus.theatre.Theatre;

/** Makes a report of a row's cells, wherever they stand: in CSV or in a line of JSON. */
final class ReportRow {
  /** What a row's extractor field says: coded by people. */
  private static final String HAND_CODED = "hand-coded";

  /** How sure whoever coded it is, in thousandths; people are. */
  private static final Pattern CONFIDENCE = Pattern.compile("[0-9]{1,3}|1000");

  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,15}(\\.[0-9]{1,15})?");

  private final Theatre theatre;
  private final Claimants claimants;

  /** The cells of a row by the names of their columns. */
  interface Cells {
    Optional<String> cell(String column);
  }

  ReportRow(Theatre theatre) {
    this.theatre = theatre;
    this.claimants = new Claimants(theatre);
  }

  /**
   * The report of a row.
   *
   * @throws IllegalArgumentException naming the cell that cannot be used
   * @throws java.time.DateTimeException for a date that is none
   */
  BorderEvent event(Cells row) {
    Instant published = instant(cell(row, "published_at"));
    Source source = theatre.sources().named(cell(row, "source"));
    List<String> scopes = scopes(cell(row, "scope"));
    String url = cell(row, "source_url");
    LocalDate from = LocalDate.parse(cell(row, "occurred_from"));
    LocalDate to = LocalDate.parse(cell(row, "occurred_to"));
    if (to.isBefore(from)) {
      throw new IllegalArgumentException("it ended on " + to + ", before it began on " + from);
    }
    String wire = wire(cell(row, "wire"));
    String initiator = actor(cell(row, "initiator"));
    String target = actor(cell(row, "target"));
    Optional<String> claimant = claimants.sole(cell(row, "attributed_to"));
    return new BorderEvent(
        filled(row, "report_id"),
        url,
        HAND_CODED,
        source.id(),
        cell(row, "source"),
        source.family(),
        wire,
        source.reliability(),
        url,
        "",
        published,
        published,
        choice(EventType.class, cell(row, "type")),
        choice(ReportStatus.class, cell(row, "status")),
        scopes,
        places(cell(row, "place"), scopes),
        cell(row, "place"),
        from,
        to,
        choice(Precision.class, cell(row, "precision").toUpperCase(Locale.ROOT)),
        initiator,
        target,
        figure(row),
        claimant.orElse(null),
        emptyToNull(cell(row, "attributed_to")),
        List.of(new Evidence(cell(row, "headline_own_words"), null, null, false)),
        confidence(row),
        optional(row, "coded_by").orElse(HAND_CODED),
        null,
        false,
        wire == null ? null : theatre.sources().ofFamily(wire).orElse(null),
        claimants.stake(claimant, Optional.ofNullable(initiator), Optional.ofNullable(target)));
  }

  private static int confidence(Cells row) {
    String cell = optional(row, "confidence").orElse("1000");
    if (!CONFIDENCE.matcher(cell).matches()) {
      throw new IllegalArgumentException("'" + cell + "' is no confidence; write 0 to 1000");
    }
    return Integer.parseInt(cell);
  }

  /** A cell of a column that imported history has and coded history may lack. */
  private static Optional<String> optional(Cells row, String column) {
    return row.cell(column).map(String::strip).filter(text -> !text.isEmpty());
  }

  /** A bare date is known at the end of its day. */
  private static Instant instant(String text) {
    return text.length() > 10
        ? Instant.parse(text)
        : LocalDate.parse(text).atTime(23, 59, 59).toInstant(ZoneOffset.UTC);
  }

  private List<String> scopes(String cell) {
    List<String> scopes = Arrays.asList(cell.split("\\|", -1));
    for (String scope : scopes) {
      boolean known =
          scope.equals(theatre.id())
              || theatre.borders().stream().anyMatch(border -> border.id().equals(scope))
              || theatre.sectors().stream().anyMatch(sector -> sector.id().equals(scope));
      if (!known) {
        throw new IllegalArgumentException(
            "scope '" + scope + "' is not in theatre " + theatre.id());
      }
    }
    return scopes;
  }

  /** The agency's family, so that its own page and every reprint are one voice. */
  private @Nullable String wire(String credit) {
    return credit.isEmpty() ? null : theatre.sources().named(credit).family();
  }

  private List<PlaceRef> places(String text, List<String> scopes) {
    return theatre.gazetteer().resolve(text, scopes).stream().map(ReportRow::place).toList();
  }

  private static PlaceRef place(Place place) {
    return new PlaceRef(place.id(), place.name(), place.kind(), place.within().orElse(null));
  }

  private @Nullable String actor(String text) {
    return text.isEmpty() ? null : known(text).orElse(text);
  }

  private Optional<String> known(String text) {
    return theatre.actors().bySpelling(text).stream().map(Actor::id).findFirst();
  }

  private static @Nullable Figure figure(Cells row) {
    Long least = number(cell(row, "quantity_min"));
    Long most = number(cell(row, "quantity_max"));
    if (least == null && most == null) {
      return null;
    }
    return new Figure(
        least, most, qualifier(least, most), cell(row, "unit").toLowerCase(Locale.ROOT));
  }

  private static Qualifier qualifier(@Nullable Long least, @Nullable Long most) {
    if (most == null) {
      return Qualifier.AT_LEAST;
    }
    if (least == null) {
      return Qualifier.AT_MOST;
    }
    return least.equals(most) ? Qualifier.EXACT : Qualifier.BETWEEN;
  }

  private static @Nullable Long number(String cell) {
    if (cell.isEmpty()) {
      return null;
    }
    // a bound on the digits: an exponent can name a number that fills all memory
    if (!NUMBER.matcher(cell).matches()) {
      throw new IllegalArgumentException("'" + cell + "' is no whole number, as in 1037");
    }
    return new BigDecimal(cell).setScale(0, RoundingMode.HALF_UP).longValueExact();
  }

  private static @Nullable String emptyToNull(String text) {
    return text.isEmpty() ? null : text;
  }

  private static <E extends Enum<E>> E choice(Class<E> type, String text) {
    return Arrays.stream(type.getEnumConstants())
        .filter(choice -> choice.name().equals(text))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("'" + text + "' is no " + type.getSimpleName()));
  }

  private static String filled(Cells row, String column) {
    String cell = cell(row, column);
    if (cell.isEmpty()) {
      throw new IllegalArgumentException("column '" + column + "' is empty");
    }
    return cell;
  }

  private static String cell(Cells row, String column) {
    return row.cell(column)
        .orElseThrow(() -> new IllegalArgumentException("column '" + column + "' is missing"))
        .strip();
  }
}
