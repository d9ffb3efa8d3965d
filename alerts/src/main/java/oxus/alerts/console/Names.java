package oxus.alerts.console;

import java.util.LinkedHashMap;
import java.util.Map;

/** What sectors are called. */
final class Names {
  private final Map<String, String> bySector = new LinkedHashMap<>();

  static Names of(Picture picture) {
    Names names = new Names();
    for (Standing standing : picture.standings()) {
      names.bySector.put(standing.sector().id(), standing.sector().name());
    }
    return names;
  }

  String sector(String id) {
    return bySector.getOrDefault(id, id);
  }
}
