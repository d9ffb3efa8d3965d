package oxus.ingest.extract;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import oxus.theatre.Place;

/** Finds the border that a text as a whole is about: most of what it names lies there. */
final class HomeBorder {
  private static final int FEWEST = 6;
  private static final int SHARE = 60;
  private static final int PHRASE = 3;
  private static final int PLACE = 2;
  private static final int COUNTRY = 1;

  private final Bearings bearings;
  private final Map<String, Integer> counts = new TreeMap<>();

  private HomeBorder(Bearings bearings) {
    this.bearings = bearings;
  }

  static Optional<String> of(List<Reading> readings, Bearings bearings) {
    HomeBorder home = new HomeBorder(bearings);
    for (Reading reading : readings) {
      reading.mentions().forEach(mention -> home.count(mention.entry()));
    }
    return home.most();
  }

  private void count(Entry entry) {
    if (entry.border().isPresent()) {
      counts.merge(entry.border().get().id(), PHRASE, Integer::sum);
      return;
    }
    for (Place place : entry.places()) {
      for (String border : CountryScopes.wholeBorders(place.scopes())) {
        counts.merge(border, PLACE, Integer::sum);
      }
    }
    Optional<String> hub = bearings.hub();
    if (hub.isPresent()
        && entry.country().filter(country -> !bearings.isHub(country)).isPresent()) {
      bearings
          .between(hub.get(), entry.country().get())
          .ifPresent(border -> counts.merge(border, COUNTRY, Integer::sum));
    }
  }

  private Optional<String> most() {
    int all = counts.values().stream().mapToInt(Integer::intValue).sum();
    return counts.entrySet().stream()
        .filter(count -> count.getValue() >= FEWEST && count.getValue() * 100 >= all * SHARE)
        .map(Map.Entry::getKey)
        .findFirst();
  }
}
