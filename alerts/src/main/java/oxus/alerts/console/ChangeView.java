package oxus.alerts.console;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import oxus.schemas.Article;
import oxus.schemas.CitedReport;
import oxus.schemas.Contribution;
import oxus.schemas.Ruling;

/**
 * One change's page.
 *
 * @param history the sector's changes, newest first
 * @param contexts by event id: the quote in the article's text, where the text is kept
 * @param rulings by event id: what analysts ruled on a report since the change was decided
 */
record ChangeView(
    Posted posted,
    List<Posted> history,
    Optional<Fading> fading,
    Map<String, Context> contexts,
    Map<String, List<Ruling>> rulings) {

  ChangeView {
    history = List.copyOf(history);
    contexts = Map.copyOf(contexts);
    rulings = Map.copyOf(rulings);
  }

  static ChangeView of(Posted posted, List<Posted> history, Optional<Fading> fading, Board board) {
    Map<String, Context> contexts = new HashMap<>();
    Map<String, List<Ruling>> rulings = new HashMap<>();
    for (Contribution contribution : posted.change().getContributions()) {
      for (CitedReport report : contribution.getReports()) {
        rulings.put(report.getEvent(), later(board.reports().rulings(report.getEvent()), posted));
        Optional<Article> article = board.articles().find(report.getArticleKey());
        article
            .flatMap(text -> Context.of(text, report))
            .ifPresent(context -> contexts.put(report.getEvent(), context));
      }
    }
    return new ChangeView(posted, history, fading, contexts, rulings);
  }

  /** A ruling made before has already shaped what the change shows. */
  private static List<Ruling> later(List<Ruling> rulings, Posted posted) {
    return rulings.stream()
        .filter(ruling -> ruling.getAt().isAfter(posted.change().getAt()))
        .toList();
  }

  /** The change before this one of the same sector. */
  Optional<Posted> previous() {
    return history.stream()
        .filter(other -> other.change().getSequence() == posted.change().getSequence() - 1)
        .findFirst();
  }

  /** The change after this one of the same sector. */
  Optional<Posted> next() {
    return history.stream()
        .filter(other -> other.change().getSequence() == posted.change().getSequence() + 1)
        .findFirst();
  }
}
