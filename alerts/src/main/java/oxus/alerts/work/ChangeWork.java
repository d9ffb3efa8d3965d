package oxus.alerts.work;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import oxus.schemas.OperatorAction;

/**
 * What people have done about one change.
 *
 * @param acknowledged the first acknowledgement
 * @param assigned the latest assignment
 * @param notes oldest first, bounded; the log keeps them all
 */
public record ChangeWork(
    Optional<OperatorAction> acknowledged,
    Optional<OperatorAction> assigned,
    List<OperatorAction> notes) {
  static final ChangeWork NONE = new ChangeWork(Optional.empty(), Optional.empty(), List.of());
  private static final int NOTES = 50;

  public ChangeWork {
    notes = List.copyOf(notes);
  }

  /** Who has it in hand: the latest assignee, or else whoever acknowledged it. */
  public Optional<String> hand() {
    return assigned
        .flatMap(OperatorAction::getAssignee)
        .or(() -> acknowledged.map(OperatorAction::getActor));
  }

  ChangeWork acknowledged(OperatorAction action) {
    return acknowledged.isPresent() ? this : new ChangeWork(Optional.of(action), assigned, notes);
  }

  ChangeWork assigned(OperatorAction action) {
    return new ChangeWork(acknowledged, Optional.of(action), notes);
  }

  ChangeWork noted(OperatorAction action) {
    List<OperatorAction> all = new ArrayList<>(notes);
    all.add(action);
    return new ChangeWork(
        acknowledged, assigned, all.subList(Math.max(0, all.size() - NOTES), all.size()));
  }
}
