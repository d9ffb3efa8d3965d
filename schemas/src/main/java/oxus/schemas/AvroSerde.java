package oxus.schemas;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DatumReader;
import org.apache.avro.io.DatumWriter;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.apache.avro.util.ClassSecurityValidator;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes records in the de-facto standard wire format: magic byte 0, schema id as four
 * bytes big-endian, Avro binary. One serde serves every topic, whatever record types it carries; it
 * may be shared among threads.
 */
public final class AvroSerde<T extends SpecificRecord> implements Serde<T> {
  private static final byte MAGIC = 0;
  private static final int HEADER = 5;

  static {
    // Avro refuses to make classes of packages that nobody vouched for.
    ClassSecurityValidator.setGlobal(
        ClassSecurityValidator.composite(
            ClassSecurityValidator.getGlobal(), type -> type.getName().startsWith("oxus.")));
  }

  private final SchemaTable ids;
  private final Class<T> type;
  private final Map<Schema, DatumWriter<T>> writers = new ConcurrentHashMap<>();
  private final Map<Integer, DatumReader<T>> readers = new ConcurrentHashMap<>();

  /** Makes sure that Avro may make our classes; loading this class has done it. */
  static void trustOurs() {}

  private AvroSerde(SchemaTable ids, Class<T> type) {
    this.ids = ids;
    this.type = type;
  }

  /**
   * For a topic that carries one type; {@code SpecificRecord} itself for a topic that carries
   * several.
   */
  public static <T extends SpecificRecord> AvroSerde<T> of(Class<T> type) {
    return new AvroSerde<>(SchemaTable.shipped(), type);
  }

  @Override
  public Serializer<T> serializer() {
    return (topic, record) -> write(record);
  }

  @Override
  public Deserializer<T> deserializer() {
    return (topic, bytes) -> read(bytes);
  }

  private byte @Nullable [] write(@Nullable T record) {
    if (record == null) {
      return null;
    }
    Schema schema = record.getSchema();
    ByteArrayOutputStream out = new ByteArrayOutputStream(512);
    out.write(MAGIC);
    out.writeBytes(ByteBuffer.allocate(4).putInt(ids.idOf(schema)).array());
    BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(out, null);
    try {
      writer(schema, record).write(record, encoder);
      encoder.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private @Nullable T read(byte @Nullable [] bytes) {
    if (bytes == null) {
      return null;
    }
    if (bytes.length < HEADER || bytes[0] != MAGIC) {
      throw new SerializationException(
          "not in the wire format: it must start with a 0 byte and a four-byte schema id");
    }
    int id = ByteBuffer.wrap(bytes, 1, 4).getInt();
    DatumReader<T> reader = reader(id);
    try {
      Object record =
          reader.read(
              null, DecoderFactory.get().binaryDecoder(bytes, HEADER, bytes.length - HEADER, null));
      return type.cast(record);
    } catch (IOException | RuntimeException e) {
      // broken bytes make Avro throw this and that; each must end as a dead letter
      throw new SerializationException(
          "cannot be read with schema " + id + ": " + e.getMessage(), e);
    }
  }

  private DatumWriter<T> writer(Schema schema, T record) {
    return writers.computeIfAbsent(
        schema, key -> new SpecificDatumWriter<>(key, SpecificData.getForClass(record.getClass())));
  }

  private DatumReader<T> reader(int id) {
    return readers.computeIfAbsent(
        id,
        key -> {
          Schema written = ids.byId(key);
          Class<?> target = SpecificData.get().getClass(written);
          if (target == null) {
            throw new SerializationException(
                "this reader knows no record " + written.getFullName());
          }
          SpecificData model = SpecificData.getForClass(target);
          return new SpecificDatumReader<>(written, model.getSchema(target), model);
        });
  }
}
