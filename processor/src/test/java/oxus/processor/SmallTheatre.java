package oxus.processor;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import oxus.schemas.PlaceKind;
import oxus.schemas.PlaceRef;
import oxus.schemas.PolicyChange;
import oxus.theatre.Actors;
import oxus.theatre.Border;
import oxus.theatre.Gazetteer;
import oxus.theatre.Policy;
import oxus.theatre.Sector;
import oxus.theatre.Sources;
import oxus.theatre.Theatre;

/** A made-up theatre of two borders and three sectors, under a policy of round numbers. */
public final class SmallTheatre {
  public static final String THEATRE = "XX";
  public static final String BORDER = "XA-XB";
  public static final String WEST = "XA-XB/WEST";
  public static final String EAST = "XA-XB/EAST";
  public static final String SOUTH = "XA-XC/SOUTH";
  public static final List<String> SECTORS = List.of(WEST, EAST, SOUTH);

  /** A crossing, which the policy weighs one and a half times. */
  public static final PlaceRef BRIDGE =
      new PlaceRef("bridge", "Bridge", PlaceKind.CROSSING, "bridge-district");

  public static final PlaceRef BRIDGE_DISTRICT =
      new PlaceRef("bridge-district", "Bridge district", PlaceKind.DISTRICT, null);

  public static final PlaceRef MILL = new PlaceRef("mill", "Mill", PlaceKind.CITY, null);
  public static final PlaceRef FARM = new PlaceRef("farm", "Farm", PlaceKind.DISTRICT, null);

  private SmallTheatre() {}

  public static Theatre theatre() {
    return new Theatre(
        THEATRE,
        "Three made-up countries",
        List.of(border("XA", "XB"), border("XA", "XC")),
        List.of(sector(WEST, BORDER, EAST), sector(EAST, BORDER, WEST), sector(SOUTH, "XA-XC")),
        new Gazetteer(List.of()),
        new Actors(List.of()),
        new Sources(List.of()),
        policy(),
        "0123456789ab");
  }

  public static Policy policy() {
    return Policy.parse("policy.yaml", policyText(), SECTORS);
  }

  /** The policy with one piece of its text replaced. */
  public static Policy policyWith(String piece, String replacement) {
    String text = policyText();
    if (!text.contains(piece)) {
      throw new IllegalArgumentException("policy.yaml has no '" + piece + "' to replace");
    }
    return Policy.parse("policy.yaml", text.replace(piece, replacement), SECTORS);
  }

  /** Reads the policy that a record of the log brings. */
  public static Policy policyOf(PolicyChange change) {
    return Policy.parse("policy " + change.getVersion(), change.getText(), SECTORS);
  }

  private static String policyText() {
    try (InputStream file = SmallTheatre.class.getResourceAsStream("policy.yaml")) {
      if (file == null) {
        throw new IllegalStateException("policy.yaml is not on the test classpath");
      }
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Border border(String one, String other) {
    return new Border(one + "-" + other, List.of(one, other), List.of());
  }

  private static Sector sector(String id, String border, String... neighbours) {
    return new Sector(id, id, border, "a stretch", List.of(neighbours), List.of());
  }
}
