package oxus.theatre;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import oxus.schemas.Reliability;
import oxus.schemas.Stake;

/**
 * How evidence is graded, how a sector is seen, and how much the fold remembers: the part of a
 * policy that a file may leave out, since policies in old logs do.
 *
 * @param independence when reports are one voice
 * @param denials what a denial weighs, by who denies
 * @param confidence what a grade says about the judgement
 * @param coverage when a sector counts as seen
 * @param bounds how much is remembered
 */
public record Grading(
    Independence independence,
    Denials denials,
    Confidence confidence,
    Coverage coverage,
    Bounds bounds) {

  /** What holds where a policy says nothing; the shipped policy says the same, with reasons. */
  public static final Grading USUAL =
      new Grading(
          new Independence(14, 8_000_000L),
          new Denials(Map.of(Stake.NONE, 1000, Stake.TARGET, 600, Stake.DOER, 400)),
          new Confidence(
              Map.of(
                  Reliability.A, 1000,
                  Reliability.B, 900,
                  Reliability.C, 700,
                  Reliability.D, 500,
                  Reliability.E, 250,
                  Reliability.F, 100),
              List.of(1000, 850, 600, 400, 150, 200)),
          new Coverage(Duration.ofDays(7), 3),
          new Bounds(400, 50, 2000, 5000, 8));

  /**
   * When reports are one voice.
   *
   * @param nearIdentical text signatures that differ in so many bits or fewer are of one text
   * @param oneVoice what the incidents that one and the same voice alone tells may add up to,
   *     micro-units
   */
  public record Independence(int nearIdentical, long oneVoice) {}

  /**
   * What a denial weighs, in thousandths of a disinterested one's.
   *
   * @param weights by what the denier has at stake
   */
  public record Denials(Map<Stake, Integer> weights) {
    public Denials {
      weights = new EnumMap<>(weights);
    }

    public int weight(Stake stake) {
      return weights.getOrDefault(stake, 1000);
    }
  }

  /**
   * How far a grade lets the judgement be trusted, in thousandths.
   *
   * @param credibility by Admiralty credibility, 1 first
   */
  public record Confidence(Map<Reliability, Integer> reliability, List<Integer> credibility) {
    public Confidence {
      reliability = new EnumMap<>(reliability);
      credibility = List.copyOf(credibility);
    }

    public int of(Reliability best, int credible) {
      return reliability.getOrDefault(best, 0) * credibility.get(credible - 1) / 1000;
    }
  }

  /**
   * When a sector counts as seen.
   *
   * @param window how long a voice counts after its latest report
   * @param normal voices from which coverage is normal; below it is thin, with none blind
   */
  public record Coverage(Duration window, int normal) {}

  /**
   * How much a sector remembers.
   *
   * @param incidents incidents that somebody tells who can be judged
   * @param rumours incidents that nobody else tells
   * @param archived ids of reports that are no longer kept, of either sort
   * @param rulings rulings a partition remembers for reports still to come
   * @param history grades and rulings listed in an incident
   */
  public record Bounds(int incidents, int rumours, int archived, int rulings, int history) {}
}
