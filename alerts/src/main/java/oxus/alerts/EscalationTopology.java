package oxus.alerts;

import static oxus.schemas.Topics.SECTOR_ASSESSMENTS;
import static oxus.schemas.Topics.THREAT_LEVEL_CHANGES;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.Topology;
import oxus.schemas.AvroSerde;

/** Sector assessments in, threat-level changes out. */
public record EscalationTopology(String prefix) {

  public Topology build() {
    Serde<String> keys = Serdes.String();
    Serde<SpecificRecord> records = AvroSerde.of(SpecificRecord.class);
    return new Topology()
        .addSource(
            "sector-assessments",
            keys.deserializer(),
            records.deserializer(),
            SECTOR_ASSESSMENTS.in(prefix))
        .addProcessor(
            "escalate-level",
            EscalateLevel.supplier(THREAT_LEVEL_CHANGES.in(prefix)),
            "sector-assessments")

        // One partition, so that a subscriber resumes from one offset.
        .addSink(
            "threat-level-changes",
            THREAT_LEVEL_CHANGES.in(prefix),
            keys.serializer(),
            records.serializer(),
            "escalate-level");
  }
}
