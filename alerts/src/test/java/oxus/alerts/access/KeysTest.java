package oxus.alerts.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeysTest {
  private static final String HASH = Keys.hash("secret");

  @Test
  void findsWhoseAKeyIsByItsHashOnly() {
    Keys keys =
        Keys.parse(
            "# the night shift\n\nAnna B. | supervisor | all | "
                + HASH
                + "\nrobot | viewer | read | "
                + Keys.hash("other"));

    assertThat(keys.find("secret"))
        .hasValueSatisfying(
            identity -> {
              assertThat(identity.name()).isEqualTo("Anna B.");
              assertThat(identity.may(Permission.DECIDE)).isTrue();
            });
    assertThat(keys.find("other")).map(one -> one.may(Permission.AUDIT)).contains(false);
    assertThat(keys.find(HASH)).isEmpty();
  }

  @Test
  void writesALineThatItReads() {
    Keys keys = Keys.parse(Keys.line("Ben", Role.OPERATOR, "read,work", "k"));

    assertThat(keys.find("k")).map(Identity::role).contains(Role.OPERATOR);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "Anna | supervisor | all; it has 3 parts; ",
        "Anna | boss | all | HASH; 'boss' is no role",
        "Anna | viewer | see | HASH; 'see' is no scope",
        "Anna | viewer | all | 12; its hash is not 64 hex digits",
        "<b> | viewer | all | HASH; name '<b>' may hold",
      })
  void saysWhichLineIsWrongAndHow(String line, String message) {
    assertThatThrownBy(() -> Keys.parse("# first\n" + line.replace("HASH", HASH)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("line 2 of the keys: ")
        .hasMessageContaining(message);
  }
}
