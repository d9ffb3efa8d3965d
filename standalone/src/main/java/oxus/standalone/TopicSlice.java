package oxus.standalone;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import oxus.ingest.BadInputException;
import oxus.ingest.Scenarios;
import oxus.ingest.scenario.RecordTime;
import oxus.schemas.AvroFile;
import oxus.schemas.BorderEvent;
import oxus.schemas.Disposition;
import oxus.schemas.PolicyChange;
import oxus.schemas.SectorAssessment;
import oxus.schemas.ThreatLevelChange;
import oxus.schemas.Topics;
import oxus.schemas.connect.BrokerUnreachableException;
import oxus.schemas.connect.Deployment;
import oxus.schemas.connect.KafkaSettings;
import oxus.schemas.connect.TopicReader;
import oxus.standalone.replay.RunFolder;

/**
 * A stretch of the topics of a running Oxus: the log as it stands, and what the pipeline has made
 * of it so far.
 *
 * @param log the records of {@code border-events}, the policy in force before them first
 * @param outcome changes, assessments and dispositions of the same stretch
 */
record TopicSlice(List<SpecificRecord> log, List<Disposition> dispositions, RunFolder outcome) {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  TopicSlice {
    log = List.copyOf(log);
    dispositions = List.copyOf(dispositions);
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
    try (TopicReader reader = new TopicReader(deployment, "record")) {
      reader.readAll(Topics.BORDER_EVENTS, record -> add(log, record.value(), span));
      reader.readAll(
          Topics.DISPOSITIONS,
          record -> {
            Disposition disposition = (Disposition) record.value();
            if (span.holds(disposition.getAt())) {
              dispositions.add(disposition);
              outcome.add(disposition);
            }
          });
      reader.readAll(
          Topics.SECTOR_ASSESSMENTS,
          record -> {
            SectorAssessment assessment = (SectorAssessment) record.value();
            if (span.holds(assessment.getAt())) {
              outcome.add(assessment);
            }
          });
      reader.readAll(
          Topics.THREAT_LEVEL_CHANGES,
          record -> {
            ThreatLevelChange change = (ThreatLevelChange) record.value();
            if (span.holds(change.getAt())) {
              outcome.add(change);
            }
          });
    }
    if (log.stream().allMatch(PolicyChange.class::isInstance)) {
      throw new BadInputException(
          "border-events holds nothing of that time under prefix '"
              + deployment.prefix()
              + "'; choose another --since or --until");
    }
    return new TopicSlice(log, dispositions, outcome);
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
    return new ReplayInput(name, hash, events, List.of(), log, dispositions, List.of());
  }

  private static void mustExist(Deployment deployment) {
    String topic = Topics.BORDER_EVENTS.in(deployment.prefix());
    try (Admin admin = Admin.create(KafkaSettings.client(deployment, "record-admin"))) {
      Optional<String> found =
          admin.listTopics().names().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS).stream()
              .filter(topic::equals)
              .findFirst();
      if (found.isEmpty()) {
        throw new BadInputException(
            "there is no topic "
                + topic
                + " on "
                + deployment.bootstrapServers()
                + "; name its prefix with --prefix");
      }
    } catch (ExecutionException | TimeoutException e) {
      throw new BrokerUnreachableException(deployment.bootstrapServers(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BrokerUnreachableException(deployment.bootstrapServers(), e);
    }
  }
}
