package oxus.alerts.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The keys that open doors, known by their hashes only. Keys are long and drawn by chance, so a
 * plain hash is enough; passwords would need more.
 */
public record Keys(List<Entry> entries) {

  /** A key's hash and whose it is. */
  public record Entry(String hash, Identity identity) {}

  public Keys {
    entries = List.copyOf(entries);
  }

  public static Keys none() {
    return new Keys(List.of());
  }

  /**
   * Reads a file of keys: one a line, {@code name | role | scopes | hash}; {@code #} begins a
   * remark.
   *
   * @throws IllegalArgumentException naming the line and what to write
   */
  public static Keys parse(String text) {
    List<Entry> entries = new ArrayList<>();
    int number = 0;
    for (String line : text.split("\n", -1)) {
      number++;
      if (!line.isBlank() && !line.strip().startsWith("#")) {
        entries.add(entry(number, line));
      }
    }
    return new Keys(entries);
  }

  private static Entry entry(int number, String line) {
    String[] parts = Arrays.stream(line.split("\\|", -1)).map(String::strip).toArray(String[]::new);
    if (parts.length != 4) {
      throw bad(number, "it has " + parts.length + " parts; write name | role | scopes | hash");
    }
    Role role =
        Role.of(parts[1])
            .orElseThrow(
                () ->
                    bad(
                        number,
                        "'"
                            + parts[1]
                            + "' is no role; use viewer, operator, supervisor, tester or admin"));
    if (!parts[3].matches("[0-9a-f]{64}")) {
      throw bad(number, "its hash is not 64 hex digits; make one with bin/oxus key");
    }
    try {
      return new Entry(parts[3], new Identity(parts[0], role, scopes(parts[2])));
    } catch (IllegalArgumentException e) {
      throw bad(number, String.valueOf(e.getMessage()));
    }
  }

  /**
   * Scopes as keys have them: {@code all}, or words between commas.
   *
   * @throws IllegalArgumentException naming the word and what to write
   */
  static Set<Permission> scopes(String words) {
    if (words.equals("all")) {
      return EnumSet.allOf(Permission.class);
    }
    Set<Permission> scopes = EnumSet.noneOf(Permission.class);
    for (String word : words.split(",", -1)) {
      scopes.add(
          Arrays.stream(Permission.values())
              .filter(permission -> permission.word().equals(word.strip()))
              .findFirst()
              .orElseThrow(
                  () ->
                      new IllegalArgumentException(
                          "'"
                              + word.strip()
                              + "' is no scope; use all, or some of read, work, decide, audit, push, administer")));
    }
    return scopes;
  }

  private static IllegalArgumentException bad(int number, String what) {
    return new IllegalArgumentException("line " + number + " of the keys: " + what);
  }

  /** A line for the file. */
  public static String line(String name, Role role, String scopes, String key) {
    String line =
        String.format(Locale.ROOT, "%s | %s | %s | %s", name, role.word(), scopes, hash(key));
    parse(line);
    return line;
  }

  public Keys with(String key, Identity identity) {
    List<Entry> more = new ArrayList<>(entries);
    more.add(new Entry(hash(key), identity));
    return new Keys(more);
  }

  /** Whose key this is; as long in finding out for every key. */
  public Optional<Identity> find(String key) {
    byte[] hash = hash(key).getBytes(StandardCharsets.US_ASCII);
    Optional<Identity> found = Optional.empty();
    for (Entry entry : entries) {
      if (MessageDigest.isEqual(hash, entry.hash().getBytes(StandardCharsets.US_ASCII))) {
        found = Optional.of(entry.identity());
      }
    }
    return found;
  }

  /** Whether a key with this hash opens here, and as this person. */
  public boolean has(String hash, Identity identity) {
    return entries.contains(new Entry(hash, identity));
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
