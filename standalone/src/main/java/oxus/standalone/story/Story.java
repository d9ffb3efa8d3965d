package oxus.standalone.story;

import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import oxus.schemas.BorderEvent;

/**
 * Reports, and what must follow from them.
 *
 * @param name its file's name without the ending
 * @param file as the user named it
 * @param meaning what it shows, in one sentence
 * @param given in the order in which a replay publishes them
 * @param controls what people do beside: policies, overrides, rulings, withdrawals
 * @param then in order of time
 */
public record Story(
    String name,
    String file,
    String meaning,
    List<BorderEvent> given,
    List<SpecificRecord> controls,
    List<Expectation> then) {

  public Story {
    given = List.copyOf(given);
    controls = List.copyOf(controls);
    then = List.copyOf(then);
  }
}
