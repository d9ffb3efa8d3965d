package oxus.schemas.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * A line of the file of keys, in its own words: whose key it is and what for. The key itself is
 * known by its hash only; it is long and drawn by chance, so a plain hash is enough.
 *
 * @param number of the line, from 1
 */
public record KeyLine(int number, String name, String role, List<String> scopes, String hash) {
  private static final int PARTS = 4;

  public KeyLine {
    scopes = List.copyOf(scopes);
  }

  /**
   * Reads a file of keys: one a line, {@code name | role | scopes | hash}; {@code #} begins a
   * remark.
   *
   * @throws IllegalArgumentException naming the line and what to write
   */
  public static List<KeyLine> parse(String text) {
    List<KeyLine> lines = new ArrayList<>();
    int number = 0;
    for (String line : text.split("\n", -1)) {
      number++;
      if (!line.isBlank() && !line.strip().startsWith("#")) {
        lines.add(parse(number, line));
      }
    }
    return lines;
  }

  private static KeyLine parse(int number, String line) {
    List<String> parts = Arrays.stream(line.split("\\|", -1)).map(String::strip).toList();
    if (parts.size() != PARTS) {
      throw bad(number, "it has " + parts.size() + " parts; write name | role | scopes | hash");
    }
    if (!parts.get(3).matches("[0-9a-f]{64}")) {
      throw bad(number, "its hash is not 64 hex digits; make one with bin/oxus key");
    }
    List<String> scopes = Arrays.stream(parts.get(2).split(",", -1)).map(String::strip).toList();
    return new KeyLine(number, parts.get(0), parts.get(1), scopes, parts.get(3));
  }

  /** What to say of a line that cannot be used. */
  public IllegalArgumentException bad(String what) {
    return bad(number, what);
  }

  private static IllegalArgumentException bad(int number, String what) {
    return new IllegalArgumentException("line " + number + " of the keys: " + what);
  }

  /** Whether its holder gave it all that the role may do. */
  public boolean isForAll() {
    return scopes.equals(List.of("all"));
  }

  /** Whether it tells of this key; as long in finding out for every key. */
  public boolean isOf(String key) {
    return MessageDigest.isEqual(
        hash(key).getBytes(StandardCharsets.US_ASCII), hash.getBytes(StandardCharsets.US_ASCII));
  }

  public static String hash(String key) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
