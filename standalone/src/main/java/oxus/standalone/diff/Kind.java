package oxus.standalone.diff;

import java.util.Set;

/** The kinds of record that a run leaves behind, each in a file of its own. */
public enum Kind {
  CHANGE("changes.ndjson", "sector"),
  ASSESSMENT("assessments.ndjson", "sector"),
  EVENT("events.ndjson", "article"),
  DISPOSITION("dispositions.ndjson", "article");

  private final String file;
  private final String subject;

  Kind(String file, String subject) {
    this.file = file;
    this.subject = subject;
  }

  public String file() {
    return file;
  }

  /** The field that says what the record is about. */
  String subject() {
    return subject;
  }

  boolean isOfSector() {
    return subject.equals("sector");
  }

  /**
   * Fields that say nothing of what differs: one record more in one run shifts a number in all that
   * follow, and an event's id is made of what it says.
   */
  Set<String> numbering() {
    return switch (this) {
      case CHANGE -> Set.of("changeId", "sequence");
      case ASSESSMENT -> Set.of("sequence");
      case EVENT -> Set.of("event", "extractor");
      case DISPOSITION -> Set.of();
    };
  }
}
