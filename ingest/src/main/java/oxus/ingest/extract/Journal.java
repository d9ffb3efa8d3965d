package oxus.ingest.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Keeps notes of how an article was read, when someone asked for them; else costs nothing. */
final class Journal {
  private final boolean kept;
  private final List<Note> notes = new ArrayList<>();

  private Journal(boolean kept) {
    this.kept = kept;
  }

  static Journal kept() {
    return new Journal(true);
  }

  static Journal none() {
    return new Journal(false);
  }

  void note(Supplier<Note> note) {
    if (kept) {
      notes.add(note.get());
    }
  }

  List<Note> notes() {
    return List.copyOf(notes);
  }
}
