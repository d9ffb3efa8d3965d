package oxus.ingest.imports;

import java.util.List;

/**
 * What became of one row of a table.
 *
 * @param reason why it gave no report; empty for one that did
 * @param reports the reports that it gave, each as a line of JSON that a replay reads
 */
public record Fate(Kind kind, String reason, List<String> reports) {

  /** Each row has exactly one of these. */
  public enum Kind {
    /** It gave one report or several. */
    IMPORTED,
    /** No rule says what type of event it is, or the rules say that it is none. */
    UNMAPPED,
    /** It bears on no sector of the theatre, or lies outside the time asked for. */
    OUTSIDE,
    /** An earlier row told the same. */
    REPEATED,
    /** It cannot be read. */
    REJECTED
  }

  public Fate {
    reports = List.copyOf(reports);
  }

  static Fate imported(List<String> reports) {
    return new Fate(Kind.IMPORTED, "", reports);
  }

  static Fate of(Kind kind, String reason) {
    return new Fate(kind, reason, List.of());
  }

  public static Fate rejected(String reason) {
    return of(Kind.REJECTED, reason);
  }
}
