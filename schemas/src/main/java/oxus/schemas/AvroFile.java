package oxus.schemas;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.data.TimeConversions;
import org.apache.avro.file.DataFileReader;
import org.apache.avro.file.DataFileWriter;
import org.apache.avro.file.SeekableByteArrayInput;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;

/** Records of several types in one Avro container file, as every Avro tool reads it. */
public final class AvroFile {
  private AvroFile() {}

  /**
   * What a container holds.
   *
   * @param broken one message for each place at which records could not be read
   */
  public record Content(List<SpecificRecord> records, List<String> broken) {
    public Content {
      records = List.copyOf(records);
      broken = List.copyOf(broken);
    }
  }

  /** The container with these records, in their order. */
  public static byte[] of(List<? extends SpecificRecord> records) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Schema schema = union();
    try (DataFileWriter<SpecificRecord> writer =
        new DataFileWriter<>(new SpecificDatumWriter<>(schema, model()))) {
      // the marker between blocks is drawn by chance unless it is given
      writer.create(schema, out, new byte[16]);
      for (SpecificRecord record : records) {
        writer.append(record);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /** Reads what can be read: after a broken block it goes on with the next. */
  public static Content read(byte[] bytes) {
    AvroSerde.trustOurs();
    List<SpecificRecord> records = new ArrayList<>();
    List<String> broken = new ArrayList<>();
    try (DataFileReader<SpecificRecord> reader =
        new DataFileReader<>(
            new SeekableByteArrayInput(bytes),
            new SpecificDatumReader<SpecificRecord>(null, union(), model()))) {
      while (hasNext(reader, broken, records.size())) {
        next(reader, records, broken);
      }
      if (broken.isEmpty() && reader.previousSync() < bytes.length) {
        broken.add("the file is cut off after record " + records.size());
      }
    } catch (IOException | RuntimeException e) {
      broken.add("not an Avro container: " + e.getMessage());
    }
    return new Content(records, broken);
  }

  private static boolean hasNext(
      DataFileReader<SpecificRecord> reader, List<String> broken, int read) throws IOException {
    while (true) {
      try {
        return reader.hasNext();
      } catch (RuntimeException e) {
        // broken bytes make Avro throw this and that
        broken.add("the block after record " + read + " cannot be read: " + e.getMessage());
        long before = reader.tell();
        reader.sync(before);
        if (reader.tell() <= before) {
          return false;
        }
      }
    }
  }

  private static void next(
      DataFileReader<SpecificRecord> reader, List<SpecificRecord> records, List<String> broken)
      throws IOException {
    try {
      records.add(reader.next());
    } catch (RuntimeException e) {
      broken.add(
          "the record after record " + records.size() + " cannot be read: " + e.getMessage());
      // where in the block the next record begins cannot be known
      reader.sync(reader.tell());
    }
  }

  /** All that {@code border-events} carries, then what stands beside it. */
  private static Schema union() {
    List<Schema> types = new ArrayList<>();
    for (Schema type : SectorLogEntry.getClassSchema().getField("record").schema().getTypes()) {
      types.add(type);
    }
    types.add(Article.getClassSchema());
    types.add(Disposition.getClassSchema());
    return Schema.createUnion(types);
  }

  private static SpecificData model() {
    SpecificData model = new SpecificData();
    model.addLogicalTypeConversion(new TimeConversions.TimestampMillisConversion());
    model.addLogicalTypeConversion(new TimeConversions.DateConversion());
    return model;
  }
}
