package oxus.alerts.access;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What someone is to the operation, and so what they may do. */
public enum Role {
  /** Watches. */
  VIEWER,
  /** Works on changes. */
  OPERATOR,
  /** Answers for the shift: overrides levels and reads the audit log. */
  SUPERVISOR,
  /** Replays history and checks what was done, and touches nothing live. */
  TESTER,
  /** Everything. */
  ADMIN;

  public boolean may(Permission permission) {
    return switch (permission) {
      case OPEN, READ -> true;
      case WORK, PUSH -> this == OPERATOR || this == SUPERVISOR || this == ADMIN;
      case DECIDE -> this == SUPERVISOR || this == ADMIN;
      case ADMINISTER -> this == ADMIN;
      case AUDIT -> this == SUPERVISOR || this == TESTER || this == ADMIN;
    };
  }

  /** As keys and documents write it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Role> of(String word) {
    return Arrays.stream(values()).filter(role -> role.word().equals(word)).findFirst();
  }
}
