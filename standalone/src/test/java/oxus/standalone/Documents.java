package oxus.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The project's documents and sources as text, for tests that compare the one with the other. */
final class Documents {
  static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

  private static final Pattern QUOTED = Pattern.compile("`([^`\n]+)`");

  private Documents() {}

  static String text(String file) {
    return text(ROOT.resolve(file));
  }

  static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What stands under a heading of the second level, up to the next one. */
  static String section(String file, String heading) {
    String text = text(file);
    int start = text.indexOf("\n## " + heading + "\n");
    if (start < 0) {
      throw new IllegalArgumentException(file + " has no section '" + heading + "'");
    }
    int end = text.indexOf("\n## ", start + 1);
    return text.substring(start, end < 0 ? text.length() : end);
  }

  /** The rows of a table whose first heading is this, cell by cell, without the heading. */
  static List<List<String>> table(String section, String firstHeading) {
    List<List<String>> rows = new ArrayList<>();
    List<String> lines =
        section
            .lines()
            .dropWhile(line -> !line.startsWith("| " + firstHeading + " |"))
            .takeWhile(line -> line.startsWith("|"))
            .skip(2)
            .toList();
    for (String line : lines) {
      String inner = line.substring(1, line.lastIndexOf('|'));
      rows.add(Arrays.stream(inner.split("(?<!\\\\)\\|", -1)).map(String::strip).toList());
    }
    return rows;
  }

  /** What stands in backquotes. */
  static List<String> quoted(String text) {
    return QUOTED.matcher(text).results().map(found -> found.group(1)).toList();
  }

  static List<String> found(String pattern, String text) {
    return Pattern.compile(pattern).matcher(text).results().map(MatchResult::group).toList();
  }

  /** Files of the project by the end of their name; nothing that a build made. */
  static List<Path> files(String ending) {
    try (Stream<Path> files = Files.walk(ROOT)) {
      return files
          .filter(file -> file.toString().endsWith(ending))
          .filter(
              file ->
                  !ROOT.relativize(file)
                      .toString()
                      .matches("(.*/)?(target|node_modules|data|\\.git)/.*"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All sources of production, as one text. */
  static String sources(String module) {
    StringBuilder all = new StringBuilder();
    for (Path file : files(".java")) {
      if (file.startsWith(ROOT.resolve(module)) && file.toString().contains("/src/main/")) {
        all.append(text(file));
      }
    }
    return all.toString();
  }
}
