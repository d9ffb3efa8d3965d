package oxus.ingest.extract;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import oxus.schemas.EventType;
import oxus.schemas.Evidence;
import oxus.schemas.ReportStatus;

/**
 * Finds what a sentence may deny of what was told just before: {@code the ministry called these
 * reports false}. The denial takes its type, place and date from the claim; whether it is one is
 * for the sieve to say.
 */
final class EarlierDenied {
  /** How many sentences before a denial its claim may stand. */
  private static final int REACH = 2;

  /** So many claims of those before are tried. */
  private static final int TRIED = 2;

  /** What a sentence of distance takes from the odds of a claim. */
  private static final int DISTANCE = 1500;

  /** Below this a sentence that only says "no" or "still" does not speak of the claim. */
  private static final int NAMED = -6_000;

  /** The same for a claim that is not of the sentence just before. */
  private static final int NAMED_FAR = -3_000;

  /** Denied by what is so still: {@code the town is in our hands}. */
  private static final Set<EventType> CONTROL =
      Set.of(EventType.BORDER_SEIZURE, EventType.TERRITORY_SEIZURE, EventType.RECAPTURE);

  private final WeighedRules rules;
  private final Focus focus;
  private final CleanText clean;
  private final boolean single;
  private final List<Candidate> claims = new ArrayList<>();

  /**
   * Remembers what an article tells.
   *
   * @param single whether a sentence is the whole text, which no sieve looks at
   */
  EarlierDenied(WeighedRules rules, Focus focus, CleanText clean, boolean single) {
    this.rules = rules;
    this.focus = focus;
    this.clean = clean;
    this.single = single;
  }

  /** A sentence that may deny something, with its number and how it denies. */
  private record Denying(Reading reading, Weighing weighing, int number, DenialMarks marks) {
    int gap(Candidate claim) {
      return number - claim.sentence();
    }

    boolean isSpoken() {
      return reading.has(Kind.SAYING.bit())
          || reading.sentence().hasSpeakerColon()
          || reading.sentence().hasQuotes();
    }
  }

  /**
   * The denials that a sentence may hold.
   *
   * @param told what the sentence itself tells of
   */
  List<Candidate> in(
      Reading reading, Weighing weighing, List<Candidate> told, Supplier<SentenceSigns> signs) {
    int number = focus.sentence();
    claims.removeIf(claim -> number - claim.sentence() > REACH);
    for (Candidate candidate : told) {
      if (candidate.status() == ReportStatus.REPORTED && candidate.type() != EventType.TALKS) {
        claims.add(candidate);
      }
    }
    if (claims.isEmpty()) {
      return List.of();
    }
    DenialMarks marks = DenialMarks.in(reading.sentence());
    if (!marks.any()) {
      return List.of();
    }
    Denying denying = new Denying(reading, weighing, number, marks);
    List<Candidate> likely = likely(denying);
    return likely.isEmpty() ? List.of() : denied(denying, likely, signs.get());
  }

  /** Claims that the sentence may deny, the likeliest first, one of each type and place. */
  private List<Candidate> likely(Denying denying) {
    List<Candidate> likely = new ArrayList<>();
    for (int i = claims.size() - 1; i >= 0; i--) {
      Candidate claim = claims.get(i);
      if (mayDeny(denying, claim) && likely.stream().noneMatch(later -> isSame(claim, later))) {
        likely.add(claim);
      }
    }
    likely.sort(Comparator.comparingInt(claim -> -likelihood(denying, claim)));
    return single ? likely : likely.subList(0, Math.min(TRIED, likely.size()));
  }

  /** The claim that was told most clearly just before, and that the sentence's own words name. */
  private static int likelihood(Denying denying, Candidate claim) {
    return claim.signs().weight()
        - DISTANCE * denying.gap(claim)
        + denying.weighing.of(claim.type()) / 2;
  }

  private boolean mayDeny(Denying denying, Candidate claim) {
    if (single) {
      return Denial.follows(denying.reading, claim);
    }
    if (denying.marks.denies()) {
      return true;
    }
    int gap = denying.gap(claim);
    int named = gap == 1 ? NAMED : NAMED_FAR;
    return gap > 0
        && denying.isSpoken()
        && denying.weighing.of(claim.type()) >= named
        && (denying.marks.naught() || CONTROL.contains(claim.type()));
  }

  private static boolean isSame(Candidate claim, Candidate later) {
    return claim.type() == later.type()
        && claim.located().scopes().equals(later.located().scopes());
  }

  private List<Candidate> denied(Denying denying, List<Candidate> likely, SentenceSigns signs) {
    int token = denying.marks.token();
    Mention at = new Mention(token, token + 1, Entry.ofKinds(0));
    Optional<Attribution> who = Attribution.of(denying.reading, clean.text());
    Evidence passage = Quotation.of(clean, denying.reading, at);
    List<Candidate> denials = new ArrayList<>();
    for (Candidate claim : likely) {
      Rule rule = rules.denial(claim.type());
      Signs shown = signs.ofDenial(at, denying.marks, denials.size());
      denials.add(claim.denied(rule, who, passage, denying.number, shown));
    }
    return denials;
  }
}
