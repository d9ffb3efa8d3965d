package oxus.alerts.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import oxus.schemas.ThreatLevel;

/**
 * Which changes a reader wants to see, as it stands in the link.
 *
 * @param sector only this sector
 * @param level only changes that reach or leave this level or a higher one
 * @param before only what stands below the change with this offset: older pages of the feed
 * @param seen the newest offset when the reader opened the page; later ones are marked as new
 */
public record Filter(
    Optional<String> sector,
    Optional<ThreatLevel> level,
    Optional<Long> before,
    Optional<Long> seen) {

  public static final Filter ALL =
      new Filter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  boolean matches(Posted posted) {
    boolean isSector = sector.isEmpty() || posted.change().getSector().equals(sector.get());
    boolean isLevel =
        level.isEmpty()
            || posted.change().getFrom().compareTo(level.get()) >= 0
            || posted.change().getTo().compareTo(level.get()) >= 0;
    return isSector && isLevel;
  }

  boolean isNew(Posted posted) {
    return seen.isPresent() && posted.offset() > seen.get();
  }

  boolean narrows() {
    return sector.isPresent() || level.isPresent();
  }

  /** The link of the older changes. */
  String older(long lastShown) {
    return "/" + query(Optional.of(lastShown), Optional.empty());
  }

  /** The link of the part of the page that follows the stream. */
  String part(long newest) {
    return "/parts/board" + query(before, Optional.of(seen.orElse(newest)));
  }

  private String query(Optional<Long> before, Optional<Long> seen) {
    List<String> parameters = new ArrayList<>();
    sector.ifPresent(value -> parameters.add("sector=" + Links.encode(value)));
    level.ifPresent(value -> parameters.add("level=" + value));
    before.ifPresent(value -> parameters.add("before=" + value));
    seen.ifPresent(value -> parameters.add("seen=" + value));
    return parameters.isEmpty() ? "" : "?" + String.join("&", parameters);
  }
}
