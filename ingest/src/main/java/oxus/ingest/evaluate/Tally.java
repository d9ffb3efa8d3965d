package oxus.ingest.evaluate;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Counts of events and what follows from them, for one type or for all. An event counts under its
 * own type, a gold event under its first, so per type {@code found} and {@code right} may differ.
 *
 * @param found required gold events that an extracted event stands for
 * @param missed required gold events that none stands for
 * @param right extracted events that stand for a required gold event
 * @param optional extracted events that stand for an optional one
 * @param wrong extracted events that gold does not have, badly quoted ones among them
 * @param badlyQuoted extracted events whose quote is too long or not in the article
 * @param duplicates extracted events that tell again what another one tells
 * @param scopesExact of the right ones, those whose scopes are exact
 * @param datesRight of the right ones, those whose dates are right
 * @param statusRight of the right ones, those whose status is right
 */
record Tally(
    int found,
    int missed,
    int right,
    int optional,
    int wrong,
    int badlyQuoted,
    int duplicates,
    int scopesExact,
    int datesRight,
    int statusRight) {

  static Tally of(Collection<JudgedArticle> articles) {
    return of(articles, event -> true, gold -> true);
  }

  static Tally of(
      Collection<JudgedArticle> articles, Predicate<JudgedEvent> event, Predicate<GoldEvent> gold) {
    List<JudgedEvent> all =
        articles.stream().flatMap(article -> article.events().stream()).toList();
    List<JudgedEvent> ours = all.stream().filter(event).toList();
    List<Fit> fits = right(ours).flatMap(judged -> judged.fit().stream()).toList();
    return new Tally(
        count(right(all).flatMap(judged -> judged.gold().stream()).filter(gold)),
        count(articles.stream().flatMap(article -> article.missed().stream()).filter(gold)),
        count(right(ours)),
        count(ours, Verdict.OPTIONAL),
        count(ours, Verdict.WRONG) + count(ours, Verdict.BADLY_QUOTED),
        count(ours, Verdict.BADLY_QUOTED),
        count(ours, Verdict.DUPLICATE),
        count(fits.stream().filter(Fit::scopeExact)),
        count(fits.stream().filter(Fit::datesRight)),
        count(fits.stream().filter(Fit::statusRight)));
  }

  private static Stream<JudgedEvent> right(List<JudgedEvent> events) {
    return events.stream().filter(event -> event.is(Verdict.RIGHT));
  }

  private static int count(List<JudgedEvent> events, Verdict verdict) {
    return count(events.stream().filter(event -> event.is(verdict)));
  }

  private static int count(Stream<?> items) {
    return Math.toIntExact(items.count());
  }

  int gold() {
    return found + missed;
  }

  /** How many of the events told are right; optional ones count neither way. */
  Optional<Double> precision() {
    return ratio(right, right + wrong + duplicates);
  }

  /** How many of the required gold events were found. */
  Optional<Double> recall() {
    return ratio(found, gold());
  }

  /** The harmonic mean of precision and recall; a missing one counts as nothing. */
  Optional<Double> f1() {
    double precision = precision().orElse(0.0);
    double recall = recall().orElse(0.0);
    if (precision().isEmpty() && recall().isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        precision + recall == 0 ? 0.0 : 2 * precision * recall / (precision + recall));
  }

  Optional<Double> scope() {
    return ratio(scopesExact, right);
  }

  Optional<Double> dates() {
    return ratio(datesRight, right);
  }

  Optional<Double> status() {
    return ratio(statusRight, right);
  }

  boolean isEmpty() {
    return gold() + right + optional + wrong + duplicates == 0;
  }

  private static Optional<Double> ratio(int part, int whole) {
    return whole == 0 ? Optional.empty() : Optional.of((double) part / whole);
  }
}
