package oxus.theatre;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * The texts of a theatre's files.
 *
 * @param folder as the user named it
 * @param texts file name to text, with lines that end in LF
 */
record TheatreFiles(String folder, Map<String, String> texts) {
  static final String THEATRE = "theatre.yaml";
  static final String SECTORS = "sectors.geojson";
  static final String MAP = "map.geojson";
  static final String PLACES = "places.csv";
  static final String ACTORS = "actors.yaml";
  static final String SOURCES = "sources.csv";
  static final String POLICY = "policy.yaml";

  /** Every file of a theatre, in the order in which they are versioned. */
  static final List<String> NAMES = List.of(THEATRE, SECTORS, MAP, PLACES, ACTORS, SOURCES, POLICY);

  private static final int VERSION_DIGITS = 12;

  TheatreFiles {
    texts = Map.copyOf(texts);
  }

  String text(String name) {
    return texts.getOrDefault(name, "");
  }

  String label(String name) {
    return folder.isEmpty() ? name : folder + "/" + name;
  }

  /**
   * Names and lengths are part of it, so that no text can pass from one file to the next unseen.
   */
  String version() {
    StringBuilder all = new StringBuilder();
    for (String name : NAMES) {
      all.append(name).append(' ').append(text(name).length()).append('\n').append(text(name));
    }
    return versionOf(all.toString());
  }

  static String versionOf(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest).substring(0, VERSION_DIGITS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
