package oxus.alerts.access;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Which group of an identity provider has which role here; who is in several has that of the first.
 *
 * @param roles by group, in the order in which they were written
 */
public record GroupRoles(Map<String, Role> roles) {

  public GroupRoles {
    roles = Collections.unmodifiableMap(new LinkedHashMap<>(roles));
  }

  /**
   * Reads {@code GROUP=role, GROUP=role}.
   *
   * @throws IllegalArgumentException naming the piece and what to write
   */
  public static GroupRoles parse(String text) {
    Map<String, Role> roles = new LinkedHashMap<>();
    for (String piece : text.split(",", -1)) {
      int split = piece.lastIndexOf('=');
      Optional<Role> role =
          split < 1 ? Optional.empty() : Role.of(piece.substring(split + 1).strip());
      String group = split < 1 ? "" : piece.substring(0, split).strip();
      if (role.isEmpty() || group.isEmpty() || roles.putIfAbsent(group, role.get()) != null) {
        throw new IllegalArgumentException(
            "'"
                + piece.strip()
                + "' gives no group a role; write GROUP=role once for each group, with viewer,"
                + " operator, supervisor, tester or admin");
      }
    }
    return new GroupRoles(roles);
  }

  /** The role of who is in these groups; empty: none of them has one. */
  public Optional<Role> of(Collection<String> groups) {
    return roles.entrySet().stream()
        .filter(entry -> groups.contains(entry.getKey()))
        .map(Map.Entry::getValue)
        .findFirst();
  }
}
