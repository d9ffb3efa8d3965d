package oxus.standalone.explain;

import java.util.List;
import oxus.schemas.AssessmentCause;
import oxus.schemas.ChangeReason;
import oxus.schemas.Coverage;
import oxus.schemas.Distance;
import oxus.schemas.LevelOverride;
import oxus.schemas.Outlook;
import oxus.schemas.RuleNear;
import oxus.schemas.SectorAssessment;
import oxus.schemas.StepDown;
import oxus.schemas.ThreatLevel;
import oxus.schemas.ThreatLevelChange;
import oxus.schemas.WithoutSource;

/**
 * Reads a run's lines back into the records that they were written from. What a line does not tell
 * is blank; written again, they are the same lines.
 */
public final class RecordReader {
  private static final int THOUSANDTH = 1_000;

  private RecordReader() {}

  /**
   * A line of {@code assessments.ndjson}.
   *
   * @throws IllegalArgumentException when it is none
   */
  public static SectorAssessment assessment(String line) {
    Entry entry = Entry.of(line);
    return new SectorAssessment(
        entry.text("sector"),
        entry.whole("sequence"),
        entry.time("at"),
        entry.text("trigger").equals("deadline")
            ? AssessmentCause.DEADLINE
            : AssessmentCause.RECORD,
        entry.text("trigger"),
        entry.micro("score"),
        entry.level("indicated"),
        entry.level("supported"),
        List.of(),
        false,
        0L,
        entry.object("override", each -> override(each, entry)).orElse(null),
        entry.list("contributions", EvidenceReader::contribution),
        entry.list("rules", EvidenceReader::rule),
        entry.text("policy"),
        confidence(entry),
        entry.constant(Coverage.class, "coverage"),
        entry.object("outlook", RecordReader::outlook).orElse(null),
        entry.list("near", RecordReader::near));
  }

  /**
   * A line of {@code changes.ndjson}.
   *
   * @throws IllegalArgumentException when it is none
   */
  public static ThreatLevelChange change(String line) {
    Entry entry = Entry.of(line);
    return new ThreatLevelChange(
        entry.text("changeId"),
        entry.text("sector"),
        entry.whole("sequence"),
        entry.level("from"),
        entry.level("to"),
        entry.time("at"),
        entry.constant(ChangeReason.class, "reason"),
        entry.text("explanation"),
        entry.micro("score"),
        entry.text("policy"),
        entry.list("contributions", EvidenceReader::contribution),
        entry.list("rules", EvidenceReader::rule),
        entry.object("override", each -> override(each, entry)).orElse(null),
        entry.text("trigger"),
        0L,
        confidence(entry),
        entry.constant(Coverage.class, "coverage"),
        entry.object("outlook", RecordReader::outlook).orElse(null),
        entry.list("near", RecordReader::near));
  }

  private static int confidence(Entry entry) {
    return Math.toIntExact(entry.micro("confidence") / THOUSANDTH);
  }

  private static LevelOverride override(Entry entry, Entry of) {
    return new LevelOverride(
        "",
        of.text("sector"),
        entry.optional("floor").map(ThreatLevel::valueOf).orElse(null),
        entry.optional("ceiling").map(ThreatLevel::valueOf).orElse(null),
        of.time("at"),
        entry.time("until"),
        entry.text("who"),
        entry.text("why"));
  }

  private static Outlook outlook(Entry entry) {
    return new Outlook(
        entry.list(
            "without",
            each ->
                new WithoutSource(
                    "", each.text("source"), each.level("level"), each.micro("score"))),
        entry.object("up", RecordReader::distance).orElse(null),
        entry.object("down", RecordReader::distance).orElse(null),
        entry
            .object("decay", each -> new StepDown(each.level("level"), each.time("at")))
            .orElse(null));
  }

  private static Distance distance(Entry entry) {
    return new Distance(entry.level("level"), entry.micro("distance"));
  }

  private static RuleNear near(Entry entry) {
    return new RuleNear(entry.text("rule"), entry.text("meaning"), entry.text("missing"));
  }
}
