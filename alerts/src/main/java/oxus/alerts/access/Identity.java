package oxus.alerts.access;

import java.util.EnumSet;
import java.util.Set;

/**
 * Who calls.
 *
 * @param name as the log of actions will have it
 * @param scopes what the key is good for, of what its role may do
 */
public record Identity(String name, Role role, Set<Permission> scopes) {

  /** The name of those who come without a key. */
  public static final String ANONYMOUS = "anonymous";

  public Identity {
    if (!name.matches("[A-Za-z0-9][A-Za-z0-9 ._@-]{0,59}")) {
      throw new IllegalArgumentException(
          "name '"
              + name
              + "' may hold up to 60 letters, digits, spaces, dots, dashes and @; shorten or respell it");
    }
    scopes = Set.copyOf(scopes);
  }

  public static Identity of(String name, Role role) {
    return new Identity(name, role, EnumSet.allOf(Permission.class));
  }

  public boolean may(Permission permission) {
    boolean isInScope = permission == Permission.OPEN || scopes.contains(permission);
    return isInScope && role.may(permission);
  }
}
