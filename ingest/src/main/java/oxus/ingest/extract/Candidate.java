package oxus.ingest.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import oxus.schemas.EventType;
import oxus.schemas.Evidence;
import oxus.schemas.Figure;
import oxus.schemas.ReportStatus;

/**
 * An event as one sentence gives it, before it is merged with others of the article.
 *
 * @param dated false when the text gives no date
 * @param sentence number of the sentence that it was last mentioned in
 * @param fresh true when the sentence turns to something else: "Earlier, …", "Separately, …"
 * @param definite true when the sentence points back at something told before: "the talks"
 */
record Candidate(
    Rule rule,
    ReportStatus status,
    Located located,
    Interval interval,
    boolean dated,
    Optional<Party> initiator,
    Optional<Party> target,
    Optional<Figure> figure,
    Optional<Attribution> attribution,
    List<Evidence> evidence,
    int confidence,
    int sentence,
    boolean definite,
    boolean fresh,
    Signs signs) {

  /** More than an event carries tells nobody more, and would cost more with each. */
  private static final int MOST_PASSAGES = 5;

  /**
   * Someone in an event.
   *
   * @param id actor id, or the text's words
   * @param key what tells it from others: actor id, else country, else empty
   */
  record Party(String id, String key) {}

  Candidate {
    evidence = List.copyOf(evidence);
  }

  /**
   * What another sentence says of this event: that it did not happen.
   *
   * @param by stands for the denial of such an event
   * @param who says so
   * @param passage that sentence
   * @param at its number
   */
  Candidate denied(Rule by, Optional<Attribution> who, Evidence passage, int at, Signs shown) {
    return new Candidate(
        by,
        ReportStatus.DENIED,
        new Located(
            located.scopes(),
            located.places(),
            located.text(),
            located.inferred() || at != sentence),
        interval,
        dated,
        initiator,
        target,
        figure,
        who,
        List.of(passage),
        confidence,
        at,
        true,
        false,
        shown);
  }

  /** This event with what the words of its sentence weigh. */
  Candidate weighed(int weight, int lead, int near) {
    return new Candidate(
        rule,
        status,
        located,
        interval,
        dated,
        initiator,
        target,
        figure,
        attribution,
        evidence,
        confidence,
        sentence,
        definite,
        fresh,
        signs.weighed(weight, lead, near));
  }

  EventType type() {
    return rule.type();
  }

  /** This event with another mention of it: the narrower scope, the better date, all passages. */
  Candidate with(Candidate other) {
    boolean narrower = narrowness(other) > narrowness(this);
    boolean betterDate = other.dated && (!dated || days(other.interval) < days(interval));
    List<Evidence> passages = new ArrayList<>(evidence);
    for (Evidence passage : other.evidence) {
      if (passages.size() < MOST_PASSAGES && !passages.contains(passage)) {
        passages.add(passage);
      }
    }
    return new Candidate(
        rule,
        status,
        narrower ? other.located : located,
        betterDate ? other.interval : interval,
        dated || other.dated,
        initiator.or(other::initiator),
        target.or(other::target),
        figure.or(other::figure),
        attribution.or(other::attribution),
        passages,
        Math.min(1000, Math.max(confidence, other.confidence) + 20),
        other.sentence,
        definite,
        fresh,
        signs.with(other.signs));
  }

  private static long days(Interval interval) {
    return interval.to().toEpochDay() - interval.from().toEpochDay();
  }

  private static int narrowness(Candidate candidate) {
    if (candidate.located.inferred()) {
      return 0;
    }
    return candidate.located.scopes().stream().allMatch(scope -> scope.indexOf('/') > 0) ? 2 : 1;
  }
}
