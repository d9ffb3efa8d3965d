package oxus.standalone.diff;

import java.util.Set;

/** The kinds of record that a run leaves behind, each in a file of its own. */
public enum Kind {
  CHANGE("changes.ndjson", "sector"),
  ASSESSMENT("assessments.ndjson", "sector"),
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

  /** Fields that only count: one record more in one run shifts them in all that follow. */
  Set<String> numbering() {
    return switch (this) {
      case CHANGE -> Set.of("changeId", "sequence");
      case ASSESSMENT -> Set.of("sequence");
      case DISPOSITION -> Set.of();
    };
  }
}
