package oxus.alerts.console;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import oxus.alerts.history.Archive;
import oxus.alerts.history.AsKnown;
import oxus.schemas.SectorAssessment;
import oxus.schemas.ThreatLevelChange;
import oxus.theatre.Sector;
import oxus.theatre.Theatre;

/**
 * The current picture of the theatre, kept in memory: one thread posts what the topics bring, any
 * thread reads. It remembers a bounded number of changes; what it forgets stays in the topic.
 */
public final class Board {
  private static final int REMEMBERED_CHANGES = 10_000;
  private static final Duration DAY = Duration.ofDays(1);

  private final Theatre theatre;
  private final int remembered;
  private final TreeMap<Long, ThreatLevelChange> changes = new TreeMap<>();
  private final Map<String, Long> offsets = new HashMap<>();
  private final Map<String, Posted> lastChanges = new HashMap<>();
  private final Map<String, SectorAssessment> assessments = new HashMap<>();
  private final Map<String, Trail> trails = new HashMap<>();
  private final Map<String, Happenings> happenings = new HashMap<>();
  private final SourceLedger sources = new SourceLedger();
  private final ReportRegister reports = new ReportRegister();
  private final Archive archive;
  private final ArticleTexts articles;
  private final Map<String, Sector> sectors = new LinkedHashMap<>();
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
  private long newest = -1;
  private long forgotten = -1;
  private Optional<Instant> knownAt = Optional.empty();
  private Optional<Instant> firstKnownAt = Optional.empty();

  /** A board that knows the present only. */
  public Board(Theatre theatre) {
    this(theatre, REMEMBERED_CHANGES, Archive.NONE, ArticleTexts.NONE);
  }

  /**
   * A board that can also look things up.
   *
   * @param archive what was known at any past moment
   * @param articles the texts that quotes come from
   */
  public Board(Theatre theatre, Archive archive, ArticleTexts articles) {
    this(theatre, REMEMBERED_CHANGES, archive, articles);
  }

  Board(Theatre theatre, int remembered, Archive archive, ArticleTexts articles) {
    this.theatre = theatre;
    this.remembered = remembered;
    this.archive = archive;
    this.articles = articles;
    for (Sector sector : theatre.sectors()) {
      sectors.put(sector.id(), sector);
    }
  }

  public Theatre theatre() {
    return theatre;
  }

  /** Posts a change; a repeat (an offset or an id that was posted before) changes nothing. */
  public void change(long offset, ThreatLevelChange change) {
    if (post(offset, change)) {
      listeners.forEach(Runnable::run);
    }
  }

  private synchronized boolean post(long offset, ThreatLevelChange change) {
    if (offset <= newest || offsets.containsKey(change.getChangeId())) {
      return false;
    }
    newest = offset;
    changes.put(offset, change);
    offsets.put(change.getChangeId(), offset);
    lastChanges.put(change.getSector(), new Posted(offset, change));
    know(change.getSector(), change.getAt());
    if (changes.size() > remembered) {
      Map.Entry<Long, ThreatLevelChange> oldest = changes.pollFirstEntry();
      forgotten = oldest.getKey();
      offsets.remove(oldest.getValue().getChangeId());
    }
    return true;
  }

  /** Posts an assessment; one that is older than the sector's latest changes nothing. */
  public synchronized void assessment(SectorAssessment assessment) {
    SectorAssessment latest = assessments.get(assessment.getSector());
    if (latest != null && latest.getSequence() >= assessment.getSequence()) {
      return;
    }
    assessments.put(assessment.getSector(), assessment);
    trails
        .computeIfAbsent(assessment.getSector(), sector -> new Trail())
        .add(new ScorePoint(assessment.getAt(), assessment.getScore()));
    happenings.computeIfAbsent(assessment.getSector(), sector -> new Happenings()).add(assessment);
    know(assessment.getSector(), assessment.getAt());
  }

