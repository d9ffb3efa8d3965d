package oxus.standalone;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;
import oxus.ingest.BadInputException;
import oxus.standalone.story.Story;
import oxus.standalone.story.StoryReader;
import oxus.theatre.Problem;
import oxus.theatre.Theatre;

/** Finds and reads the stories in a folder, one a file. */
final class StoryFiles {
  private static final List<String> ENDINGS = List.of(".yaml", ".yml");

  /**
   * What a folder holds.
   *
   * @param problems everything that is wrong; the stories are not to be run when there is any
   */
  record Reading(List<Story> stories, List<Problem> problems) {
    Reading {
      stories = List.copyOf(stories);
      problems = List.copyOf(problems);
    }
  }

  private StoryFiles() {}

  /**
   * Reads the stories, in the order of their names.
   *
   * @param run a glob that their names must match; empty: all
   */
  static Reading read(Path folder, Optional<String> run, Theatre theatre) {
    List<Path> files = files(folder);
    if (files.isEmpty()) {
      throw new BadInputException(folder + " holds no story; a story is a .yaml file in it");
    }
    List<Path> chosen = run.map(glob -> matching(files, glob)).orElse(files);
    if (chosen.isEmpty()) {
      throw new BadInputException(
          "no story of "
              + folder
              + " is called "
              + run.orElse("")
              + "; leave out --run to see all");
    }
    List<Problem> problems = new ArrayList<>();
    StoryReader reader = new StoryReader(theatre, problems);
    List<Story> stories = new ArrayList<>();
    for (Path file : chosen) {
      text(file, problems)
          .ifPresent(
              text ->
                  stories.add(
                      reader.read(
                          name(file),
                          file.toString(),
                          text,
                          policy -> ControlFile.beside(file, policy))));
    }
    return new Reading(stories, problems);
  }

  private static List<Path> files(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new BadInputException(folder + " is no folder; name one that holds stories");
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> ENDINGS.stream().anyMatch(file.toString()::endsWith))
          .filter(Files::isRegularFile)
          .sorted(Comparator.comparing(Path::toString))
          .toList();
    } catch (IOException e) {
      throw new BadInputException("cannot read " + folder + ": " + e.getMessage());
    }
  }

  private static List<Path> matching(List<Path> files, String glob) {
    try {
      PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + glob);
      return files.stream().filter(file -> matcher.matches(Path.of(name(file)))).toList();
    } catch (PatternSyntaxException e) {
      throw new BadInputException(
          "'" + glob + "' is no glob: " + e.getDescription() + "; write it as 'crossing*'");
    }
  }

  private static String name(Path file) {
    String name = file.getFileName().toString();
    return name.substring(0, name.lastIndexOf('.'));
  }

  private static Optional<String> text(Path file, List<Problem> problems) {
    try {
      return Optional.of(Files.readString(file));
    } catch (CharacterCodingException e) {
      problems.add(new Problem(file.toString(), 0, "is not UTF-8", "save it as UTF-8"));
    } catch (IOException e) {
      problems.add(
          new Problem(file.toString(), 0, "cannot be read: " + e, "check who may read it"));
    }
    return Optional.empty();
  }
}
