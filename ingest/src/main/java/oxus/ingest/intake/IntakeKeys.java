package oxus.ingest.intake;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import oxus.schemas.access.KeyLine;

/**
 * Who may do what at an intake that has a port of its own. The file of keys is that of the console,
 * and roles mean the same there and here.
 */
public record IntakeKeys(List<KeyLine> lines) {

  /** What there is to do. */
  public enum Act {
    /** To ask what became of an article, and how the feeds do. */
    READ("viewer", "operator", "supervisor", "tester", "admin"),
    /** To push articles. */
    PUSH("operator", "supervisor", "admin"),
    /** To change which feeds are asked. */
    ADMINISTER("admin");

    @SuppressWarnings("ImmutableEnumChecker") // made by Set.of
    private final Set<String> roles;

    Act(String... roles) {
      this.roles = Set.of(roles);
    }

    /** As keys write it. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** Whether a key of this line may. */
    public boolean isAllowed(KeyLine line) {
      return roles.contains(line.role()) && (line.isForAll() || line.scopes().contains(word()));
    }
  }

  public IntakeKeys {
    lines = List.copyOf(lines);
  }

  /** Whose key this is. */
  public Optional<KeyLine> find(String key) {
    return lines.stream().filter(line -> line.isOf(key)).findFirst();
  }
}
