package oxus.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.junit.jupiter.api.Test;

class AvroSerdeTest {
  private final AvroSerde<SpecificRecord> serde = AvroSerde.of(SpecificRecord.class);

  @Test
  void readsBackWhatItWrote() {
    Disposition disposition =
        new Disposition(
            "k", "r", Outcome.EVENTS, List.of("e1"), "-", Instant.parse("2021-06-22T12:23:00Z"));

    byte[] bytes = serde.serializer().serialize("dispositions", disposition);

    assertThat(serde.deserializer().deserialize("dispositions", bytes)).isEqualTo(disposition);
  }

  @Test
  void startsWithMagicByteAndSchemaId() {
    byte[] bytes = serde.serializer().serialize("border-events", new Tick(Instant.EPOCH));

    assertThat(bytes[0]).isZero();
    assertThat(bytes[4]).isEqualTo((byte) SchemaTable.shipped().idOf(Tick.getClassSchema()));
  }

  @Test
  void carriesARecordInsideALogEntry() {
    SectorLogEntry entry =
        new SectorLogEntry(null, null, Instant.EPOCH, true, new Tick(Instant.EPOCH), List.of());

    byte[] bytes = serde.serializer().serialize("sector-log", entry);

    assertThat(serde.deserializer().deserialize("sector-log", bytes)).isEqualTo(entry);
  }

  @Test
  void refusesWhatIsNotInTheWireFormat() {
    assertThatThrownBy(() -> serde.deserializer().deserialize("articles", new byte[] {1, 2, 3}))
        .isInstanceOf(SerializationException.class)
        .hasMessageContaining("schema id");
  }

  @Test
  void refusesASchemaIdThatNobodyReleased() {
    assertThatThrownBy(
            () -> serde.deserializer().deserialize("articles", new byte[] {0, 0, 1, 0, 0, 9}))
        .isInstanceOf(SerializationException.class)
        .hasMessageContaining("no schema has id 65536");
  }

  @Test
  void refusesARecordThatIsCutShort() {
    byte[] whole =
        serde
            .serializer()
            .serialize("border-events", new Tick(Instant.parse("2021-06-22T00:00:00Z")));

    assertThatThrownBy(
            () ->
                serde
                    .deserializer()
                    .deserialize("border-events", java.util.Arrays.copyOf(whole, 6)))
        .isInstanceOf(SerializationException.class);
  }
}
