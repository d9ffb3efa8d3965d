package oxus.theatre;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import oxus.schemas.EventType;
import oxus.schemas.PlaceKind;
import oxus.schemas.Relation;
import oxus.schemas.ReportStatus;
import oxus.schemas.ThreatLevel;

/**
 * The numbers behind the judgement, as a versioned file gives them. Factors are plain numbers;
 * scores and thresholds are micro-units (1,000,000 = 1.0).
 *
 * @param version first 12 hex digits of SHA-256 over the file
 * @param text the file, whole
 * @param grid deadlines (decay, expiry, dwell) are judged at multiples of this since the epoch
 */
public record Policy(
    String version,
    String text,
    Duration grid,
    Levels levels,
    Weights weights,
    Incidents incidents,
    List<Rule> rules,
    Grading grading) {

  public Policy {
    rules = List.copyOf(rules);
  }

  /**
   * When a score means a level.
   *
   * @param up score from which a level is reached, for every level above LOW
   * @param down score below which it is no longer supported
   * @param dwell how long a level is kept after support for it ended, and between two steps down
   * @param expiry how long without a raising report before the level may not exceed {@code expired}
   */
  public record Levels(
      Map<ThreatLevel, Long> up,
      Map<ThreatLevel, Long> down,
      Duration dwell,
      Duration expiry,
      ThreatLevel expired) {
    private static final List<ThreatLevel> LEVELS = List.of(ThreatLevel.values());

    public Levels {
      up = new EnumMap<>(up);
      down = new EnumMap<>(down);
    }

    /** The score from which a level is reached; 0 for LOW. */
    public long up(ThreatLevel level) {
      return up.getOrDefault(level, 0L);
    }

    /** The score below which a level is no longer supported; 0 for LOW. */
    public long down(ThreatLevel level) {
      return down.getOrDefault(level, 0L);
    }

    /** The highest level that a score reaches, rising. */
    public ThreatLevel reached(long score) {
      return highest(up, score);
    }

    /** The highest level that a score still supports. */
    public ThreatLevel supported(long score) {
      return highest(down, score);
    }

    private static ThreatLevel highest(Map<ThreatLevel, Long> thresholds, long score) {
      for (int level = LEVELS.size() - 1; level > 0; level--) {
        Long threshold = thresholds.get(LEVELS.get(level));
        if (threshold != null && score >= threshold) {
          return LEVELS.get(level);
        }
      }
      return ThreatLevel.LOW;
    }
  }

  /**
   * What an incident weighs: base × place kind × status × magnitude × share × credibility × decay.
   *
   * @param types base and half-life of every event type; a negative base lowers
   * @param shares by how the incident bears on the sector
   * @param credibility by Admiralty credibility, index 1 to 6
   * @param disputed factor for an incident that a judged source denies
   * @param planGrace how long after its date an unconfirmed plan still counts
   * @param relief the share of the raising evidence that lowering evidence may take away at most
   */
  public record Weights(
      Map<EventType, TypeWeight> types,
      Map<PlaceKind, Double> placeKinds,
      Map<ReportStatus, Double> statuses,
      Map<Relation, Double> shares,
      List<Double> credibility,
      Map<String, Magnitude> magnitudes,
      double disputed,
      Duration planGrace,
      double relief) {
    public Weights {
      types = new EnumMap<>(types);
      placeKinds = new EnumMap<>(placeKinds);
      statuses = new EnumMap<>(statuses);
      shares = new EnumMap<>(shares);
      credibility = List.copyOf(credibility);
      magnitudes = Map.copyOf(magnitudes);
    }

    /** What a type weighs; a type that this policy does not know weighs nothing. */
    public TypeWeight type(EventType type) {
      return types.getOrDefault(type, TypeWeight.NONE);
    }

    public double placeKind(PlaceKind kind) {
      return placeKinds.getOrDefault(kind, 1.0);
    }

    public double status(ReportStatus status) {
      return statuses.getOrDefault(status, 0.0);
    }

    public double share(Relation relation) {
      return shares.getOrDefault(relation, 0.0);
    }

    /** The scale of a unit, if figures of it count. */
    public Optional<Magnitude> magnitude(String unit) {
      return Optional.ofNullable(magnitudes.get(unit));
    }
  }

  /** Base weight of a type, and how long until half of it is gone. */
  public record TypeWeight(double base, Duration halfLife) {
    static final TypeWeight NONE = new TypeWeight(0, Duration.ofDays(1));
  }

  /**
   * How a figure changes a weight: 1 at {@code reference}, {@code slope} more for each tenfold,
   * within bounds.
   *
   * @param reference the figure that changes nothing
   */
  public record Magnitude(double reference, double slope, double least, double most) {}

  /**
   * When reports are of one incident, and how much of it a record shows.
   *
   * @param tolerance gap between occurrence intervals that still means one happening
   * @param tolerances the same, for types that differ
   * @param kin groups of types that reporters mix up for one happening
   * @param keptReports reports kept in an incident; further ones are counted
   * @param shownContributions contributions listed in a record; the rest is summed
   * @param shownReports reports listed in a contribution
   * @param forgottenBelow an incident whose weight fell below this is dropped, micro-units
   */
  public record Incidents(
      Duration tolerance,
      Map<EventType, Duration> tolerances,
      List<List<EventType>> kin,
      int keptReports,
      int shownContributions,
      int shownReports,
      long forgottenBelow) {
    public Incidents {
      tolerances = Map.copyOf(tolerances);
      kin = kin.stream().map(List::copyOf).toList();
    }

    public Duration toleranceFor(EventType type) {
      return tolerances.getOrDefault(type, tolerance);
    }

    public boolean sameKind(EventType one, EventType other) {
      if (one == other) {
        return true;
      }
      for (List<EventType> group : kin) {
        if (group.contains(one) && group.contains(other)) {
          return true;
        }
      }
      return false;
    }
  }

  /**
   * Reads a policy file; names of places and actors in its rules are taken as they are.
   *
   * @param file its name, for messages
   * @param sectors ids of the sectors that rules may name
   * @throws InvalidTheatreException with every problem, each with its line
   */
  public static Policy parse(String file, String text, Collection<String> sectors) {
    return parse(file, text, PolicyNames.ofSectors(sectors));
  }

  /**
   * Reads a policy file that is to be used with a theatre: its rules may name what is in there.
   *
   * @throws InvalidTheatreException with every problem, each with its line
   */
  public static Policy parse(String file, String text, Theatre theatre) {
    return parse(file, text, PolicyNames.of(theatre));
  }

  private static Policy parse(String file, String text, PolicyNames names) {
    List<Problem> problems = new ArrayList<>();
    Policy policy = PolicyReader.read(file, text, names, problems);
    if (!problems.isEmpty()) {
      throw new InvalidTheatreException(problems);
    }
    return policy;
  }
}
