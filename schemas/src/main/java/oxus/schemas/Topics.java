package oxus.schemas;

import static oxus.schemas.Topic.SCALED;

import java.util.List;

/** The topic catalogue: every topic of the pipeline, in the order in which records flow. */
public final class Topics {
  public static final Topic ARTICLES =
      new Topic("articles", "article key", List.of(Article.class), SCALED, "ingest");

  public static final Topic DISPOSITIONS =
      new Topic("dispositions", "article key", List.of(Disposition.class), SCALED, "ingest");

  /** The sequencer: one partition gives reports, ticks and control records one order. */
  public static final Topic BORDER_EVENTS =
      new Topic(
          "border-events",
          "article key, sector or control id",
          List.of(
              BorderEvent.class,
              Tick.class,
              LevelOverride.class,
              Ruling.class,
              PolicyChange.class,
              Withdrawal.class),
          1,
          "ingest, alerts");

  public static final Topic SECTOR_LOG =
      new Topic(
          "sector-log",
          "sector; control records go to every partition",
          List.of(SectorLogEntry.class),
          SCALED,
          "processor");

  public static final Topic SECTOR_ASSESSMENTS =
      new Topic(
          "sector-assessments", "sector", List.of(SectorAssessment.class), SCALED, "processor");

  /** One partition, so that a reader resumes from one offset. */
  public static final Topic THREAT_LEVEL_CHANGES =
      new Topic("threat-level-changes", "sector", List.of(ThreatLevelChange.class), 1, "alerts");

  /** One partition: the hash chain of the audit log runs through all actions. */
  public static final Topic OPERATOR_ACTIONS =
      new Topic(
          "operator-actions",
          "what was done to: change, sector, event or override",
          List.of(OperatorAction.class),
          1,
          "alerts");

  /** One partition: one log tells what became of every webhook message, in one order. */
  public static final Topic DELIVERY_LEDGER =
      new Topic("delivery-ledger", "subscription", List.of(DeliveryAttempt.class), 1, "alerts");

  public static final Topic DEAD_LETTERS =
      new Topic(
          "dead-letters",
          "topic-partition-offset of the culprit",
          List.of(DeadLetter.class),
          1,
          "ingest, processor, alerts");

  private static final List<Topic> ALL =
      List.of(
          ARTICLES,
          DISPOSITIONS,
          BORDER_EVENTS,
          SECTOR_LOG,
          SECTOR_ASSESSMENTS,
          THREAT_LEVEL_CHANGES,
          OPERATOR_ACTIONS,
          DELIVERY_LEDGER,
          DEAD_LETTERS);

  private Topics() {}

  public static List<Topic> all() {
    return ALL;
  }
}
