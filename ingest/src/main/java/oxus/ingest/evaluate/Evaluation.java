package oxus.ingest.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import oxus.schemas.EventType;

/** The score of an extractor over articles. */
public record Evaluation(List<JudgedArticle> articles) {

  public Evaluation {
    articles = List.copyOf(articles);
  }

  Tally total() {
    return Tally.of(articles);
  }

  /** In the order of the table of types; types of which nothing is to be said are left out. */
  Map<EventType, Tally> byType() {
    Map<EventType, Tally> tallies = new TreeMap<>();
    for (EventType type : EventType.values()) {
      Tally tally =
          Tally.of(
              articles, judged -> judged.event().getType() == type, gold -> gold.type() == type);
      if (!tally.isEmpty()) {
        tallies.put(type, tally);
      }
    }
    return tallies;
  }

  /** Articles with nothing to report. */
  long quiet() {
    return count(JudgedArticle::hasNothingToReport);
  }

  long quietLeftEmpty() {
    return count(article -> article.hasNothingToReport() && article.events().isEmpty());
  }

  /** Articles with an event that is to be found. */
  long eventful() {
    return count(JudgedArticle::hasSomethingToReport);
  }

  long eventfulLeftEmpty() {
    return count(article -> article.hasSomethingToReport() && article.events().isEmpty());
  }

  /** Gold events of types that do not count. */
  long leftAside() {
    return articles.stream()
        .mapToLong(article -> article.gold().events().size() - article.counted().size())
        .sum();
  }

  /** Every miss, false hit and duplicate, article by article. */
  List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    for (JudgedArticle article : articles) {
      String doc = article.gold().doc();
      article.missed().forEach(gold -> findings.add(Finding.missed(doc, gold)));
      article.events().stream()
          .flatMap(judged -> Finding.of(doc, judged).stream())
          .forEach(findings::add);
    }
    return findings;
  }

  private long count(Predicate<JudgedArticle> which) {
    return articles.stream().filter(which).count();
  }
}
