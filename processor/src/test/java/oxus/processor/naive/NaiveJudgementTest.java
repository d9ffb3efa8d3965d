package oxus.processor.naive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import oxus.processor.SmallTheatre;
import oxus.processor.correlate.Assessment;
import oxus.processor.correlate.InMemorySectorStates;
import oxus.processor.correlate.PartitionFold;
import oxus.processor.route.Router;
import oxus.schemas.PolicyChange;
import oxus.schemas.SectorAssessment;
import oxus.schemas.SectorLogEntry;
import oxus.theatre.Policy;

/** The fold and the judgement redone by hand say the same, byte for byte. */
class NaiveJudgementTest {
  private static final int LOGS = Integer.getInteger("oxus.naive.logs", 1000);
  private static final long FIRST = Long.getLong("oxus.naive.first", 1);

  private final Router router = new Router(SmallTheatre.theatre());
  private final List<Policy> policies = policies();
  private final Map<String, Policy> read = new HashMap<>();
  private int assessments;

  @Test
  void foldAndNaiveModelAgreeByteForByteOnAThousandRandomLogs() {
    for (long seed = FIRST; seed < FIRST + LOGS; seed++) {
      List<SpecificRecord> records = new RandomLog(seed, policies).records();
      String difference = difference(seed, records);
      if (!difference.isEmpty()) {
        List<SpecificRecord> least = least(seed, records);
        throw new AssertionError(
            "seed " + seed + ": " + difference(seed, least) + "\nof " + told(least));
      }
    }
    assertThat(assessments).isGreaterThan(5 * LOGS);
  }

  /** Leaves records out as long as fold and model still differ. */
  private List<SpecificRecord> least(long seed, List<SpecificRecord> records) {
    List<SpecificRecord> left = new ArrayList<>(records);
    for (int before = -1; before != left.size(); ) {
      before = left.size();
      for (int index = left.size() - 1; index >= 0; index--) {
        List<SpecificRecord> fewer = new ArrayList<>(left);
        fewer.remove(index);
        if (!difference(seed, fewer).isEmpty()) {
          left = fewer;
        }
      }
    }
    return left;
  }

  private static String told(List<SpecificRecord> records) {
    StringBuilder told = new StringBuilder();
    for (SpecificRecord record : records) {
      String text =
          record instanceof PolicyChange change
              ? "policy " + change.getVersion() + " at " + change.getAt()
              : record.toString();
      told.append('\n').append(record.getSchema().getName()).append(' ').append(text);
    }
    return told.toString();
  }

  /** The first field in which the sector's assessments differ; empty: none does. */
  private String difference(long seed, List<SpecificRecord> records) {
    List<SectorAssessment> expected =
        new NaiveJudgement(sector(seed), initial(seed), this::policyOf).of(entries(records));
    List<SectorAssessment> actual = fold(seed, records);
    assessments += actual.size();
    for (int index = 0; index < Math.max(expected.size(), actual.size()); index++) {
      SectorAssessment model = index < expected.size() ? expected.get(index) : null;
      SectorAssessment fold = index < actual.size() ? actual.get(index) : null;
      if (model == null || fold == null || !Arrays.equals(bytes(model), bytes(fold))) {
        return sector(seed) + ", assessment " + (index + 1) + ": " + field(model, fold);
      }
    }
    return "";
  }

  /** One has most of the news; the others see what the whole border and the theatre bring. */
  private static String sector(long seed) {
    return seed % 10 < 7
        ? SmallTheatre.WEST
        : seed % 10 < 9 ? SmallTheatre.EAST : SmallTheatre.SOUTH;
  }

  /** The path of the first field in which two records differ, and both values. */
  private static String field(@Nullable Object model, @Nullable Object fold) {
    if (model instanceof IndexedRecord one && fold instanceof IndexedRecord other) {
      for (Schema.Field field : one.getSchema().getFields()) {
        if (!Objects.equals(one.get(field.pos()), other.get(field.pos()))) {
          return field.name() + " " + field(one.get(field.pos()), other.get(field.pos()));
        }
      }
    }
    if (model instanceof List<?> one && fold instanceof List<?> other) {
      for (int index = 0; index < Math.min(one.size(), other.size()); index++) {
        if (!one.get(index).equals(other.get(index))) {
          return index + " " + field(one.get(index), other.get(index));
        }
      }
    }
    return "\n  model " + model + "\n  fold  " + fold;
  }

  private static byte[] bytes(SectorAssessment assessment) {
    try {
      ByteBuffer buffer = assessment.toByteBuffer();
      byte[] bytes = new byte[buffer.remaining()];
      buffer.get(bytes);
      return bytes;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the fold of a partition with all sectors says of one. */
  private List<SectorAssessment> fold(long seed, List<SpecificRecord> records) {
    PartitionFold fold =
        new PartitionFold(new InMemorySectorStates(), initial(seed), this::policyOf);
    List<SectorAssessment> said = new ArrayList<>();
    for (SectorLogEntry entry : entries(records)) {
      fold.assess(
          entry,
          assessment -> {
            said.add(assessment.whole());
            requireStill(assessment, said);
          });
    }
    return said.stream().filter(each -> each.getSector().equals(sector(seed))).toList();
  }

  /** What is known beforehand to move no level has no outlook, which all others have. */
  private static void requireStill(Assessment assessment, List<SectorAssessment> said) {
    SectorAssessment last = said.get(said.size() - 1);
    if (!assessment.mayMoveTheLevel()) {
      assertThat(last.getOutlook()).isEmpty();
      assertThat(last.getOverride()).isEmpty();
    }
  }

  private List<SectorLogEntry> entries(List<SpecificRecord> records) {
    return records.stream().flatMap(record -> router.route(record).entries().stream()).toList();
  }

  private Policy initial(long seed) {
    return policies.get((int) (seed % policies.size()));
  }

  private Policy policyOf(PolicyChange change) {
    return read.computeIfAbsent(change.getVersion(), version -> SmallTheatre.policyOf(change));
  }

  /** Round numbers, and three ways in which they may be others. */
  private static List<Policy> policies() {
    String text = SmallTheatre.policy().text() + rules();
    String coarse =
        text.replace("grid: PT15M", "grid: PT12H")
            .replace("halfLife: P4D", "halfLife: P2D")
            .replace("halfLife: P8D", "halfLife: P3D");
    return List.of(
        read(coarse),
        read(
            coarse
                .replace("oneVoice: 1000", "oneVoice: 5")
                .replace("relief: 0.5", "relief: 0.35")
                .replace("keptReports: 6", "keptReports: 3")
                .replace("grid: PT12H", "grid: PT6H")
                .replace("dwell: P1D", "dwell: PT18H")),
        read(
            coarse
                .replace("shownContributions: 3", "shownContributions: 1")
                .replace("forgottenBelow: 0.01", "forgottenBelow: 0.4")
                .replace("expiry: P10D", "expiry: P2D")
                .replace("expired: MODERATE", "expired: LOW")
                .replace(
                    "rules:\n",
                    "bounds: {incidents: 4, rumours: 1, archived: 3, rulings: 3, history: 2}\ncoverage: {window: P2D, normal: 2}\nrules:\n")),
        read(
            text.replace("grid: PT15M", "grid: PT3H")
                .replace("halfLife: P4D", "halfLife: PT18H")
                .replace("halfLife: P8D", "halfLife: P1D")));
  }

  private static Policy read(String text) {
    return Policy.parse("policy.yaml", text, SmallTheatre.SECTORS);
  }

  private static String rules() {
    try (InputStream file = SmallTheatre.class.getResourceAsStream("naive-rules.yaml")) {
      return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
