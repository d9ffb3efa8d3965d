package oxus.standalone.diff;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The records of one file of a run, one after the other, up to a time. */
final class Lines {
  private final Kind kind;
  private final Iterator<String> lines;
  private final Optional<Instant> until;
  private String line = "";
  private Map<String, Object> parsed = Map.of();
  private boolean ended;

  Lines(Kind kind, Iterator<String> lines, Optional<Instant> until) {
    this.kind = kind;
    this.lines = lines;
    this.until = until;
    next();
  }

  void next() {
    parsed = Map.of();
    ended = !lines.hasNext();
    line = ended ? "" : lines.next();
    if (!ended && until.isPresent()) {
      ended = at().isAfter(until.get());
    }
  }

  boolean hasEnded() {
    return ended;
  }

  String line() {
    return line;
  }

  Map<String, Object> record() {
    if (parsed.isEmpty()) {
      parsed = Json.object(line);
    }
    return parsed;
  }

  /** The records about a subject at a time, from the present one on; the next one comes after. */
  List<Map<String, Object>> takeAll(Instant at, String subject) {
    List<Map<String, Object>> taken = new ArrayList<>();
    while (!ended && at().equals(at) && subject().equals(subject)) {
      taken.add(record());
      next();
    }
    return taken;
  }

  Instant at() {
    return Instant.parse(String.valueOf(record().get("at")));
  }

  String subject() {
    return String.valueOf(record().get(kind.subject()));
  }
}
