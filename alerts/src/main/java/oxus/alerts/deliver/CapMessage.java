package oxus.alerts.deliver;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import oxus.schemas.ThreatLevel;
import oxus.schemas.ThreatLevelChange;
import oxus.theatre.Position;
import oxus.theatre.Sector;

/** A change of level as a message of the Common Alerting Protocol 1.2 (OASIS). */
public final class CapMessage {
  private static final int HEADLINE = 160;
  private static final int TEXT = 1_000;
  private static final int TOLD = 5;
  private static final Duration ALL_CLEAR = Duration.ofDays(1);
  private static final String ORIENTATION =
      "The area is a picture for orientation, not a statement on legal boundaries.";

  /** CAP wants an offset and refuses Z; minus zero says that the local zone is not meant. */
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss'-00:00'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private final Masthead masthead;
  private final ThreatLevelChange change;
  private final CapChain chain;
  private final XmlText xml = new XmlText();

  private CapMessage(Masthead masthead, ThreatLevelChange change, List<ThreatLevelChange> history) {
    this.masthead = masthead;
    this.change = change;
    this.chain = CapChain.of(change, history);
  }

  /**
   * The message, as XML.
   *
   * @param history the changes of the same sector as far back as they are remembered, oldest first
   */
  public static String of(
      Masthead masthead, ThreatLevelChange change, List<ThreatLevelChange> history) {
    return new CapMessage(masthead, change, history).write();
  }

  private String write() {
    xml.open("alert", "urn:oasis:names:tc:emergency:cap:1.2");
    xml.text("identifier", Token.of(change.getChangeId()));
    xml.text("sender", masthead.sender());
    xml.text("sent", TIME.format(change.getAt()));
    xml.text("status", masthead.exercise() ? "Exercise" : "Actual");
    xml.text("msgType", chain.type().name());
    xml.text("source", "Oxus, from published reports");
    xml.text("scope", "Public");
    if (masthead.exercise()) {
      xml.text("note", "EXERCISE. A replay, drill or test: nothing of this is happening now.");
    }
    if (!chain.earlier().isEmpty()) {
      xml.text(
          "references",
          chain.earlier().stream().map(this::reference).collect(Collectors.joining(" ")));
    }
    info();
    xml.close();
    return xml.document();
  }

  private String reference(ThreatLevelChange earlier) {
    return masthead.sender()
        + ","
        + Token.of(earlier.getChangeId())
        + ","
        + TIME.format(earlier.getAt());
  }

  private void info() {
    CapTerms terms = CapTerms.of(change.getTo());
    xml.open("info");
    xml.text("language", "en");
    xml.text("category", "Security");
    xml.text("event", "Border threat level " + change.getTo());
    xml.text("responseType", terms.responseType());
    xml.text("urgency", terms.urgency());
    xml.text("severity", terms.severity());
    xml.text("certainty", terms.certainty());
    pair("eventCode", "oxus:level", change.getTo().name());
    xml.text("effective", TIME.format(change.getAt()));
    xml.text("expires", TIME.format(expires()));
    xml.text("senderName", PlainText.of("Oxus, " + masthead.theatre().name(), TEXT));
    xml.text("headline", PlainText.of(headline(), HEADLINE));
    xml.text("description", description());
    xml.text(
        "instruction",
        "Read the evidence before acting on it. A level is arithmetic over published text; it may"
            + " be wrong, late or silent.");
    xml.text("web", masthead.page(change.getChangeId()));
    parameters();
    area();
    xml.close();
  }

  /**
   * A level stands until the next message on its sector. It cannot stand longer than this without
   * new reports, by the policy's expiry.
   */
  private Instant expires() {
    return change
        .getAt()
        .plus(
            change.getTo() == ThreatLevel.LOW
                ? ALL_CLEAR
                : masthead.theatre().policy().levels().expiry());
  }

  private String headline() {
    return masthead.marked(
        masthead.sectorName(change.getSector())
            + ": threat level "
            + change.getTo()
            + ", was "
            + change.getFrom());
  }

  private String description() {
    String evidence =
        change.getContributions().stream()
            .limit(TOLD)
            .map(EvidenceText::line)
            .collect(Collectors.joining("\n"));
    return PlainText.of(change.getExplanation(), TEXT)
        + (evidence.isEmpty() ? "" : "\n" + evidence);
  }

  private void parameters() {
    pair("parameter", "oxus:changeId", PlainText.of(change.getChangeId(), TEXT));
    pair("parameter", "oxus:from", change.getFrom().name());
    pair("parameter", "oxus:reason", change.getReason().name());
    pair("parameter", "oxus:score", ChangeJson.decimal(change.getScore()));
    pair("parameter", "oxus:confidence", ChangeJson.decimal(1000L * change.getConfidence()));
    pair("parameter", "oxus:coverage", change.getCoverage().name());
    pair("parameter", "oxus:policy", PlainText.of(change.getPolicy(), TEXT));
    pair("parameter", "oxus:boundaries", ORIENTATION);
  }

  private void pair(String element, String name, String value) {
    xml.open(element);
    xml.text("valueName", name);
    xml.text("value", value);
    xml.close();
  }

  private void area() {
    Optional<Sector> sector =
        masthead.theatre().sectors().stream()
            .filter(known -> known.id().equals(change.getSector()))
            .findFirst();
    xml.open("area");
    xml.text("areaDesc", areaName(sector));
    List<Position> ring = sector.map(SectorArea::around).orElse(List.of());
    if (!ring.isEmpty()) {
      xml.text("polygon", ring.stream().map(CapMessage::point).collect(Collectors.joining(" ")));
    }
    pair("geocode", "oxus:sector", PlainText.of(change.getSector(), TEXT));
    xml.close();
  }

  private String areaName(Optional<Sector> sector) {
    String name = masthead.sectorName(change.getSector());
    return sector
        .map(known -> PlainText.of(name + " (" + known.id() + "): " + known.about(), TEXT))
        .orElse(name);
  }

  /** Latitude first, unlike everywhere else. */
  private static String point(Position position) {
    return degrees(position.latitude()) + "," + degrees(position.longitude());
  }

  private static String degrees(double degrees) {
    return String.format(Locale.ROOT, "%.4f", degrees);
  }
}
