package oxus.theatre;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The default theatre keeps what its users count on. */
class ShippedTheatreTest {

  @Test
  void hasNoProblems() {
    assertThat(TheatreLoader.validate(Path.of("src/main/resources/theatres/CA"))).isEmpty();
  }
}
