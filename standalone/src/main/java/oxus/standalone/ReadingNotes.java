package oxus.standalone;

import java.util.ArrayList;
import java.util.List;
import oxus.ingest.extract.Note;
import oxus.ingest.extract.Note.Outcome;

/**
 * Prints how an article was read: each sentence once, below it what it gave and what it did not.
 */
final class ReadingNotes {
  private static final int LONGEST = 160;

  private ReadingNotes() {}

  static List<String> lines(String doc, List<Note> notes) {
    List<String> lines = new ArrayList<>();
    lines.add(doc);
    int start = -1;
    for (Note note : notes) {
      if (note.outcome() != Outcome.MERGED && note.start() != start) {
        start = note.start();
        lines.add("  [" + start + "] " + shortened(note.passage()));
      }
      lines.add("    " + line(note));
      note.details().forEach(detail -> lines.add("        " + detail));
    }
    return lines;
  }

  private static String line(Note note) {
    String by = note.rule() + (note.trigger().isEmpty() ? "" : " by \"" + note.trigger() + "\"");
    return switch (note.outcome()) {
      case FOUND -> "event      " + note.reason() + ", rule " + by;
      case WEIGHED -> "weighed    " + by + ": " + note.reason();
      case MERGED -> "same       [" + note.start() + "] " + note.reason() + ", rule " + by;
      case DISCARDED -> "no event   " + by + ": " + note.reason();
      case SKIPPED -> "not read   " + note.reason();
    };
  }

  private static String shortened(String passage) {
    String line = passage.replaceAll("\\s+", " ");
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST - 1) + "…";
  }
}
