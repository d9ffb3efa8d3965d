package oxus.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;

class AvroFileTest {
  private static final Instant NOON = Instant.parse("2021-06-22T12:00:00.123Z");

  private static List<SpecificRecord> log() {
    return List.of(
        new PolicyChange("v1", "text", NOON, "someone"),
        new Withdrawal("key", null, NOON, "retracted"),
        new Tick(NOON));
  }

  @Test
  void readsWhatItWroteInItsOrder() {
    assertThat(AvroFile.read(AvroFile.of(log()))).isEqualTo(new AvroFile.Content(log(), List.of()));
  }

  @Test
  void writesTheSameBytesAgain() {
    assertThat(AvroFile.of(log())).isEqualTo(AvroFile.of(log()));
  }

  @Test
  void keepsWhatStandsBeforeTheCutInAFileThatWasCutOff() {
    List<SpecificRecord> many = new ArrayList<>();
    for (int count = 0; count < 20_000; count++) {
      many.add(new Withdrawal("https://example.org/" + count, null, NOON, "retracted"));
    }
    byte[] whole = AvroFile.of(many);

    AvroFile.Content content = AvroFile.read(Arrays.copyOf(whole, whole.length * 2 / 3));

    assertThat(content.broken()).isNotEmpty();
    assertThat(content.records()).isNotEmpty().isEqualTo(many.subList(0, content.records().size()));
  }

  @Test
  void goesOnAfterABrokenBlock() {
    List<SpecificRecord> many = new ArrayList<>();
    for (int count = 0; count < 20_000; count++) {
      many.add(new Withdrawal("https://example.org/" + count, null, NOON, "retracted"));
    }
    byte[] bytes = AvroFile.of(many);
    Arrays.fill(bytes, bytes.length / 2, bytes.length / 2 + 40, (byte) 0xff);

    AvroFile.Content content = AvroFile.read(bytes);

    assertThat(content.broken()).isNotEmpty();
    assertThat(content.records()).startsWith(many.get(0)).endsWith(many.get(19_999));
  }

  @Test
  void saysThatOtherBytesAreNoContainer() {
    AvroFile.Content content = AvroFile.read("report_id,".getBytes(StandardCharsets.UTF_8));

    assertThat(content.records()).isEmpty();
    assertThat(content.broken()).singleElement().asString().startsWith("not an Avro container");
  }
}
