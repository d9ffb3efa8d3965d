package oxus.theatre;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Loads a theatre from a folder or from those shipped; the one class here that opens files. */
public final class TheatreLoader {
  /** The theatre that is meant when none is named. */
  public static final String DEFAULT = "CA";

  /** A jar cannot be listed portably, so what is shipped is said here. */
  private static final List<String> SHIPPED = List.of(DEFAULT);

  private TheatreLoader() {}

  /** The theatre in a folder; throws with every problem when it has any. */
  public static Theatre load(Path folder) {
    List<Problem> problems = new ArrayList<>();
    return read(filesOf(folder, problems), problems);
  }

  /** What is wrong with the theatre in a folder; empty when it can be used. */
  public static List<Problem> validate(Path folder) {
    List<Problem> problems = new ArrayList<>();
    TheatreFiles files = filesOf(folder, problems);
    if (problems.isEmpty()) {
      TheatreReader.read(files, problems);
    }
    return List.copyOf(problems);
  }

  /** The default theatre. */
  public static Theatre shipped() {
    return byId(DEFAULT);
  }

  /** A shipped theatre. */
  public static Theatre byId(String id) {
    if (!SHIPPED.contains(id)) {
      throw new InvalidTheatreException(
          List.of(
              new Problem(id, 0, "no theatre of this id is shipped", Nearest.cure(id, SHIPPED))));
    }
    List<Problem> problems = new ArrayList<>();
    return read(shippedFiles(id, problems), problems);
  }

  private static Theatre read(TheatreFiles files, List<Problem> problems) {
    if (!problems.isEmpty()) {
      throw new InvalidTheatreException(problems);
    }
    Theatre theatre = TheatreReader.read(files, problems);
    if (!problems.isEmpty()) {
      throw new InvalidTheatreException(problems);
    }
    return theatre;
  }

  private static TheatreFiles filesOf(Path folder, List<Problem> problems) {
    Map<String, String> texts = new LinkedHashMap<>();
    TheatreFiles named = new TheatreFiles(folder.toString(), texts);
    if (!Files.isDirectory(folder)) {
      problems.add(
          new Problem(
              folder.toString(),
              0,
              "is no folder",
              "name the folder that holds " + TheatreFiles.THEATRE));
      return named;
    }
    for (String name : TheatreFiles.NAMES) {
      texts.put(name, textOf(folder.resolve(name), named.label(name), problems));
    }
    return new TheatreFiles(folder.toString(), texts);
  }

  private static String textOf(Path file, String label, List<Problem> problems) {
    try {
      return decode(Files.readAllBytes(file), label, problems);
    } catch (NoSuchFileException e) {
      problems.add(
          new Problem(label, 0, "the file is missing", "add it; theatre/README.md tells its form"));
    } catch (IOException e) {
      problems.add(
          new Problem(label, 0, "cannot be read: " + e, "check what it is and who may read it"));
    }
    return "";
  }

  private static TheatreFiles shippedFiles(String id, List<Problem> problems) {
    String folder = "theatres/" + id;
    Map<String, String> texts = new LinkedHashMap<>();
    for (String name : TheatreFiles.NAMES) {
      String path = folder + "/" + name;
      try (@Nullable InputStream file =
          TheatreLoader.class.getClassLoader().getResourceAsStream(path)) {
        if (file == null) {
          problems.add(new Problem(path, 0, "is not in the jar", "build the project anew"));
          continue;
        }
        texts.put(name, decode(file.readAllBytes(), path, problems));
      } catch (IOException e) {
        problems.add(new Problem(path, 0, "cannot be read: " + e, "build the project anew"));
      }
    }
    return new TheatreFiles(folder, texts);
  }

  /** Editors may begin a file with a byte order mark, and version control may change line ends. */
  private static String decode(byte[] bytes, String label, List<Problem> problems) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      String unmarked = text.startsWith("\uFEFF") ? text.substring(1) : text;
      return unmarked.replace("\r\n", "\n");
    } catch (CharacterCodingException e) {
      problems.add(new Problem(label, 0, "is not UTF-8", "save it as UTF-8"));
      return "";
    }
  }
}
