package oxus.theatre;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The made-up theatre of two countries, to be read as it is or with one piece replaced. */
record TinyTheatre(Map<String, String> texts) {

  static TinyTheatre tiny() {
    Map<String, String> texts = new LinkedHashMap<>();
    for (String name : TheatreFiles.NAMES) {
      texts.put(name, resource("/theatres/tiny/" + name));
    }
    return new TinyTheatre(texts);
  }

  TinyTheatre with(String file, String piece, String replacement) {
    String text = texts.getOrDefault(file, "");
    if (!text.contains(piece)) {
      throw new IllegalArgumentException(file + " has no '" + piece + "' to replace");
    }
    Map<String, String> changed = new LinkedHashMap<>(texts);
    changed.put(file, text.replace(piece, replacement));
    return new TinyTheatre(changed);
  }

  /** Writes the files, so that they can be loaded from a folder. */
  Path in(Path folder) {
    try {
      for (Map.Entry<String, String> text : texts.entrySet()) {
        Files.writeString(folder.resolve(text.getKey()), text.getValue());
      }
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Theatre read() {
    return TheatreReader.read(new TheatreFiles("", texts), new ArrayList<>());
  }

  List<String> problems() {
    List<Problem> problems = new ArrayList<>();
    TheatreReader.read(new TheatreFiles("", texts), problems);
    return problems.stream().map(Problem::toString).toList();
  }

  private static String resource(String path) {
    try (InputStream file = TinyTheatre.class.getResourceAsStream(path)) {
      if (file == null) {
        throw new IllegalStateException(path + " is not on the test classpath");
      }
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
