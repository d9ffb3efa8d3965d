package oxus.processor;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.processor.StreamPartitioner;
import oxus.schemas.SectorLogEntry;

/**
 * Puts a sector's entries on the partition of its key, and entries for all sectors on every
 * partition.
 */
final class SectorLogPartitions implements StreamPartitioner<String, SpecificRecord> {

  @Override
  public Optional<Set<Integer>> partitions(
      String topic, String key, SpecificRecord record, int count) {
    if (record instanceof SectorLogEntry entry && entry.getSector().isEmpty()) {
      return Optional.of(IntStream.range(0, count).boxed().collect(Collectors.toSet()));
    }
    return Optional.empty();
  }
}
