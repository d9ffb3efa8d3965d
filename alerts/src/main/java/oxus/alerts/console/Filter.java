package oxus.alerts.console;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import oxus.schemas.ThreatLevel;

/**
 * Which changes a reader wants to see, as it stands in the link.
 *
 * @param sector only this sector
 * @param level only changes that reach or leave this level or a higher one
 * @param state only changes in this state
 * @param since only changes from this moment on
 * @param until only changes up to this moment
 * @param before only what stands below the change with this offset: older pages of the feed
 * @param seen the newest offset when the reader opened the page; later ones are marked as new
 * @param at everything as it was known at this moment
 */
public record Filter(
    Optional<String> sector,
    Optional<ThreatLevel> level,
    Optional<ChangeState> state,
    Optional<Instant> since,
    Optional<Instant> until,
    Optional<Long> before,
    Optional<Long> seen,
    Optional<Instant> at) {

  public static final Filter ALL =
      new Filter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  /** By sector and level alone. */
  public Filter(
      Optional<String> sector,
      Optional<ThreatLevel> level,
      Optional<Long> before,
      Optional<Long> seen) {
    this(
        sector,
        level,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        before,
        seen,
        Optional.empty());
  }

  /** The same at another moment. */
  public Filter at(Optional<Instant> moment) {
    return new Filter(sector, level, state, since, until, before, seen, moment);
  }

  boolean matches(Posted posted, Picture picture) {
    return isSector(posted) && isLevel(posted) && isTime(posted) && isState(posted, picture);
  }

  private boolean isSector(Posted posted) {
    return sector.isEmpty() || posted.change().getSector().equals(sector.get());
  }

  private boolean isLevel(Posted posted) {
    return level.isEmpty()
        || posted.change().getFrom().compareTo(level.get()) >= 0
        || posted.change().getTo().compareTo(level.get()) >= 0;
  }

  private boolean isTime(Posted posted) {
    Instant when = posted.change().getAt();
    return (since.isEmpty() || !when.isBefore(since.get()))
        && (until.isEmpty() || !when.isAfter(until.get()));
  }

  private boolean isState(Posted posted, Picture picture) {
    return state.isEmpty() || state.get().holds(posted, picture);
  }

  boolean isNew(Posted posted) {
    return seen.isPresent() && posted.offset() > seen.get();
  }

  boolean narrows() {
    return sector.isPresent()
        || level.isPresent()
        || state.isPresent()
        || since.isPresent()
        || until.isPresent();
  }

  /** The link of the older changes. */
  String older(long lastShown) {
    return "/" + query(Optional.of(lastShown), Optional.empty());
  }

  /** The link of the part of the page that follows the stream. */
  String part(long newest) {
    return "/parts/board" + query(before, Optional.of(seen.orElse(newest)));
  }

  /** The link of the page with what came since as seen. */
  String here() {
    return "/" + query(before, Optional.empty());
  }

  private String query(Optional<Long> before, Optional<Long> seen) {
    List<String> parameters = new ArrayList<>();
    sector.ifPresent(value -> parameters.add("sector=" + Links.encode(value)));
    level.ifPresent(value -> parameters.add("level=" + value));
    state.ifPresent(value -> parameters.add("state=" + value));
    since.ifPresent(value -> parameters.add("since=" + value));
    until.ifPresent(value -> parameters.add("until=" + value));
    before.ifPresent(value -> parameters.add("before=" + value));
    seen.ifPresent(value -> parameters.add("seen=" + value));
    at.ifPresent(value -> parameters.add("at=" + value));
    return parameters.isEmpty() ? "" : "?" + String.join("&", parameters);
  }
}
