package oxus.ingest.extract;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import oxus.ingest.extract.Signs.Sign;
import oxus.schemas.EventType;
import oxus.schemas.ReportStatus;

/** What an article shows of each of its events: when, where, by whom, beside which others. */
final class ArticleSigns {
  private static final int POSITIONS = 6;
  private static final int QUARTERS = 4;

  private final LocalDate published;
  private final Bearings bearings;
  private final Supplier<Map<EventType, Integer>> weighTitle;
  private Map<EventType, Integer> title = Map.of();
  private final List<Sentence> sentences;

  /**
   * @param weighTitle tells what the words of the title say for each type
   * @param sentences all that the article has
   */
  ArticleSigns(
      LocalDate published,
      Bearings bearings,
      Supplier<Map<EventType, Integer>> weighTitle,
      List<Sentence> sentences) {
    this.published = published;
    this.bearings = bearings;
    this.weighTitle = weighTitle;
    this.sentences = List.copyOf(sentences);
  }

  Bearings bearings() {
    return bearings;
  }

  /** How many of the article's sentences have words. */
  long sentences() {
    return sentences.stream()
        .filter(sentence -> sentence.tokens().stream().anyMatch(Token::isWord))
        .count();
  }

  /** The signs of one of the article's events. */
  List<Sign> of(List<Candidate> candidates, int index) {
    if (title.isEmpty()) {
      title = weighTitle.get();
    }
    Candidate one = candidates.get(index);
    List<Sign> signs = new ArrayList<>(one.signs().signs());
    if (DenialSigns.isCopy(one)) {
      new DenialSigns(bearings, candidates, index).addTo(signs);
      return signs;
    }
    addWeight(signs, one);
    addWhen(signs, one);
    addWhere(signs, one);
    addWho(signs, one);
    new NeighbourSigns(bearings, candidates, index).addTo(signs);
    if (one.status() == ReportStatus.DENIED) {
      new DenialSigns(bearings, candidates, index).addTo(signs);
    }
    return signs;
  }

  private void addWeight(List<Sign> signs, Candidate one) {
    boolean byRule = !one.rule().id().equals(WeighedRules.ID);
    signs.add(new Sign("type", one.type().name()));
    signs.add(new Sign("ruled", SentenceSigns.truth(byRule)));
    steps(signs, "weight", one.signs().weight(), 500, -12, 16);
    steps(signs, byRule ? "weight-ruled" : "weight-alone", one.signs().weight(), 1000, -6, 8);
    steps(signs, "near", one.signs().near(), 1000, -8, 8);
    int gain = one.signs().near() - one.signs().weight();
    steps(signs, "gain", gain, 1000, -8, 8);
    steps(signs, "lead", one.signs().lead(), 1000, -6, 8);
    steps(signs, "title", title.getOrDefault(one.type(), 0), 1000, -8, 6);
    signs.add(new Sign("mentions", SentenceSigns.digit(Math.min(4, one.signs().mentions()))));
    int position = one.sentence() <= 1 ? one.sentence() : 1 + one.sentence() / 3;
    signs.add(new Sign("position", SentenceSigns.digit(Math.min(POSITIONS, position))));
    int quarter = QUARTERS * one.sentence() / (sentences.size() + 1);
    signs.add(new Sign("quarter", SentenceSigns.digit(quarter)));
  }

  private void addWhen(List<Sign> signs, Candidate one) {
    signs.add(new Sign("status", one.status().name()));
    signs.add(new Sign(one.status().name(), one.type().name()));
    signs.add(new Sign("dated", SentenceSigns.truth(one.dated())));
    if (one.dated()) {
      String ago = ago(published.toEpochDay() - one.interval().to().toEpochDay());
      signs.add(new Sign("ago", ago));
      signs.add(new Sign(one.status().name(), ago));
      signs.add(new Sign("precision", one.interval().precision().name()));
    }
  }

  private static String ago(long days) {
    if (days < 0) {
      return days < -30 ? "far-ahead" : "ahead";
    }
    if (days <= 10) {
      return days <= 1 ? "now" : days <= 4 ? "days" : "week";
    }
    return days <= 31 ? "month" : days <= 90 ? "season" : "long";
  }

  private void addWhere(List<Sign> signs, Candidate one) {
    Located located = one.located();
    String inferred = located.inferred() ? "place-inferred" : "place-named";
    String scope = located.scopes().get(0);
    String level = scope.indexOf('/') > 0 ? "sector" : "border";
    level = scope.equals(bearings.theatre()) ? "theatre" : level;
    signs.add(new Sign(inferred, "-"));
    signs.add(new Sign(inferred, one.type().name()));
    signs.add(new Sign("level", level));
    signs.add(new Sign(level, one.type().name()));
    signs.add(new Sign("scopes", SentenceSigns.digit(Math.min(4, located.scopes().size()))));
    signs.add(new Sign("place", SentenceSigns.truth(!located.text().isEmpty())));
  }

  private static void addWho(List<Sign> signs, Candidate one) {
    signs.add(new Sign("initiator", known(one.initiator())));
    signs.add(new Sign("target", known(one.target())));
    signs.add(new Sign("claimant", SentenceSigns.truth(one.attribution().isPresent())));
    signs.add(new Sign("figure", SentenceSigns.truth(one.figure().isPresent())));
    signs.add(new Sign("definite", SentenceSigns.truth(one.definite())));
    signs.add(new Sign("fresh", SentenceSigns.truth(one.fresh())));
  }

  private static String known(Optional<Candidate.Party> party) {
    return party.map(someone -> someone.key().isEmpty() ? "unknown" : "known").orElse("none");
  }

  /** A sign for the steps that a number has taken. */
  static void steps(List<Sign> signs, String name, int number, int width, int from, int to) {
    int top = Math.min(to, Math.floorDiv(number, width));
    if (top > from) {
      signs.add(Sign.steps(name, from, top));
    }
  }
}
