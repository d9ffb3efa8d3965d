package oxus.alerts.console;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The board at one moment; it does not change any more.
 *
 * @param newest offset of the newest change, -1 while there is none
 * @param knownAt the newest knowledge time of any record, empty while there is none
 * @param standings one per sector, in the theatre's order
 * @param changes newest first, as far back as the board remembers
 */
public record Picture(
    long newest, Optional<Instant> knownAt, List<Standing> standings, List<Posted> changes) {

  public Picture {
    standings = List.copyOf(standings);
    changes = List.copyOf(changes);
  }

  public Optional<Standing> standing(String sector) {
    return standings.stream().filter(standing -> standing.sector().id().equals(sector)).findFirst();
  }
}
