package oxus.standalone;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import oxus.ingest.BadInputException;
import oxus.ingest.Scenarios;
import oxus.ingest.scenario.RecordTime;
import oxus.ingest.scenario.Reject;
import oxus.schemas.AvroFile;
import oxus.schemas.BorderEvent;
import oxus.schemas.Disposition;
import oxus.schemas.PolicyChange;
import oxus.schemas.SectorAssessment;
import oxus.schemas.ThreatLevelChange;
import oxus.schemas.Topics;
import oxus.schemas.connect.BrokerUnreachableException;
import oxus.schemas.connect.Deployment;
import oxus.schemas.connect.TopicAdmin;
import oxus.schemas.connect.TopicReader;
import oxus.standalone.replay.RunFolder;
import oxus.theatre.Problem;

/**
 * A stretch of the topics of a running Oxus: the log as it stands, and what the pipeline has made
 * of it so far.
 *
 * @param log the records of {@code border-events}, the policy in force before them first
 * @param outcome changes, assessments and dispositions of the same stretch
 * @param rejects what in the topics could not be read
 */
record TopicSlice(
    List<SpecificRecord> log,
    List<Disposition> dispositions,
    RunFolder outcome,
    List<Reject> rejects) {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  TopicSlice {
    log = List.copyOf(log);
    dispositions = List.copyOf(dispositions);
    rejects = List.copyOf(rejects);
  }

  /**
   * Reads the topics.
   *
   * @throws BrokerUnreachableException when no broker answers
   * @throws BadInputException when there are no such topics, or nothing in them
   */
  static TopicSlice read(Deployment deployment, SpanOptions span) {
    mustExist(deployment);
    List<SpecificRecord> log = new ArrayList<>();
    List<Disposition> dispositions = new ArrayList<>();
    RunFolder outcome = new RunFolder();
    List<Reject> rejects = new ArrayList<>();
    try (TopicReader reader = new TopicReader(deployment, "record")) {
      reader.readAll(Topics.BORDER_EVENTS, record -> add(log, record.value(), span));
      reader.readAll(
          Topics.DISPOSITIONS,
          record -> {
            if (record.value() instanceof Disposition disposition
                && span.holds(disposition.getAt())) {
              dispositions.add(disposition);
              outcome.add(disposition);
            }
          });
      reader.readAll(
          Topics.SECTOR_ASSESSMENTS,
          record -> {
            if (record.value() instanceof SectorAssessment assessment
                && span.holds(assessment.getAt())) {
              outcome.add(assessment);
            }
          });
      reader.readAll(
          Topics.THREAT_LEVEL_CHANGES,
          record -> {
            if (record.value() instanceof ThreatLevelChange change && span.holds(change.getAt())) {
              outcome.add(change);
            }
          });
      if (reader.unreadable() > 0) {
        rejects.add(unreadable(deployment, reader.unreadable()));
      }
    }
    if (log.stream().allMatch(PolicyChange.class::isInstance)) {
      throw new BadInputException(
          "border-events holds nothing of that time under prefix '"
              + deployment.prefix()
              + "'; choose another --since or --until");
    }
    return new TopicSlice(log, dispositions, outcome, rejects);
  }

  private static Reject unreadable(Deployment deployment, long count) {
    return new Reject(
        new Problem(
            "topics of " + deployment.bootstrapServers(),
            0,
            count + " records cannot be read and are left out",
            "bin/oxus deadletters list tells which, and why"),
        "");
  }

  /** Of the policies before the stretch only the last is still in force. */
  private static void add(List<SpecificRecord> log, SpecificRecord record, SpanOptions span) {
    if (span.holds(RecordTime.of(record))) {
      log.add(record);
    } else if (record instanceof PolicyChange
        && span.since().filter(RecordTime.of(record)::isBefore).isPresent()) {
      log.removeIf(PolicyChange.class::isInstance);
      log.add(0, record);
    }
  }

  /** As the input of a replay. */
  ReplayInput input(String name) {
    List<BorderEvent> events =
        log.stream().filter(BorderEvent.class::isInstance).map(BorderEvent.class::cast).toList();
    String hash = Scenarios.hash(AvroFile.of(log));
    return new ReplayInput(name, hash, events, List.of(), log, dispositions, rejects);
  }

  private static void mustExist(Deployment deployment) {
    if (!new TopicAdmin(deployment).has(Topics.BORDER_EVENTS, PATIENCE)) {
      throw new BadInputException(
          "there is no topic "
              + Topics.BORDER_EVENTS.in(deployment.prefix())
              + " on "
              + deployment.bootstrapServers()
              + "; name its prefix with --prefix");
    }
  }
}
