package oxus.alerts.console;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import oxus.theatre.Sector;

/**
 * What stands around every page.
 *
 * @param live whether the page follows the stream of changes
 * @param newest offset of the newest change that the page shows; the stream joins after it
 * @param at the past moment that the page shows; empty: the present
 * @param asked the moment that the link asks for when that is still to come; empty otherwise
 * @param trouble what is wrong with the data, in words for people; empty when nothing is
 * @param sectors where the reader may want to go
 */
public record Chrome(
    String title,
    String theatre,
    boolean exercise,
    boolean live,
    long newest,
    Optional<Instant> knownAt,
    Optional<Instant> at,
    Optional<Instant> asked,
    Optional<String> trouble,
    List<Sector> sectors,
    AssetLinks assets) {

  public Chrome {
    sectors = List.copyOf(sectors);
  }
}
