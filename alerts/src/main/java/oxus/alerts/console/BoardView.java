package oxus.alerts.console;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import oxus.alerts.work.ChangeWork;
import oxus.alerts.work.Work;
import oxus.schemas.ThreatLevel;
import oxus.schemas.ThreatLevelChange;
import oxus.theatre.Sector;

/** The part of the first page that moves with the stream: counts, map, table and feed. */
record BoardView(
    Picture picture,
    Filter filter,
    Feed feed,
    Names names,
    TheatreMap map,
    Work work,
    Map<String, Instant> ends) {

  static BoardView of(Picture picture, Filter filter, Names names, TheatreMap map, Work work) {
    Map<String, Instant> ends = new HashMap<>();
    for (Posted posted : picture.changes()) {
      ThreatLevelChange change = posted.change();
      ends.put(key(change.getSector(), change.getSequence() - 1), change.getAt());
    }
    return new BoardView(picture, filter, Feed.of(picture, filter), names, map, work, ends);
  }

  private static String key(String sector, long sequence) {
    return sector + " " + sequence;
  }

  /** When the next change of the sector followed; empty while this one stands. */
  Optional<Instant> until(Posted posted) {
    return Optional.ofNullable(
        ends.get(key(posted.change().getSector(), posted.change().getSequence())));
  }

  /** What people did about a change; empty on a page of the past, which says nothing of now. */
  Optional<ChangeWork> work(Posted posted) {
    return filter.at().isPresent()
        ? Optional.empty()
        : Optional.of(work.change(posted.change().getChangeId()));
  }

  /** Highest level first, then highest score; ties in the theatre's order. */
  List<Standing> ranked() {
    return picture.standings().stream()
        .sorted(Comparator.comparing(Standing::level).thenComparing(Standing::score).reversed())
        .toList();
  }

  Standing standing(Sector sector) {
    return picture
        .standing(sector.id())
        .orElseGet(() -> new Standing(sector, Optional.empty(), Optional.empty(), 0));
  }

  /** A sector's page, at the same moment as this one. */
  String sectorLink(String sector) {
    return Links.sector(sector) + filter.at().map(at -> "?at=" + at).orElse("");
  }

  String levelLink(ThreatLevel level) {
    return "/?level=" + level + filter.at().map(at -> "&at=" + at).orElse("");
  }

  ThreatLevel level(String sector) {
    return picture.standing(sector).map(Standing::level).orElse(ThreatLevel.LOW);
  }

  /** How many sectors stand at each level, highest level first. */
  Map<ThreatLevel, Long> counts() {
    Map<ThreatLevel, Long> counts = new TreeMap<>(Comparator.reverseOrder());
    for (ThreatLevel level : ThreatLevel.values()) {
      counts.put(
          level,
          picture.standings().stream().filter(standing -> standing.level() == level).count());
    }
    return counts;
  }
}
