package oxus.standalone.story;

import java.util.List;
import oxus.schemas.BorderEvent;

/**
 * Reports, and what must follow from them.
 *
 * @param name its file's name without the ending
 * @param file as the user named it
 * @param meaning what it shows, in one sentence
 * @param given in the order in which a replay publishes them
 * @param then in order of time
 */
public record Story(
    String name, String file, String meaning, List<BorderEvent> given, List<Expectation> then) {

  public Story {
    given = List.copyOf(given);
    then = List.copyOf(then);
  }
}
