package oxus.ingest.extract;

import java.util.Optional;
import oxus.ingest.extract.Candidate.Party;
import oxus.schemas.Figure;
import oxus.theatre.Actor;

/** Names who is in an event, and how many of them. */
final class Parties {
  private static final int FIGURE_REACH = 14;
  private static final int BOUNDARY = 7;
  private static final int COUNTS_PARTY = 10;

  private final CleanText clean;

  Parties(CleanText clean) {
    this.clean = clean;
  }

  /** The actor that the theatre knows, else the text's words with their nationality. */
  Party of(Reading reading, Mention mention) {
    if (mention.entry().actor().isPresent()) {
      Actor actor = mention.entry().actor().get();
      return new Party(actor.id(), actor.country().orElse(actor.id()));
    }
    int from = mention.from();
    String country = mention.entry().country().orElse("");
    Mention before = from > 0 ? reading.at(from - 1) : null;
    if (before != null && before.is(Kind.NATIONAL)) {
      from = before.from();
      country = before.entry().country().orElse("");
    } else if (before != null && before.entry().actor().isPresent()) {
      from = before.from();
      Actor actor = before.entry().actor().get();
      country = actor.country().orElse(actor.id());
    }
    int start = reading.sentence().token(from).start();
    int end = reading.sentence().token(mention.to() - 1).end();
    return new Party(clean.text().substring(start, end), country);
  }

  /** The figure that counts the parties, else the nearest one. */
  static Optional<Figure> figure(Reading reading, Mention at, Arguments arguments) {
    FigureMention best = null;
    int nearest = FIGURE_REACH;
    for (FigureMention figure : reading.figures()) {
      boolean counts = covers(figure, arguments.subject()) || covers(figure, arguments.object());
      int gap = figure.from() >= at.to() ? figure.from() - at.to() : at.from() - figure.to();
      int distance =
          Math.max(0, gap)
              + BOUNDARY * reading.boundaries(figure.from(), at.from())
              - (counts ? COUNTS_PARTY : 0);
      if (distance < nearest) {
        nearest = distance;
        best = figure;
      }
    }
    return best == null ? Optional.empty() : Optional.of(best.figure());
  }

  private static boolean covers(FigureMention figure, Optional<Mention> argument) {
    return argument.isPresent()
        && figure.from() < argument.get().to()
        && argument.get().from() < figure.to() + 2;
  }
}
