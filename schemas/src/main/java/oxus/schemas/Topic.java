package oxus.schemas;

import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/**
 * A Kafka topic as the catalogue declares it. Its records are kept for good: the log is the truth.
 *
 * @param name without prefix
 * @param key what the key is, for people; keys are UTF-8 strings
 * @param values the record types that it carries, each under its own schema id
 * @param partitions how many; {@link #SCALED}: as configured
 * @param writer the apps that write it
 */
public record Topic(
    String name,
    String key,
    List<Class<? extends SpecificRecord>> values,
    int partitions,
    String writer) {

  /** Partition count that the deployment chooses. */
  public static final int SCALED = 0;

  public Topic {
    values = List.copyOf(values);
  }

  /** The name under a prefix; replays and drills run under a prefix of their own. */
  public String in(String prefix) {
    return prefix + name;
  }

  public int partitions(int scaled) {
    return partitions == SCALED ? scaled : partitions;
  }
}
