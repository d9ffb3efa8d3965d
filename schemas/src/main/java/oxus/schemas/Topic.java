package oxus.schemas;

import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/**
 * A Kafka topic as the catalogue declares it.
 *
 * @param name without prefix
 * @param key what the key is, for people; keys are UTF-8 strings
 * @param values the record types that it carries, each under its own schema id
 * @param partitions how many; {@link #SCALED}: as configured
 * @param retention how long records stay
 * @param writer the one app that writes it
 * @param readers the apps that read it
 */
public record Topic(
    String name,
    String key,
    List<Class<? extends SpecificRecord>> values,
    int partitions,
    Retention retention,
    String writer,
    List<String> readers) {

  /** Partition count that the deployment chooses. */
  public static final int SCALED = 0;

  /** How long records stay. */
  public enum Retention {
    /** Kept for good: the log is the truth. */
    FOREVER
  }

  public Topic {
    values = List.copyOf(values);
    readers = List.copyOf(readers);
  }

  /** The name under a prefix; replays and drills run under a prefix of their own. */
  public String in(String prefix) {
    return prefix + name;
  }

  public int partitions(int scaled) {
    return partitions == SCALED ? scaled : partitions;
  }
}
