package oxus.standalone;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import oxus.theatre.TheatreLoader;

/**
 * The summer of 2021 with what people did beside: hot policies, overrides, rulings, a withdrawal.
 */
final class ControlledSummer {
  static final String SCENARIO = "summer-2021";

  private ControlledSummer() {}

  /** Writes the controls and their policies to a folder; gives the file for {@code --controls}. */
  static Path controls(Path folder) throws IOException {
    String shipped = TheatreLoader.shipped().policy().text();
    Files.createDirectories(folder);
    Files.writeString(
        folder.resolve("neighbours.yaml"), shipped.replace("NEIGHBOUR: 0.2}", "NEIGHBOUR: 0.4}"));
    Files.writeString(folder.resolve("shipped.yaml"), shipped);
    Path controls = folder.resolve("controls.yaml");
    try (InputStream stream =
        ControlledSummer.class.getResourceAsStream("/oxus/standalone/controls.yaml")) {
      Files.write(controls, stream.readAllBytes());
    }
    return controls;
  }
}