  /** A sector that the theatre does not have is shown all the same: nothing disappears. */
  private void know(String sector, Instant at) {
    sectors.computeIfAbsent(sector, Board::stranger);
    if (knownAt.isEmpty() || knownAt.get().isBefore(at)) {
      knownAt = Optional.of(at);
    }
    if (firstKnownAt.isEmpty() || firstKnownAt.get().isAfter(at)) {
      firstKnownAt = Optional.of(at);
    }
  }

  private static Sector stranger(String id) {
    int slash = id.indexOf('/');
    String border = slash < 0 ? id : id.substring(0, slash);
    return new Sector(id, id, border, "not a sector of this theatre", List.of(), List.of());
  }

  public synchronized Picture picture() {
    List<Standing> standings = new ArrayList<>();
    for (Sector sector : sectors.values()) {
      standings.add(
          new Standing(
              sector,
              Optional.ofNullable(lastChanges.get(sector.id())),
              Optional.ofNullable(assessments.get(sector.id())),
              dayBefore(sector.id())));
    }
    return new Picture(newest, knownAt, standings, posted(changes.descendingMap(), remembered));
  }

  private long dayBefore(String sector) {
    Trail trail = trails.get(sector);
    SectorAssessment latest = assessments.get(sector);
    return trail == null || latest == null ? 0 : trail.at(latest.getAt().minus(DAY));
  }

  /** The picture that a reader of a past moment had; looks records up, so it may take a while. */
  public Picture picture(Instant at) {
    Picture now = picture();
    List<Standing> standings =
        now.standings().stream().map(standing -> asKnown(standing.sector(), at)).toList();
    List<Posted> known =
        now.changes().stream().filter(posted -> !posted.change().getAt().isAfter(at)).toList();
    return new Picture(now.newest(), Optional.of(at), standings, known);
  }

  private Standing asKnown(Sector sector, Instant at) {
    AsKnown known = AsKnown.of(archive, sector.id(), at);
    long dayBefore =
        trail(sector.id()).stream()
            .filter(point -> !point.at().isAfter(at.minus(DAY)))
            .reduce((earlier, later) -> later)
            .map(ScorePoint::score)
            .orElse(0L);
    return new Standing(
        sector,
        known.lastChange().map(found -> new Posted(found.offset(), found.record())),
        known.assessment(),
        dayBefore);
  }

  /** The first and the newest knowledge time; empty while nothing is known. */
  synchronized Optional<Period> period() {
    return firstKnownAt.flatMap(from -> knownAt.map(to -> new Period(from, to)));
  }

  /** What is known of the sources. */
  public SourceLedger sources() {
    return sources;
  }

  /** Which reports there are, and what was ruled on them. */
  public ReportRegister reports() {
    return reports;
  }

  ArticleTexts articles() {
    return articles;
  }

  synchronized List<Happening> happenings(String sector) {
    Happenings known = happenings.get(sector);
    return known == null ? List.of() : known.heaviest();
  }

  /** The changes after an offset, oldest first, at most so many. */
  public synchronized List<Posted> after(long offset, int limit) {
    return posted(changes.tailMap(offset, false), limit);
  }

  private static List<Posted> posted(Map<Long, ThreatLevelChange> changes, int limit) {
    return changes.entrySet().stream()
        .limit(limit)
        .map(entry -> new Posted(entry.getKey(), entry.getValue()))
        .collect(Collectors.toUnmodifiableList());
  }

  public synchronized Optional<Posted> find(String changeId) {
    Long offset = offsets.get(changeId);
    if (offset == null) {
      return Optional.empty();
    }
    return Optional.ofNullable(changes.get(offset)).map(change -> new Posted(offset, change));
  }

  /** The newest offset posted, -1 before the first change. */
  public synchronized long newest() {
    return newest;
  }

  /** The newest offset that the board no longer remembers, -1 while it remembers all. */
  public synchronized long forgotten() {
    return forgotten;
  }

  synchronized List<ScorePoint> trail(String sector) {
    Trail trail = trails.get(sector);
    return trail == null ? List.of() : trail.points();
  }

  /** Calls back after each new change, on the thread that posted it. */
  public void onChange(Runnable listener) {
    listeners.add(listener);
  }
}
