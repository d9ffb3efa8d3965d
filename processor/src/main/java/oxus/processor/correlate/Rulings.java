package oxus.processor.correlate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import oxus.schemas.EventType;
import oxus.schemas.RememberedRulings;
import oxus.schemas.Ruling;
import oxus.schemas.RulingKind;
import oxus.schemas.SectorLogEntry;

/**
 * The rulings that a partition remembers, by the reports that they are about: a report may come
 * after the ruling on it. Bounded; the oldest is forgotten first.
 */
final class Rulings {
  private final List<SectorLogEntry> entries = new ArrayList<>();
  private final Map<String, List<SectorLogEntry>> byEvent = new HashMap<>();

  /** Events that states of version 1 hold as rejected. */
  private final Set<String> rejected = new HashSet<>();

  static Rulings of(Optional<RememberedRulings> remembered) {
    Rulings rulings = new Rulings();
    remembered.ifPresent(all -> all.getRulings().forEach(rulings::add));
    return rulings;
  }

  void reject(List<String> events) {
    rejected.addAll(events);
  }

  /** A repeat of a ruling changes nothing. */
  boolean knows(Ruling ruling) {
    return entries.stream().anyMatch(entry -> ruling(entry).getId().equals(ruling.getId()));
  }

  RememberedRulings with(SectorLogEntry entry, int bound) {
    add(entry);
    while (entries.size() > bound) {
      SectorLogEntry oldest = entries.remove(0);
      ruling(oldest)
          .getEvents()
          .forEach(event -> byEvent.getOrDefault(event, new ArrayList<>()).remove(oldest));
    }
    return new RememberedRulings(List.copyOf(entries));
  }

  Correction on(String event) {
    if (byEvent.isEmpty() && rejected.isEmpty()) {
      return Correction.NONE;
    }
    List<SectorLogEntry> about = byEvent.getOrDefault(event, List.of());
    if (about.isEmpty() && !rejected.contains(event)) {
      return Correction.NONE;
    }
    Map<RulingKind, SectorLogEntry> latest = new LinkedHashMap<>();
    for (SectorLogEntry entry : about) {
      RulingKind kind = ruling(entry).getKind();
      // MERGE and SPLIT both say which incident it belongs to
      RulingKind slot = kind == RulingKind.SPLIT ? RulingKind.MERGE : kind;
      latest.remove(slot);
      latest.put(slot, entry);
    }
    Optional<EventType> type =
        Optional.ofNullable(latest.get(RulingKind.RETYPE))
            .flatMap(entry -> ruling(entry).getType());
    return new Correction(
        rejected.contains(event) || latest.containsKey(RulingKind.REJECT),
        type,
        Optional.ofNullable(latest.get(RulingKind.RESCOPE)),
        Optional.ofNullable(latest.get(RulingKind.MERGE)).map(Rulings::ruling),
        latest.values().stream().map(entry -> ruling(entry).getId()).toList());
  }

  private void add(SectorLogEntry whole) {
    SectorLogEntry entry = withoutReports(whole);
    entries.add(entry);
    for (String event : ruling(entry).getEvents()) {
      byEvent.computeIfAbsent(event, id -> new ArrayList<>()).add(entry);
    }
  }

  /** What RESCOPE rulings carry is needed once, when they are obeyed; kept, it would pile up. */
  private static SectorLogEntry withoutReports(SectorLogEntry entry) {
    Ruling ruling = ruling(entry);
    if (ruling.getReports().isEmpty()) {
      return entry;
    }
    Ruling lean =
        new Ruling(
            ruling.getId(),
            ruling.getKind(),
            ruling.getEvents(),
            ruling.getType().orElse(null),
            ruling.getScopes(),
            ruling.getIncident().orElse(null),
            ruling.getAt(),
            ruling.getWho(),
            ruling.getWhy(),
            List.of());
    return new SectorLogEntry(
        entry.getSector().orElse(null),
        entry.getRelation().orElse(null),
        entry.getAt(),
        entry.getSettles(),
        lean,
        entry.getBearing());
  }

  private static Ruling ruling(SectorLogEntry entry) {
    return (Ruling) entry.getRecord();
  }
}
