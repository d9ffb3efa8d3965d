package oxus.processor.naive;

import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import oxus.schemas.RuleHeld;
import oxus.schemas.ThreatLevel;
import oxus.theatre.Policy;

/** What the incidents amount to at a moment: steps 6 and 8 of docs/judgement.md. */
final class Sum {
  private static final long ONE = 1_000_000;

  private final Policy policy;
  final List<Share> shares;
  final long total;
  final long judged;

  /** What one incident adds. */
  record Share(Account account, long weight) {
    static final Comparator<Share> HEAVIEST =
        Comparator.comparing((Share share) -> -Math.abs(share.weight))
            .thenComparing(share -> share.account.happening.id());
  }

  Sum(List<Account> accounts, Instant time, List<RuleHeld> rules, Policy policy) {
    this.policy = policy;
    List<Share> told = new ArrayList<>();
    List<Share> unjudged = new ArrayList<>();
    List<Share> lowering = new ArrayList<>();
    for (Account account : accounts) {
      Share share = new Share(account, account.weight(time));
      if (share.weight > 0) {
        (account.isUnjudged ? unjudged : told).add(share);
      }
      if (share.weight < 0 && !account.isUnjudged) {
        lowering.add(share);
      }
    }
    List<Share> raising = boundedByVoice(told);
    long clean = sum(raising);
    long room = Math.max(0, policy.levels().up(ThreatLevel.SUBSTANTIAL) - 1 - clean);
    List<Share> filling = scaled(unjudged, Math.min(room, sum(unjudged)));
    long raised = clean + sum(filling);
    long lowered = -sum(lowering);
    List<Share> all = new ArrayList<>(raising);
    all.addAll(filling);
    all.addAll(scaled(lowering, Math.min(lowered, relief(raised))));

    long factor = factor(rules);
    long plain = sum(all);
    total = multiplied(plain, factor, raised);
    judged = multiplied(clean - Math.min(lowered, relief(clean)), factor, clean);
    shares = total == plain ? all : spread(all, plain);
  }

  private List<Share> boundedByVoice(List<Share> told) {
    long most = policy.grading().independence().oneVoice();
    List<Share> bounded = new ArrayList<>();
    TreeMap<String, List<Share>> alone = new TreeMap<>();
    for (Share share : told) {
      if (share.account.voices.size() == 1) {
        alone.computeIfAbsent(share.account.voices.get(0), name -> new ArrayList<>()).add(share);
      } else {
        bounded.add(share);
      }
    }
    alone.values().forEach(each -> bounded.addAll(scaled(each, Math.min(most, sum(each)))));
    return bounded;
  }

  private long relief(long raised) {
    return (long) StrictMath.floor(raised * policy.weights().relief());
  }

  private static long sum(List<Share> shares) {
    return shares.stream().mapToLong(Share::weight).sum();
  }

  /** In proportion, rounded towards zero; the last takes the rest. */
  private static List<Share> scaled(List<Share> shares, long bound) {
    long whole = Math.abs(sum(shares));
    List<Share> scaled = new ArrayList<>();
    long left = bound;
    for (Share share : shares) {
      boolean isLast = scaled.size() == shares.size() - 1;
      long part = isLast ? left : Math.abs(share.weight) * bound / whole;
      left -= part;
      scaled.add(new Share(share.account, Long.signum(share.weight) * part));
    }
    return scaled;
  }

  private static long factor(List<RuleHeld> rules) {
    long most = ONE;
    long least = ONE;
    for (RuleHeld rule : rules) {
      most = Math.max(most, rule.getFactor());
      least = Math.min(least, rule.getFactor());
    }
    return most * least / ONE;
  }

  private long multiplied(long score, long factor, long raised) {
    long product = Math.floorDiv(score * factor, ONE);
    return factor < ONE ? Math.max(product, raised - relief(raised)) : product;
  }

  /** In proportion, rounded towards zero; the heaviest takes the rest. */
  private List<Share> spread(List<Share> all, long plain) {
    List<Share> spread = new ArrayList<>();
    for (Share share : all) {
      BigInteger product = BigInteger.valueOf(share.weight).multiply(BigInteger.valueOf(total));
      spread.add(new Share(share.account, product.divide(BigInteger.valueOf(plain)).longValue()));
    }
    int heaviest = all.indexOf(all.stream().min(Share.HEAVIEST).orElseThrow());
    Share most = spread.get(heaviest);
    spread.set(heaviest, new Share(most.account, most.weight + total - sum(spread)));
    return spread;
  }

  /** How well graded the evidence is, in thousandths. */
  int confidence() {
    long weights = 0;
    long trusted = 0;
    for (Share share : shares) {
      int trust =
          policy.grading().confidence().of(share.account.reliability, share.account.credibility);
      weights += Math.abs(share.weight);
      trusted += Math.abs(share.weight) * trust;
    }
    return weights == 0 ? 0 : (int) (trusted / weights);
  }
}
