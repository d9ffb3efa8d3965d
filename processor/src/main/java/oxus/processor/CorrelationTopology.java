package oxus.processor;

import static oxus.schemas.Topics.BORDER_EVENTS;
import static oxus.schemas.Topics.DEAD_LETTERS;
import static oxus.schemas.Topics.SECTOR_ASSESSMENTS;
import static oxus.schemas.Topics.SECTOR_LOG;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.Topology;
import oxus.schemas.AvroSerde;
import oxus.theatre.Theatre;

/** Border events in, sector assessments out. Read it top to bottom: that is how records flow. */
public record CorrelationTopology(Theatre theatre, String prefix) {

  public Topology build() {
    Serde<String> keys = Serdes.String();
    Serde<SpecificRecord> records = AvroSerde.of(SpecificRecord.class);
    return new Topology()

        // One report can bear on several sectors; the router is sector-log's only writer.
        .addSource(
            "border-events", keys.deserializer(), records.deserializer(), BORDER_EVENTS.in(prefix))
        .addProcessor("route-to-sectors", RouteToSectors.supplier(theatre), "border-events")

        // Control records concern every sector, so they go to every partition.
        .addSink(
            RouteToSectors.SECTOR_LOG_SINK,
            SECTOR_LOG.in(prefix),
            keys.serializer(),
            records.serializer(),
            new SectorLogPartitions(),
            "route-to-sectors")
        .addSink(
            RouteToSectors.DEAD_LETTERS_SINK,
            DEAD_LETTERS.in(prefix),
            keys.serializer(),
            records.serializer(),
            "route-to-sectors")

        // The key is the sector, so one task sees all of a sector's history, in one order.
        .addSource("sector-log", keys.deserializer(), records.deserializer(), SECTOR_LOG.in(prefix))
        .addProcessor("correlate-sector", CorrelateSector.supplier(theatre), "sector-log")
        .addSink(
            "sector-assessments",
            SECTOR_ASSESSMENTS.in(prefix),
            keys.serializer(),
            records.serializer(),
            "correlate-sector");
  }
}
