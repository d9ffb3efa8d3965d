package oxus.alerts.deliver;

import java.util.Locale;
import oxus.alerts.console.Links;
import oxus.theatre.Sector;
import oxus.theatre.Theatre;

/**
 * Who publishes a feed, and where: what every message of it says besides its change.
 *
 * @param exercise whether the changes belong to a replay, drill or test
 * @param address where readers reach this server, without a slash at the end
 */
public record Masthead(Theatre theatre, boolean exercise, String address) {
  private static final int NAME = 200;

  /** A name that no other theatre has, in the live feed or in an exercise. */
  String sender() {
    String id = Token.of(theatre.id()).toLowerCase(Locale.ROOT);
    return (exercise ? "exercise." : "") + id + ".oxuswatch.org";
  }

  /** What people read first. */
  String marked(String title) {
    return exercise ? "EXERCISE – " + title : title;
  }

  String page(String changeId) {
    return address + Links.change(changeId);
  }

  String json(String changeId) {
    return address + Links.changeJson(changeId);
  }

  String cap(String changeId) {
    return address + "/feeds/cap/" + Links.encode(changeId) + ".xml";
  }

  /** A sector that the theatre does not have goes by its id. */
  String sectorName(String id) {
    String name =
        theatre.sectors().stream()
            .filter(sector -> sector.id().equals(id))
            .map(Sector::name)
            .findFirst()
            .orElse(id);
    return PlainText.of(name, NAME);
  }
}
