package oxus.ingest.extract;

import java.util.Set;
import oxus.schemas.EventType;

/** Judges by all the words of a sentence which types of event it tells of. */
interface Weigher {

  /**
   * Weighs one sentence.
   *
   * @param byRules the types that rules found in the sentence
   */
  Weighing weigh(Reading reading, Set<EventType> byRules);
}
