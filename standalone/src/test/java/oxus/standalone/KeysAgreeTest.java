package oxus.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import oxus.alerts.access.Identity;
import oxus.alerts.access.Keys;
import oxus.alerts.access.Permission;
import oxus.alerts.access.Role;
import oxus.ingest.intake.IntakeKeys.Act;
import oxus.schemas.access.KeyLine;

/** One file of keys, and the console's port and an intake of its own read it alike. */
class KeysAgreeTest {
  @ParameterizedTest
  @EnumSource
  void aKeyMayDoTheSameAtTheIntakeAsAtTheConsole(Role role) {
    EnumSet<Permission> scopes = EnumSet.allOf(Permission.class);
    scopes.remove(Permission.OPEN);

    for (Act act : Act.values()) {
      Permission asked = Permission.valueOf(act.name());
      assertSame(Keys.line("desk", role, "all", "k"), act, asked);
      for (Permission scope : scopes) {
        assertSame(Keys.line("desk", role, scope.word(), "k"), act, asked);
      }
    }
  }

  private static void assertSame(String line, Act act, Permission asked) {
    Identity atTheConsole = Keys.parse(line).find("k").orElseThrow();
    KeyLine atTheIntake = KeyLine.parse(line).get(0);

    assertThat(atTheIntake.isOf("k")).isTrue();
    assertThat(act.isAllowed(atTheIntake)).as(line).isEqualTo(atTheConsole.may(asked));
  }
}
