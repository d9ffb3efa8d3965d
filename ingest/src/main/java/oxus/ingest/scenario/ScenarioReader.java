package oxus.ingest.scenario;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
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
import oxus.theatre.Problem;
import oxus.theatre.Source;
import oxus.theatre.Theatre;

/**
 * Reads report-level history: one CSV row is one article's statement about one event (columns:
 * docs/scenarios.md). A row that cannot be read is a problem with its line; the others still come.
 */
public final class ScenarioReader {
  /** What a row's extractor field says: coded by people. */
  private static final String HAND_CODED = "hand-coded";

  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,15}(\\.[0-9]{1,15})?");

  private final Theatre theatre;
  private final Claimants claimants;
  private final String file;

  /**
   * What a file holds.
   *
   * @param events in order of knowledge time, article and id
   * @param problems rows that could not be read
   */
  public record Reading(List<BorderEvent> events, List<Problem> problems) {
    public Reading {
      events = List.copyOf(events);
      problems = List.copyOf(problems);
    }
  }

  /**
   * A reader for one file of a theatre.
   *
   * @param file its name, for messages
   */
  public ScenarioReader(Theatre theatre, String file) {
    this.theatre = theatre;
    this.claimants = new Claimants(theatre);
    this.file = file;
  }

  public Reading read(String csv) {
    List<BorderEvent> events = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    // The parser counts a line when it reads its end, so the last line must have one.
    String unmarked = withoutMark(csv);
    if (unmarked.isBlank()) {
      Problem empty = new Problem(file, 0, "the file is empty", "docs/scenarios.md tells its form");
      return new Reading(List.of(), List.of(empty));
    }
    String text = unmarked.endsWith("\n") ? unmarked : unmarked + "\n";
    try (CSVParser rows = CSVParser.parse(new StringReader(text), format)) {
      if (!rows.getHeaderNames().contains("report_id")) {
        problems.add(
            new Problem(
                file, 1, "no header with column report_id", "docs/scenarios.md tells the columns"));
        return new Reading(List.of(), problems);
      }
      for (CSVRecord row : rows) {
        // The parser counts lines up to the end of the row.
        int line = (int) rows.getCurrentLineNumber();
        try {
          BorderEvent event = event(row);
          if (!ids.add(event.getId())) {
            throw new IllegalArgumentException(
                "id '" + event.getId() + "' is taken by an earlier row");
          }
          events.add(event);
        } catch (IllegalArgumentException | DateTimeException e) {
          problems.add(
              new Problem(
                  file,
                  line,
                  culprit(row, e),
                  "mend the row; docs/scenarios.md tells the columns"));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (UncheckedIOException e) {
      problems.add(new Problem(file, 0, "not CSV: " + e.getMessage(), "mend the quotes"));
    }
    events.sort(ORDER);
    return new Reading(events, problems);
  }

  /** Spreadsheets begin a file with a byte order mark. */
  private static String withoutMark(String csv) {
    return csv.startsWith("\uFEFF") ? csv.substring(1) : csv;
  }

  /** The order in which a replay publishes reports. */
  public static final Comparator<BorderEvent> ORDER =
      Comparator.comparing(BorderEvent::getKnownAt)
          .thenComparing(BorderEvent::getArticleKey)
          .thenComparing(BorderEvent::getId);

  private static String culprit(CSVRecord row, Exception cause) {
    String id = row.size() > 0 ? row.get(0) : "?";
    return "row " + id + ": " + cause.getMessage();
  }

  private BorderEvent event(CSVRecord row) {
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
        1000,
        HAND_CODED,
        null,
        false,
        wire == null ? null : theatre.sources().ofFamily(wire).orElse(null),
        claimants.stake(claimant, Optional.ofNullable(initiator), Optional.ofNullable(target)));
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
    return theatre.gazetteer().resolve(text, scopes).stream().map(ScenarioReader::place).toList();
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

  private static @Nullable Figure figure(CSVRecord row) {
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

  private static String filled(CSVRecord row, String column) {
    String cell = cell(row, column);
    if (cell.isEmpty()) {
      throw new IllegalArgumentException("column '" + column + "' is empty");
    }
    return cell;
  }

  private static String cell(CSVRecord row, String column) {
    if (!row.isSet(column)) {
      throw new IllegalArgumentException("column '" + column + "' is missing");
    }
    return row.get(column).strip();
  }
}
