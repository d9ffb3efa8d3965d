package oxus.schemas.connect;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

class UnsentRecordsTest {
  @Test
  void namesTheRecordItsSizeAndTheCure() {
    byte[] key = "TJ-AF/PANJ".getBytes(StandardCharsets.UTF_8);

    assertThat(
            UnsentRecords.complaint(
                new ProducerRecord<>("processor-sector-states-changelog", key, new byte[2000])))
        .contains("'TJ-AF/PANJ'", "processor-sector-states-changelog", "2000 bytes")
        .contains("set max.message.bytes of the topic to 67108864");
  }
}
