package oxus.ingest.extract;

import java.util.List;
import java.util.Optional;
import oxus.ingest.extract.Signs.Sign;
import oxus.schemas.EventType;
import oxus.schemas.ReportStatus;

/** What speaks for and against a denial: what was claimed before it, by whom, how far off. */
final class DenialSigns {
  /** How many sentences before a denial its claim is looked for. */
  private static final int REACH = 3;

  /** Events further apart than this many others are not compared. */
  private static final int WINDOW = 30;

  private static final Side OWN = new Side("denial");
  private static final Side COPY = new Side("copy");

  private final Bearings bearings;
  private final List<Candidate> told;
  private final int index;
  private final Candidate one;

  /** The names of the signs of a denial of its own words, or of one that points back. */
  private record Side(
      String type,
      String weight,
      String near,
      String rivals,
      String beside,
      String gap,
      String claim,
      String claimNear,
      String like,
      String teller,
      String speaker,
      String doer,
      String latest,
      String best,
      String ruled) {
    Side(String name) {
      this(
          name + "-type",
          name + "-weight",
          name + "-near",
          name + "-rivals",
          name + "-beside",
          name + "-gap",
          name + "-claim",
          name + "-claim-near",
          name + "-like",
          name + "-teller",
          name + "-speaker",
          name + "-doer",
          name + "-latest",
          name + "-best",
          name + "-ruled");
    }
  }

  DenialSigns(Bearings bearings, List<Candidate> told, int index) {
    this.bearings = bearings;
    this.told = told;
    this.index = index;
    this.one = told.get(index);
  }

  static boolean isCopy(Candidate candidate) {
    return candidate.rule().id().equals(WeighedRules.DENIED_ID);
  }

  void addTo(List<Sign> signs) {
    Side side = isCopy(one) ? COPY : OWN;
    signs.add(new Sign(side.type, one.type().name()));
    ArticleSigns.steps(signs, side.weight, one.signs().weight(), 1000, -12, 4);
    ArticleSigns.steps(signs, side.near, one.signs().near(), 1000, -8, 4);
    int claim = claim(bearings, told, index);
    addOthers(signs, side, claim);
    if (claim < 0) {
      signs.add(new Sign(side.gap, "none"));
      return;
    }
    addClaim(signs, side, told.get(claim));
  }

  /** The event of the same kind and place that was told just before a denial; -1 without one. */
  static int claim(Bearings bearings, List<Candidate> told, int index) {
    Candidate one = told.get(index);
    int best = -1;
    int most = Integer.MIN_VALUE;
    for (int i = Math.max(0, index - WINDOW); i < Math.min(told.size(), index + WINDOW); i++) {
      Candidate other = told.get(i);
      int gap = one.sentence() - other.sentence();
      if (other.status() != ReportStatus.REPORTED
          || other.type() != one.type()
          || gap < 0
          || gap > REACH
          || !bearings.anyOnOneChain(other.located().scopes(), one.located().scopes())) {
        continue;
      }
      int fit =
          other.signs().weight()
              - 1000 * gap
              + (other.located().scopes().equals(one.located().scopes()) ? 4000 : 0)
              + (other.interval().equals(one.interval()) ? 2000 : 0);
      if (fit > most) {
        best = i;
        most = fit;
      }
    }
    return best;
  }

  private void addClaim(List<Sign> signs, Side side, Candidate claim) {
    signs.add(new Sign(side.gap, SentenceSigns.digit(one.sentence() - claim.sentence())));
    ArticleSigns.steps(signs, side.claim, claim.signs().weight(), 1000, -8, 8);
    ArticleSigns.steps(signs, side.claimNear, claim.signs().near(), 1000, -6, 6);
    ArticleSigns.steps(signs, side.like, one.signs().likeness(claim.signs()), 8, 0, 8);
    boolean byRule = !claim.rule().id().equals(WeighedRules.ID);
    signs.add(new Sign(side.ruled, SentenceSigns.truth(byRule)));
    signs.add(new Sign(side.teller, SentenceSigns.truth(claim.attribution().isPresent())));
    Optional<String> speaker = one.attribution().flatMap(Attribution::claimant);
    Optional<String> teller = claim.attribution().flatMap(Attribution::claimant);
    signs.add(new Sign(side.speaker, compared(speaker, teller)));
    signs.add(new Sign(side.doer, compared(speaker, claim.initiator().map(Candidate.Party::id))));
  }

  private static String compared(Optional<String> some, Optional<String> others) {
    if (some.isPresent() && others.isPresent()) {
      return some.equals(others) ? "same" : "other";
    }
    return (some.isPresent() ? "+" : "-") + (others.isPresent() ? "+" : "-");
  }

  /** Of several claims a sentence denies the latest, or the one that is told most clearly. */
  private void addOthers(List<Sign> signs, Side side, int claim) {
    int rivals = 0;
    boolean beside = false;
    boolean latest = true;
    boolean best = true;
    for (int i = Math.max(0, index - WINDOW); i < Math.min(told.size(), index + WINDOW); i++) {
      Candidate other = told.get(i);
      if (i == index || other.sentence() > one.sentence()) {
        continue;
      }
      boolean same = other.sentence() == one.sentence();
      rivals += same && other.status() == ReportStatus.DENIED ? 1 : 0;
      if (other.status() != ReportStatus.REPORTED || one.sentence() - other.sentence() > REACH) {
        continue;
      }
      beside |= same && other.signs().weight() > -1000;
      if (claim >= 0 && other.type() != EventType.TALKS && i != claim) {
        latest &= same || other.sentence() <= told.get(claim).sentence();
        best &= same || other.signs().weight() <= told.get(claim).signs().weight();
      }
    }
    signs.add(new Sign(side.rivals, SentenceSigns.digit(Math.min(4, rivals))));
    signs.add(new Sign(side.beside, SentenceSigns.truth(beside)));
    signs.add(new Sign(side.latest, SentenceSigns.truth(latest)));
    signs.add(new Sign(side.best, SentenceSigns.truth(best)));
  }
}
