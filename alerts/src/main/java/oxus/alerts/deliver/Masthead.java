package oxus.alerts.deliver;

import java.util.Locale;
import java.util.Optional;
import oxus.alerts.console.Links;
import oxus.theatre.Sector;
import oxus.theatre.Theatre;

/**
 * Who publishes a feed, and where: what every message of it says besides its change.
 *
 * @param exercise whether the changes belong to a replay, drill or test
 * @param address where readers reach this server, without a slash at the end
 * @param chosenSender who sends CAP messages; empty: a name made of the theatre's id
 */
public record Masthead(
    Theatre theatre, boolean exercise, String address, Optional<String> chosenSender) {
  private static final int NAME = 200;

  /** With the usual sender. */
  public Masthead(Theatre theatre, boolean exercise, String address) {
    this(theatre, exercise, address, Optional.empty());
  }

  /**
   * A name that no other theatre has. An exercise has another one than the live feed, whoever chose
   * it, so that it can never update the real thing.
   */
  String sender() {
    String usual = Token.of(theatre.id()).toLowerCase(Locale.ROOT) + ".oxuswatch.org";
    return (exercise ? "exercise." : "") + chosenSender.orElse(usual);
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
