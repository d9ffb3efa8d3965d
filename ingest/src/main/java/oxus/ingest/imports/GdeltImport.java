package oxus.ingest.imports;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import oxus.ingest.imports.Told.Coding;
import oxus.ingest.imports.Told.Grain;
import oxus.ingest.imports.Told.Occurrence;
import oxus.ingest.imports.Told.Party;
import oxus.ingest.imports.Told.PartyKind;
import oxus.ingest.imports.Told.Spot;
import oxus.ingest.imports.Told.Teller;
import oxus.schemas.Precision;
import oxus.theatre.Border;
import oxus.theatre.Source;
import oxus.theatre.Theatre;

/**
 * Events of GDELT 2.0, and its mentions: each further article that mentions an event that was
 * imported is a further report of it. Events must come before their mentions.
 */
public final class GdeltImport implements TableImport {
  private static final Set<String> GROUPS = Set.of("INS", "REB", "SEP", "UAF");
  private static final Set<String> STATES = Set.of("GOV", "MIL", "COP", "SPY");

  /** What studies found of single fields of GDELT: three of four are right. */
  private static final int USUAL_CONFIDENCE = 750;

  private final boolean awaitsMentions;
  private final RowJudge judge;
  private final Map<String, String> countries;
  private final List<Source> sources;
  private final Map<String, RowJudge.Judged> events = new HashMap<>();
  private final Set<String> mentioned = new HashSet<>();

  /**
   * An import.
   *
   * @param awaitsMentions whether mentions may follow; only then events are kept in memory for them
   */
  public GdeltImport(Theatre theatre, Mapping mapping, RowSpan span, boolean awaitsMentions) {
    this.awaitsMentions = awaitsMentions;
    this.judge = new RowJudge(theatre, mapping, span);
    this.sources = theatre.sources().sources();
    this.countries =
        theatre.borders().stream()
            .map(Border::countries)
            .flatMap(List::stream)
            .distinct()
            .collect(Collectors.toMap(GdeltImport::threeLetters, code -> code));
  }

  private static String threeLetters(String code) {
    return new Locale.Builder().setRegion(code).build().getISO3Country();
  }

  @Override
  public Fate read(TableRow row) {
    int width = row.cells().size();
    if (width == Columns.GDELT_EVENTS.size()) {
      return event(row);
    }
    if (width == Columns.GDELT_MENTIONS.size()) {
      return mention(row);
    }
    throw new UnreadableRowException(
        "it has " + width + " cells between tabs; an event has 61, a mention 16");
  }

  /** The columns of a row of so many cells. */
  public static Map<String, Integer> columns(int width) {
    return width == Columns.GDELT_MENTIONS.size() ? Columns.GDELT_MENTIONS : Columns.GDELT_EVENTS;
  }

  private Fate event(TableRow row) {
    String id = id(row);
    String code = Cells.filled(row, "EventCode");
    LocalDate day = Cells.day(row, "Day");
    Instant added = Cells.seconds(row, "DATEADDED");
    String url = Cells.filled(row, "SOURCEURL");
    Told told =
        new Told(
            "gdelt:" + id,
            added,
            new Occurrence(day, day, Precision.DAY),
            spot(row),
            party(row, "Actor1"),
            party(row, "Actor2"),
            List.of(new Teller(publisher(host(url)), url)),
            Optional.empty(),
            new Coding("gdelt-2.0", "CAMEO " + Cells.shown(code), "", "", USUAL_CONFIDENCE));
    RowJudge.Verdict verdict = judge.judge(told, row);
    verdict.judged().filter(event -> awaitsMentions).ifPresent(judged -> events.put(id, judged));
    return verdict.fate();
  }

  private static String id(TableRow row) {
    String id = Cells.filled(row, "GlobalEventID");
    if (!id.matches("[0-9]{1,18}")) {
      throw Cells.unreadable(id, "GlobalEventID", "number of an event");
    }
    return id;
  }

  private Fate mention(TableRow row) {
    String id = id(row);
    Instant at = Cells.seconds(row, "MentionTimeDate");
    String where = Cells.filled(row, "MentionIdentifier");
    int confidence = confidence(row);
    RowJudge.Judged event = events.get(id);
    if (event == null) {
      return Fate.of(Fate.Kind.UNMAPPED, "a mention of an event that was not imported");
    }
    boolean isOwn = event.told().tellers().get(0).url().equals(where);
    if (isOwn || !mentioned.add(id + " " + where)) {
      return Fate.of(Fate.Kind.REPEATED, "an article that has reported the event already");
    }
    boolean isWeb = row.cell("MentionType").equals("1");
    String name = isWeb ? publisher(row.cell("MentionSourceName")) : row.cell("MentionSourceName");
    // A mention's id is made of the article's, so that another order of files gives the same.
    String report = "gdelt:" + id + ":" + Fingerprint.of(where);
    return judge.again(
        event, event.told().by(report, at, new Teller(name, isWeb ? where : report), confidence));
  }

  private static int confidence(TableRow row) {
    String cell = row.cell("Confidence");
    if (!cell.matches("[0-9]|[1-9][0-9]|100")) {
      throw Cells.unreadable(cell, "Confidence", "percentage");
    }
    return Integer.parseInt(cell) * 10;
  }

  private static Spot spot(TableRow row) {
    String full = row.cell("ActionGeo_FullName");
    List<String> parts = List.of(full.split("\\s*,\\s*", -1));
    Grain grain =
        switch (row.cell("ActionGeo_Type")) {
          case "3", "4" -> Grain.TOWN;
          case "2", "5" -> Grain.AREA;
          default -> Grain.COUNTRY;
        };
    return new Spot(
        grain == Grain.COUNTRY ? "" : parts.get(0),
        "",
        parts.size() > 2 ? parts.get(1) : "",
        parts.get(parts.size() - 1),
        Cells.position(row, "ActionGeo_Lat", "ActionGeo_Long"),
        grain,
        List.of());
  }

  private Party party(TableRow row, String actor) {
    String code = row.cell(actor + "CountryCode");
    String type = row.cell(actor + "Type1Code");
    boolean isBare = !code.isEmpty() && row.cell(actor + "Code").equals(code);
    PartyKind kind =
        GROUPS.contains(type)
            ? PartyKind.GROUP
            : STATES.contains(type) || isBare ? PartyKind.STATE : PartyKind.UNTOLD;
    return new Party(row.cell(actor + "Name"), Optional.ofNullable(countries.get(code)), kind);
  }

  private static String host(String url) {
    try {
      String host = new URI(url).getHost();
      return host == null ? url : host.toLowerCase(Locale.ROOT);
    } catch (URISyntaxException e) {
      // GDELT also gives the names of papers and stations here, and addresses with odd letters.
      return url.replaceFirst("^[a-zA-Z]+://", "").replaceFirst("[/?#].*$", "");
    }
  }

  /** The source of a site: the theatre's, when the site or one that it is part of is known. */
  private String publisher(String host) {
    String site = host.startsWith("www.") ? host.substring(4) : host;
    while (site.contains(".")) {
      for (Source source : sources) {
        if (source.domains().contains(site)) {
          return source.name();
        }
      }
      site = site.substring(site.indexOf('.') + 1);
    }
    return host.startsWith("www.") ? host.substring(4) : host;
  }
}
