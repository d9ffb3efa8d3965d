package oxus.alerts.console;

import java.util.LinkedHashMap;
import java.util.Map;
import oxus.theatre.Source;
import oxus.theatre.Sources;

/** What sectors and sources are called; what has no name is called by its id. */
final class Names {
  private final Map<String, String> bySector = new LinkedHashMap<>();
  private final Sources sources;

  private Names(Sources sources) {
    this.sources = sources;
  }

  static Names of(Picture picture, Sources sources) {
    Names names = new Names(sources);
    for (Standing standing : picture.standings()) {
      names.bySector.put(standing.sector().id(), standing.sector().name());
    }
    return names;
  }

  String sector(String id) {
    return bySector.getOrDefault(id, id);
  }

  String source(String id) {
    return sources.byId(id).map(Source::name).orElse(id);
  }
}
