package oxus.alerts.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import oxus.schemas.access.KeyLine;

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
    return new Keys(KeyLine.parse(text).stream().map(Keys::entry).toList());
  }

  private static Entry entry(KeyLine line) {
    Role role =
        Role.of(line.role())
            .orElseThrow(
                () ->
                    line.bad(
                        "'"
                            + line.role()
                            + "' is no role; use viewer, operator, supervisor, tester or admin"));
    try {
      return new Entry(line.hash(), new Identity(line.name(), role, scopes(line.scopes())));
    } catch (IllegalArgumentException e) {
      throw line.bad(String.valueOf(e.getMessage()));
    }
  }

  /**
   * Scopes as keys have them: {@code all} alone, or words.
   *
   * @throws IllegalArgumentException naming the word and what to write
   */
  static Set<Permission> scopes(List<String> words) {
    if (words.equals(List.of("all"))) {
      return EnumSet.allOf(Permission.class);
    }
    Set<Permission> scopes = EnumSet.noneOf(Permission.class);
    for (String word : words) {
      scopes.add(
          Arrays.stream(Permission.values())
              .filter(permission -> permission.word().equals(word))
              .findFirst()
              .orElseThrow(
                  () ->
                      new IllegalArgumentException(
                          "'"
                              + word
                              + "' is no scope; use all, or some of read, work, decide, audit, push, administer")));
    }
    return scopes;
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
    return KeyLine.hash(key);
  }
}
