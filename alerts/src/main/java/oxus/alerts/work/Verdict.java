package oxus.alerts.work;

import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import oxus.schemas.OperatorAction;

/** What became of a request. */
public sealed interface Verdict {

  /**
   * To be written.
   *
   * @param control what the judgement has to obey, written in the same transaction
   */
  record Accepted(OperatorAction action, Optional<SpecificRecord> control) implements Verdict {}

  /** Written before: the same request came again. */
  record Repeated(OperatorAction action) implements Verdict {}

  /**
   * Not to be done.
   *
   * @param code for services
   * @param message the culprit and the cure, for people
   */
  record Refused(String code, String message) implements Verdict {}
}
