package oxus.ingest;

import static oxus.schemas.Topics.ARTICLES;
import static oxus.schemas.Topics.BORDER_EVENTS;
import static oxus.schemas.Topics.DISPOSITIONS;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.Topology;
import oxus.schemas.AvroSerde;
import oxus.theatre.Theatre;

/** Articles in, border events and one disposition each out. */
public record ExtractionTopology(Theatre theatre, String prefix) {

  public Topology build() {
    Serde<String> keys = Serdes.String();
    Serde<SpecificRecord> records = AvroSerde.of(SpecificRecord.class);
    return new Topology()

        // Keyed by article, so that one task sees every revision of it.
        .addSource("articles", keys.deserializer(), records.deserializer(), ARTICLES.in(prefix))
        .addProcessor("extract-events", ExtractEvents.supplier(theatre), "articles")
        .addSink(
            ExtractEvents.EVENTS_SINK,
            BORDER_EVENTS.in(prefix),
            keys.serializer(),
            records.serializer(),
            "extract-events")
        .addSink(
            ExtractEvents.DISPOSITIONS_SINK,
            DISPOSITIONS.in(prefix),
            keys.serializer(),
            records.serializer(),
            "extract-events");
  }
}
