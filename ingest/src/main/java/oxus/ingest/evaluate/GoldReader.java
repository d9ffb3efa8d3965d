package oxus.ingest.evaluate;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import oxus.ingest.article.Draft.PublicationTime;
import oxus.ingest.article.PublicationTimes;
import oxus.schemas.ReportStatus;
import oxus.theatre.Problem;
import oxus.theatre.Theatre;

/** Reads gold: an article's line, then one line an event. */
public final class GoldReader {
  private final Set<String> scopes = new TreeSet<>();

  /**
   * What a gold file holds.
   *
   * @param gold empty when anything in the file is wrong: a score over a part of it would mislead
   */
  public record Reading(Optional<GoldArticle> gold, List<Problem> problems) {
    public Reading {
      problems = List.copyOf(problems);
    }
  }

  public GoldReader(Theatre theatre) {
    scopes.add(theatre.id());
    theatre.borders().forEach(border -> scopes.add(border.id()));
    theatre.sectors().forEach(sector -> scopes.add(sector.id()));
  }

  /**
   * Reads a gold file.
   *
   * @param file its name, for messages
   */
  public Reading read(String file, String text) {
    Optional<GoldArticle> head = Optional.empty();
    List<GoldEvent> events = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    int number = 0;
    for (String line : text.split("\n", -1)) {
      number++;
      if (line.isBlank()) {
        continue;
      }
      try {
        if (head.isEmpty()) {
          head = Optional.of(head(GoldLine.parse(line)));
        } else {
          events.add(event(GoldLine.parse(line), ids));
        }
      } catch (BadGoldException e) {
        problems.add(new Problem(file, number, e.culprit(), e.cure()));
        if (head.isEmpty()) {
          return new Reading(Optional.empty(), problems); // the rest would only repeat it
        }
      }
    }
    if (head.isEmpty()) {
      problems.add(new Problem(file, 0, "no line", "begin with doc, published and source"));
    }
    return new Reading(
        head.filter(known -> problems.isEmpty())
            .map(known -> new GoldArticle(known.doc(), known.published(), known.source(), events)),
        problems);
  }

  private static GoldArticle head(GoldLine line) {
    return new GoldArticle(
        line.one("doc"), published(line.one("published")), line.one("source"), List.of());
  }

  private static PublicationTime published(String text) {
    try {
      return PublicationTimes.parse(text);
    } catch (IllegalArgumentException e) {
      throw new BadGoldException(
          "'published' is '" + text + "', which is no time",
          "write 2021-06-22 or 2021-06-22T12:23:00Z",
          e);
    }
  }

  private GoldEvent event(GoldLine line, Set<String> ids) {
    GoldEvent event =
        new GoldEvent(
            line.one("id"),
            line.all("type").stream().map(GoldTerms::type).toList(),
            line.all("scope").stream().map(this::scope).toList(),
            date(line, "from"),
            date(line, "to"),
            line.all("status").stream().map(GoldReader::status).toList(),
            cue(line),
            required(line));
    if (event.from().isAfter(event.to())) {
      throw new BadGoldException("'from' is after 'to'", "swap them");
    }
    if (!ids.add(event.id())) {
      throw new BadGoldException("id '" + event.id() + "' comes twice", "number it anew");
    }
    return event;
  }

  private String scope(String text) {
    if (!scopes.contains(text)) {
      throw new BadGoldException(
          "scope '" + text + "' is not in the theatre", "use one of " + String.join(", ", scopes));
    }
    return text;
  }

  private static ReportStatus status(String text) {
    return Arrays.stream(ReportStatus.values())
        .filter(status -> status.name().equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                new BadGoldException(
                    "status '" + text + "' is unknown",
                    "use one of " + Arrays.toString(ReportStatus.values())));
  }

  private static LocalDate date(GoldLine line, String name) {
    String text = line.one(name);
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw new BadGoldException(
          "'" + name + "' is '" + text + "', which is no date", "write 2021-06-22", e);
    }
  }

  private static String cue(GoldLine line) {
    String cue = line.one("cue");
    if (Passage.words(cue).isEmpty()) {
      throw new BadGoldException(
          "'cue' has no word in Latin letters", "quote the piece of the article that says so");
    }
    return cue;
  }

  private static boolean required(GoldLine line) {
    String text = line.one("req");
    if (!text.equals("true") && !text.equals("false")) {
      throw new BadGoldException("'req' is '" + text + "'", "write true or false");
    }
    return text.equals("true");
  }
}
