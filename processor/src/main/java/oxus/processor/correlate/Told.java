package oxus.processor.correlate;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import oxus.schemas.BorderEvent;
import oxus.schemas.EventType;
import oxus.schemas.Figure;
import oxus.schemas.Incident;
import oxus.schemas.PlaceRef;
import oxus.schemas.Relation;
import oxus.schemas.Reliability;
import oxus.schemas.ReportStatus;

/**
 * A report, and how it bears on the sector. What is asked of reports whenever their incident
 * changes is read once and lies together here, since the report itself is large and spread over the
 * memory.
 */
final class Told {
  /** By knowledge time, so that the first report is the one that came first. */
  static final Comparator<Told> ORDER = Told::compare;

  private final BorderEvent report;
  private final Relation relation;
  private final EventType type;
  private final ReportStatus status;
  private final Reliability standing;
  private final Instant knownAt;
  private final long knownMillis;
  private final long firstDay;
  private final long lastDay;
  private final String desk;
  private final @Nullable String claimant;
  private final boolean isJudged;
  private final boolean isSigned;
  private final long signature;
  private final @Nullable Figure figure;
  private final List<PlaceRef> places;
  private final String source;
  private final long hash;
  private final long mark;

  Told(BorderEvent report, Relation relation) {
    this.report = report;
    this.relation = relation;
    this.type = report.getType();
    this.status = report.getStatus();
    this.standing = Grade.standing(report);
    this.knownAt = report.getKnownAt();
    this.knownMillis = knownAt.toEpochMilli();
    this.firstDay = report.getOccurredFrom().toEpochDay();
    this.lastDay = report.getOccurredTo().toEpochDay();
    this.desk = Voices.desk(report);
    this.claimant = report.getClaimant().orElse(null);
    this.isJudged = isJudged(report);
    Optional<Long> signed = report.getSignature();
    this.isSigned = signed.isPresent();
    this.signature = signed.orElse(0L);
    this.figure = report.getFigure().orElse(null);
    this.places = report.getPlaces();
    this.source = report.getSource();
    this.hash = Archive.hash(report.getId());
    this.mark = Marks.of(report);
  }

  private static int compare(Told one, Told other) {
    int first = Long.compare(one.knownMillis, other.knownMillis);
    if (first == 0) {
      first = one.knownAt.compareTo(other.knownAt);
    }
    return first != 0 ? first : one.report.getId().compareTo(other.report.getId());
  }

  /**
   * What an incident's reports are; states of version 1 say how they bear for all of them at once.
   */
  static List<Told> of(Incident incident) {
    List<BorderEvent> reports = incident.getReports();
    List<Relation> relations = incident.getRelations();
    List<Told> told = new ArrayList<>(reports.size());
    for (int index = 0; index < reports.size(); index++) {
      told.add(
          new Told(
              reports.get(index),
              index < relations.size() ? relations.get(index) : incident.getRelation()));
    }
    return told;
  }

  static List<BorderEvent> reports(List<Told> told) {
    List<BorderEvent> reports = new ArrayList<>(told.size());
    for (Told each : told) {
      reports.add(each.report());
    }
    return List.copyOf(reports);
  }

  BorderEvent report() {
    return report;
  }

  Relation relation() {
    return relation;
  }

  EventType type() {
    return type;
  }

  ReportStatus status() {
    return status;
  }

  boolean isDenial() {
    return status == ReportStatus.DENIED;
  }

  /** What it counts with, see {@link Grade#standing}. */
  Reliability standing() {
    return standing;
  }

  Instant knownAt() {
    return knownAt;
  }

  /** When it was over: the end of the last day on which it may have occurred. */
  Instant over() {
    return Weighing.endOf(lastDay);
  }

  /** How many days it leaves open. */
  long daysOpen() {
    return lastDay - firstDay;
  }

  /** Whose text it is, see {@link Voices#desk}. */
  String desk() {
    return desk;
  }

  /** On whose word alone it rests; null: it has a word of its own. */
  @Nullable String claimant() {
    return claimant;
  }

  /** Whether both are signed and their texts differ in so many bits or fewer. */
  boolean isNearly(Told other, int bits) {
    return isSigned && other.isSigned && Long.bitCount(signature ^ other.signature) <= bits;
  }

  @Nullable Figure figure() {
    return figure;
  }

  List<PlaceRef> places() {
    return places;
  }

  String source() {
    return source;
  }

  /** Of its id, see {@link Archive#hash}. */
  long hash() {
    return hash;
  }

  /** Of what it says happened when, see {@link Marks}. */
  long mark() {
    return mark;
  }

  boolean isJudged() {
    return isJudged;
  }

  static boolean isJudged(BorderEvent report) {
    return report.getReliability() != Reliability.F;
  }

  /** Whether it bears on the sector itself or its border, and is no mere echo of elsewhere. */
  static boolean isNear(Relation relation) {
    return relation == Relation.OWN || relation == Relation.BORDER;
  }
}
