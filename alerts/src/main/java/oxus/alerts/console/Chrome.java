package oxus.alerts.console;

import java.time.Instant;
import java.util.Optional;

/**
 * What stands around every page.
 *
 * @param live whether the page follows the stream of changes
 * @param newest offset of the newest change that the page shows; the stream joins after it
 */
record Chrome(
    String title,
    String theatre,
    boolean exercise,
    boolean live,
    long newest,
    Optional<Instant> knownAt,
    AssetLinks assets) {}
