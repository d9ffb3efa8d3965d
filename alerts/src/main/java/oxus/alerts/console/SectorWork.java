package oxus.alerts.console;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import oxus.alerts.work.LevelBound;
import oxus.alerts.work.Silence;
import oxus.schemas.OperatorAction;

/**
 * What people did about one sector, and the forms to do more.
 *
 * @param silence in force
 * @param bounds that wait or bind
 */
public record SectorWork(
    String sector,
    Optional<Silence> silence,
    List<LevelBound> bounds,
    List<OperatorAction> notes,
    Hand hand) {

  public SectorWork {
    bounds = List.copyOf(bounds);
    notes = List.copyOf(notes);
  }

  String action(String name) {
    return "/api/sectors/" + Links.encode(sector) + "/" + name;
  }

  static String decision(LevelBound bound, String name) {
    return "/api/overrides/" + bound.id() + "/" + name;
  }

  static boolean isWaiting(LevelBound bound) {
    return bound.state() == LevelBound.State.WAITING;
  }

  static String at(Instant instant) {
    return Wording.time(instant);
  }
}
