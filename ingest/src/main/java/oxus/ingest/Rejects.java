package oxus.ingest;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import oxus.ingest.intake.Receipt;

/** The lines of a file that could not be used, and beside them why; nothing until there is one. */
final class Rejects implements AutoCloseable {
  static final String REASONS = ".reasons.txt";

  private final Path folder;
  private final String name;
  private Optional<OutputStream> reasons = Optional.empty();
  private Optional<OutputStream> lines = Optional.empty();
  private int count;

  Rejects(Path folder, String name) {
    this.folder = folder;
    this.name = name;
  }

  int count() {
    return count;
  }

  void line(byte[] line, Receipt receipt) throws IOException {
    if (lines.isEmpty()) {
      Files.createDirectories(folder);
      lines = Optional.of(Files.newOutputStream(part("lines-of-" + name)));
    }
    lines.get().write(line);
    lines.get().write('\n');
    whole(receipt.error().orElse("refused"));
  }

  void whole(String why) throws IOException {
    if (reasons.isEmpty()) {
      Files.createDirectories(folder);
      reasons = Optional.of(Files.newOutputStream(part(name + REASONS)));
    }
    count++;
    reasons.get().write((why + "\n").getBytes(StandardCharsets.UTF_8));
  }

  private Path part(String file) {
    return folder.resolve("." + file + ".part");
  }

  void keep() throws IOException {
    close();
    for (String file : List.of("lines-of-" + name, name + REASONS)) {
      if (Files.exists(part(file))) {
        move(part(file), file);
      }
    }
  }

  private void move(Path part, String file) throws IOException {
    Files.move(part, FolderIntake.free(folder, file));
  }

  void forget() throws IOException {
    close();
    Files.deleteIfExists(part("lines-of-" + name));
    Files.deleteIfExists(part(name + REASONS));
  }

  @Override
  public void close() throws IOException {
    if (reasons.isPresent()) {
      reasons.get().close();
    }
    if (lines.isPresent()) {
      lines.get().close();
    }
  }
}
